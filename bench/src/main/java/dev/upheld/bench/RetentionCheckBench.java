package dev.upheld.bench;

import dev.upheld.connect.Connectors;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Retention;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Prove;
import dev.upheld.probe.ProveReport;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * What it costs to look every day whether anything is past its time: 200 places, each with an index
 * on its clock, with many rows against the same with a hundredth of them.
 */
final class RetentionCheckBench implements Benchmark {
  private static final int PLACES = 200;
  private static final long ROWS =
      Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_ROWS", "100000000"));
  private static final long FEW = ROWS / 100;

  /** A day on which nothing is past its time yet: the first row is of the first second of 2020. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2020-03-01T00:00:00Z"));

  @Override
  public String name() {
    return "retention-check";
  }

  @Override
  public String what() {
    return "the daily check of "
        + PLACES
        + " rules on $UPHELD_BENCH_ROWS rows, "
        + ROWS
        + ", against a hundredth of them";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (Map.Entry<String, TestServer> server : Servers.all().entrySet()) {
      TestDatabase many = server.getValue().freshDatabase();
      TestDatabase few = server.getValue().freshDatabase();
      try {
        Workspace large = filled(many, ROWS / PLACES);
        Workspace small = filled(few, FEW / PLACES);
        double ratio = Rounds.medianRatio(() -> check(large), () -> check(small));
        report.figure(server.getKey() + "rows", (double) ROWS);
        report.figure(server.getKey() + "seconds", check(large));
        report.atMost(server.getKey() + "times-a-hundredth", ratio, 1.5);
      } finally {
        many.drop(server.getValue());
        few.drop(server.getValue());
      }
    }
  }

  /** All promises of the workspace, measured; they must all hold. */
  private static double check(Workspace of) {
    long since = System.nanoTime();
    ProveReport report =
        new Prove(Connectors.builtIn(), Retention.probers(), CLOCK, Progress.SILENT)
            .run(
                new Assignment(of.root(), of.promises(), of.terms(), of.map(), of.zone()),
                p -> p.id().toString().endsWith("/visits/keep"));
    double seconds = (System.nanoTime() - since) / 1e9;
    report
        .results()
        .forEach(
            result -> {
              if (result.verdict() != Verdict.UPHELD) {
                throw new IllegalStateException("not upheld: " + result);
              }
            });
    System.err.printf("  checked in %.3f s%n", seconds);
    return seconds;
  }

  private static Workspace filled(TestDatabase database, long rows) throws Exception {
    StringBuilder map = new StringBuilder("system: shop\nplaces:\n");
    for (int i = 1; i <= PLACES; i++) {
      String table = "visit" + i;
      database.execute(
          "create table "
              + table
              + " (id int primary key, seen_at "
              + Servers.time(database)
              + " not null, ip varchar(40))",
          "insert into "
              + table
              + " select g, "
              + Servers.second(database, "g")
              + ", '10.0.0.1' from "
              + Servers.series(database, rows),
          "create index seen" + i + " on " + table + " (seen_at)",
          Servers.analyze(database, table));
      map.append(
          """
            %s:
              activity: visits
              clocks: {collected: seen_at}
              fields: {ip: {data: ip, end: delete}}
              technical: [id, seen_at]
          """
              .formatted(table));
    }
    return new SmallShop(Files.createTempDirectory("upheld-bench-check"), database)
        .write("charter.yaml", RetentionBench.CHARTER)
        .map(map.toString())
        .read();
  }
}
