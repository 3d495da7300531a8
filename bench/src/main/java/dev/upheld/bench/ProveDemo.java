package dev.upheld.bench;

import dev.upheld.datamap.read.References;
import dev.upheld.demo.Demo;
import dev.upheld.demo.Plan;
import dev.upheld.demo.Site;
import dev.upheld.demo.sql.Region;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        + "), against hand-written SQL";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    long customers = Long.parseLong(System.getenv().getOrDefault(CUSTOMERS, "" + USUAL));
    Path home = Files.createTempDirectory("upheld-bench-prove");
    boolean open =
        home.toFile().setExecutable(true, false) && home.toFile().setReadable(true, false);
    if (!open) {
      throw new IOException("cannot let the database account into " + home);
    }
    Plan plan = new Plan(customers, Instant.now(), Set.of());
    Instant began = Instant.now();
    Demo.Options options = new Demo.Options(home, plan, References.machine(), ProveDemo::progress);
    try (Demo demo = Demo.start(options);
        ExecutorService both = Executors.newFixedThreadPool(Region.values().length)) {
      report.figure("generation-seconds", seconds(began));
      List<Double> ours = new ArrayList<>();
      List<Double> floors = new ArrayList<>();
      double ratio =
          Rounds.medianRatio(
              () -> kept(ours, prove(checkout, demo)), () -> kept(floors, floor(demo, both)));
      report.atMost("times-hand-written-sql", ratio, TARGET_RATIO);
      report.figure("prove-seconds-least", ours.stream().min(Double::compare).orElse(0.0));
      report.figure("sql-seconds-least", floors.stream().min(Double::compare).orElse(0.0));
      report.figure("heap-megabytes-allowed", 256);
      report.figure("customers", (double) customers);
    } finally {
      new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
    }
  }

  private static double kept(List<Double> taken, double seconds) {
    taken.add(seconds);
    System.err.printf("  run %d: %.1f s%n", taken.size(), seconds);
    return seconds;
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  private static void progress(String step, long done, long total) {
    if (done == 0 || done == total) {
      System.err.printf("  %s %d of %d%n", step, done, total);
    }
  }

  private static double prove(Path checkout, Demo demo) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(
            checkout.resolve("upheld").toString(),
            "prove",
            demo.workspace().toString(),
            "--format",
            "json");
    process.environment().putAll(new HashMap<>(demo.variables()));
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

  private static double floor(Demo demo, ExecutorService both) throws Exception {
    Instant began = Instant.now();
    List<Future<?>> running = new ArrayList<>();
    for (Map.Entry<Region, Site> site : demo.sites().entrySet()) {
      running.add(
          both.submit(
              () -> {
                ask(site.getValue(), statements(site.getKey(), began));
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
      for (String sql : statements) {
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
      }
    }
  }

  private static List<String> statements(Region region, Instant now) throws IOException {
    String file = "prove-floor-" + region.id() + ".sql";
    try (InputStream in = ProveDemo.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("(?m)^--.*$", "")
              .replace("{now}", "'" + now + "'");
      return List.of(text.split(";", -1)).stream()
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }
  }
}
