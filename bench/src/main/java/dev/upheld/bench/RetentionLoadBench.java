package dev.upheld.bench;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.retention.Rule;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * What people at the shop feel while rows past their time go: the slowest of a hundred of their
 * transactions and how many there are, with retention at work beside them against without, in
 * turns. The clients write into the same table that rows go from, and think between transactions.
 */
final class RetentionLoadBench implements Benchmark {
  private static final long ROWS =
      Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_ROWS", "2000000"));
  private static final Duration EACH =
      Duration.ofSeconds(
          Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_SECONDS", "10")));
  private static final long PER_SECOND = 5_500;
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @Override
  public String name() {
    return "retention-load";
  }

  @Override
  public String what() {
    return "transactions of "
        + ForegroundLoad.CLIENTS
        + " clients while "
        + PER_SECOND
        + " rows a second go beside them, against the same transactions alone";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (Map.Entry<String, TestServer> server : Servers.all().entrySet()) {
      TestDatabase database = server.getValue().freshDatabase();
      try {
        measure(database, server.getKey(), report);
      } finally {
        database.drop(server.getValue());
      }
    }
  }

  private static void measure(TestDatabase database, String server, Report report)
      throws Exception {
    database.execute(
        "create table visit (id int not null, seen_at "
            + Servers.time(database)
            + " not null, ip varchar(40), page varchar(80))",
        "insert into visit select g, "
            + Servers.second(database, "g")
            + ", concat('10.0.', g % 256, '.', g % 251), concat('/page/', g) from "
            + Servers.series(database, ROWS),
        "alter table visit add primary key (id)",
        "create index visit_seen on visit (seen_at)",
        "create index visit_ip on visit (ip)",
        "create table account (id int primary key, balance int not null)",
        "insert into account select g, 0 from " + Servers.series(database, 10_000),
        Servers.analyze(database, "visit"),
        Servers.analyze(database, "account"),
        SmallShop.MEMORY);
    Workspace workspace =
        new SmallShop(Files.createTempDirectory("upheld-bench-load"), database)
            .write("charter.yaml", RetentionBench.CHARTER)
            .map(RetentionBench.MAP)
            .read();
    ForegroundLoad load = new ForegroundLoad(database, (int) ROWS);
    load.run(EACH.dividedBy(2)); // warms both sides up
    List<Double> slower = new ArrayList<>();
    List<Double> fewer = new ArrayList<>();
    List<Double> speed = new ArrayList<>();
    for (int pair = 0; pair < Rounds.PAIRS; pair++) {
      ForegroundLoad.Felt alone = load.run(EACH);
      Removal removal = new Removal(workspace);
      Thread beside = Thread.ofPlatform().start(removal);
      ForegroundLoad.Felt with = load.run(EACH);
      removal.stop = true;
      beside.join();
      slower.add((double) with.p99Nanos() / alone.p99Nanos());
      fewer.add(with.perSecond() / alone.perSecond());
      speed.add(removal.perSecond);
      System.err.printf(
          "  alone %.2f ms at %.0f/s, with %.2f ms at %.0f/s, %.0f rows/s%n",
          alone.p99Nanos() / 1e6,
          alone.perSecond(),
          with.p99Nanos() / 1e6,
          with.perSecond(),
          removal.perSecond);
    }
    report.atLeast(server + "rows-per-second", Rounds.middle(speed), 5_000);
    report.atMost(server + "p99-times-alone", Rounds.middle(slower), 1.5);
    report.atLeast(server + "throughput-of-alone", Rounds.middle(fewer), 0.85);
  }

  /** Takes rows away at a limited speed until it is told to stop. */
  private static final class Removal implements Runnable {
    private final Workspace workspace;
    private volatile boolean stop;
    private volatile double perSecond;

    Removal(Workspace workspace) {
      this.workspace = workspace;
    }

    @Override
    public void run() {
      Rule rule = Retention.rules(workspace, NOW).getFirst();
      Pace.Way usual = Pace.Way.usual(rest -> LockSupport.parkNanos(rest.toNanos()));
      Pace pace = new Pace(new Pace.Way(usual.longest(), usual.most(), PER_SECOND, usual.rest()));
      long since = System.nanoTime();
      Expired done =
          new Expiring(ActConnector::open, Barring.NONE, InstantSource.system())
              .run(
                  workspace,
                  rule.expiry().orElseThrow(),
                  new Expiring.Way(UUID.randomUUID(), pace, () -> stop, Progress.SILENT));
      perSecond = done.touched() / ((System.nanoTime() - since) / 1e9);
    }
  }
}
