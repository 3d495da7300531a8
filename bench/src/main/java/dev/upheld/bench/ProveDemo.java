package dev.upheld.bench;

import dev.upheld.demo.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All probes of the demo, against the same questions as hand-written SQL over JDBC: one connection
 * for each system, both systems at once, as {@code prove} does it. Ours is the whole process, JVM
 * start and 256 MB of heap included.
 */
final class ProveDemo implements Benchmark {

  private static final String CUSTOMERS = "UPHELD_BENCH_CUSTOMERS";
  private static final String ENGINE = "UPHELD_BENCH_ENGINE";
  private static final long USUAL = 1_000_000;
  private static final double TARGET_RATIO = 1.5;

  @Override
  public String name() {
    return "prove";
  }

  @Override
  public String what() {
    return "`./upheld prove` over the demo with 1,000,000 customers (or $"
        + CUSTOMERS
        + ") on both engines (or $"
        + ENGINE
        + "), against hand-written SQL";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    double worst = 0;
    for (Nimbus.Engine engine : engines()) {
      worst = Math.max(worst, ratio(engine, checkout, report));
    }
    report.atMost("times-hand-written-sql", worst, TARGET_RATIO);
    report.figure("heap-megabytes-allowed", 256);
  }

  private static List<Nimbus.Engine> engines() {
    String only = System.getenv().get(ENGINE);
    return only == null
        ? List.of(Nimbus.Engine.values())
        : List.of(Nimbus.Engine.valueOf(only.toUpperCase(Locale.ROOT)));
  }

  private static double ratio(Nimbus.Engine engine, Path checkout, Report report) throws Exception {
    long customers = Long.parseLong(System.getenv().getOrDefault(CUSTOMERS, "" + USUAL));
    Instant began = Instant.now();
    try (Nimbus nimbus = Nimbus.start(engine, checkout, customers);
        ExecutorService both = Executors.newFixedThreadPool(nimbus.sites().size())) {
      String prefix = engine.name().toLowerCase(Locale.ROOT) + "-";
      report.figure(prefix + "generation-seconds", seconds(began));
      List<Double> ours = new ArrayList<>();
      List<Double> floors = new ArrayList<>();
      double ratio =
          Rounds.medianRatio(
              () -> kept(ours, prove(checkout, nimbus)), () -> kept(floors, floor(nimbus, both)));
      report.figure(prefix + "times-hand-written-sql", ratio);
      report.figure(prefix + "prove-seconds-least", least(ours));
      report.figure(prefix + "sql-seconds-least", least(floors));
      report.figure(prefix + "customers", (double) customers);
      return ratio;
    }
  }

  private static double least(List<Double> taken) {
    return taken.stream().min(Double::compare).orElse(0.0);
  }

  private static double kept(List<Double> taken, double seconds) {
    taken.add(seconds);
    System.err.printf("  run %d: %.1f s%n", taken.size(), seconds);
    return seconds;
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  private static double prove(Path checkout, Nimbus nimbus) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(
            checkout.resolve("upheld").toString(),
            "prove",
            nimbus.workspace().toString(),
            "--format",
            "json");
    process.environment().putAll(nimbus.variables());
    process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process.redirectError(ProcessBuilder.Redirect.INHERIT);
    Instant began = Instant.now();
    int exit = process.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "a healthy company was not proved: exit code " + exit + " instead of 0");
    }
    return seconds(began);
  }

  private static double floor(Nimbus nimbus, ExecutorService both) throws Exception {
    Instant began = Instant.now();
    List<Future<?>> running = new ArrayList<>();
    for (Site site : nimbus.sites()) {
      running.add(
          both.submit(
              () -> {
                ask(site, statements(nimbus.engine(), site.database().id(), began));
                return null;
              }));
    }
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the hand-written SQL failed", e.getCause());
      }
    }
    return seconds(began);
  }

  private static void ask(Site site, List<String> statements) throws Exception {
    try (Connection connection = site.source().open();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        // what two stores share has many rows: read as they come, like ours
        statement.setFetchSize(sql.contains("md5(") ? 2_000 : 0);
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
      }
    }
  }

  private static List<String> statements(Nimbus.Engine engine, String database, Instant now)
      throws IOException {
    String file = "prove-floor-" + database + engine.suffix() + ".sql";
    try (InputStream in = ProveDemo.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("(?m)^--.*$", "")
              .replace("{now}", engine.literal(now));
      return List.of(text.split(";", -1)).stream()
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }
  }
}
