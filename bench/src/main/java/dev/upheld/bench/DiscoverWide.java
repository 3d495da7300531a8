package dev.upheld.bench;

import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a database of 500 tables and 10,000 columns takes to be looked at: the whole command, in
 * a JVM with 256 MB of heap, against a plain read of the same catalogue.
 */
final class DiscoverWide implements Benchmark {
  private static final double SCHEMA_SECONDS = 10;
  private static final double SAMPLED_SECONDS = 90;
  private static final int RUNS = 3;

  private final boolean sampled;

  /**
   * @param sampled whether values are looked at, or the schema alone
   */
  DiscoverWide(boolean sampled) {
    this.sampled = sampled;
  }

  @Override
  public String name() {
    return sampled ? "discover-sampled" : "discover";
  }

  @Override
  public String what() {
    return "`./upheld discover` of 500 tables and 10,000 columns, "
        + (sampled ? "with samples of their values" : "from the schema alone")
        + ", 256 MB of heap, against a plain read of the catalogue";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    double target = sampled ? SAMPLED_SECONDS : SCHEMA_SECONDS;
    double seconds = measure("", Databases.postgres(), checkout, report);
    report.atMost("seconds", seconds, target);
    report.figure("heap-megabytes-allowed", 256);
    report.figure("mariadb-seconds", measure("mariadb-", Databases.mariadb(), checkout, report));
  }

  private double measure(String prefix, TestServer server, Path checkout, Report report)
      throws Exception {
    TestDatabase database = WideDatabase.create(server);
    Path home = Files.createTempDirectory("upheld-bench-discover");
    try {
      Path workspace = workspace(checkout, home, database);
      double plain = Rounds.median(RUNS, () -> catalogue(database));
      double ours = Rounds.median(RUNS, () -> discover(checkout, home, workspace, database));
      report.figure(prefix + "times-a-plain-catalogue-read", ours / plain);
      report.figure(prefix + "plain-catalogue-read-seconds", plain);
      return ours;
    } finally {
      new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
      server.drop(database);
    }
  }

  private static Path workspace(Path checkout, Path home, TestDatabase database)
      throws IOException {
    Path demo = checkout.resolve("examples/demo");
    Path workspace = home.resolve("privacy");
    try (Stream<Path> files = Files.walk(demo)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = workspace.resolve(demo.relativize(file).toString());
        if (!file.startsWith(demo.resolve("datamap"))) {
          Files.createDirectories(to.resolveSibling(""));
          Files.copy(file, to);
        }
      }
    }
    Files.writeString(
        workspace.resolve("systems.yaml"),
        """
        systems:
          main:
            kind: %s
            host: 127.0.0.1
            port: %d
            database: %s
            user: %s
            password: env:UPHELD_BENCH_SECRET
            tls: "off"
        """
            .formatted(
                database.engine() == TestDatabase.Engine.POSTGRESQL ? "postgres" : "mariadb",
                database.port(),
                database.database(),
                database.user()));
    return workspace;
  }

  private double discover(Path checkout, Path home, Path workspace, TestDatabase database)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                checkout.resolve("upheld").toString(),
                "discover",
                "main",
                workspace.toString(),
                "--dry-run",
                "--format",
                "json"));
    if (!sampled) {
      command.add("--schema-only");
    }
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("UPHELD_BENCH_SECRET", database.password());
    process.environment().put("UPHELD_HOME", home.resolve("home").toString());
    process.environment().put("UPHELD_JAVA_OPTS", "-Xmx256m");
    process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process.redirectError(ProcessBuilder.Redirect.INHERIT);
    long began = System.nanoTime();
    int exit = process.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("discover ended with " + exit + " instead of 0");
    }
    return said((System.nanoTime() - began) / 1e9);
  }

  private static double said(double seconds) {
    System.err.printf("  %.1f s%n", seconds);
    return seconds;
  }

  private static double catalogue(TestDatabase database) throws SQLException {
    long began = System.nanoTime();
    String mine =
        database.engine() == TestDatabase.Engine.POSTGRESQL ? "current_schema()" : "database()";
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String view : List.of("tables", "columns", "table_constraints", "key_column_usage")) {
        try (ResultSet rows =
            statement.executeQuery(
                "select * from information_schema." + view + " where table_schema = " + mine)) {
          while (rows.next()) {
            rows.getObject(1);
          }
        }
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
