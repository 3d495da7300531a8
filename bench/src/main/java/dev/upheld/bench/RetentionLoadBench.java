package dev.upheld.bench;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.retention.Rule;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

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
          Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_SECONDS", "20")));
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
    Felt ours = new Felt();
    Felt byHand = new Felt();
    for (int pair = 0; pair < Rounds.PAIRS; pair++) {
      ForegroundLoad.Felt alone = load.run(EACH);
      ours.add(alone, beside(load, stop -> ours(workspace, stop)));
      byHand.add(alone, beside(load, stop -> byHand(database, stop)));
    }
    report.atLeast(server + "rows-per-second", Rounds.middle(ours.speed), 5_000);
    report.atMost(server + "p99-times-alone", Rounds.middle(ours.slower), 1.5);
    report.atLeast(server + "throughput-of-alone", Rounds.middle(ours.more), 0.85);
    report.figure(server + "by-hand-rows-per-second", Rounds.middle(byHand.speed));
    report.figure(server + "by-hand-p99-times-alone", Rounds.middle(byHand.slower));
    report.figure(server + "by-hand-throughput-of-alone", Rounds.middle(byHand.more));
  }

  /** What was felt in all rounds. */
  private static final class Felt {
    final List<Double> slower = new ArrayList<>();
    final List<Double> more = new ArrayList<>();
    final List<Double> speed = new ArrayList<>();

    void add(ForegroundLoad.Felt alone, Beside beside) {
      slower.add((double) beside.felt().p99Nanos() / alone.p99Nanos());
      more.add(beside.felt().perSecond() / alone.perSecond());
      speed.add(beside.rowsPerSecond());
      System.err.printf(
          "  alone %.2f ms at %.0f/s, with %.2f ms at %.0f/s, %.0f rows/s%n",
          alone.p99Nanos() / 1e6,
          alone.perSecond(),
          beside.felt().p99Nanos() / 1e6,
          beside.felt().perSecond(),
          beside.rowsPerSecond());
    }
  }

  private record Beside(ForegroundLoad.Felt felt, double rowsPerSecond) {}

  /** Takes rows away until it is told to stop, and tells how many. */
  private interface Removal {
    long remove(BooleanSupplier stop) throws Exception;
  }

  private static Beside beside(ForegroundLoad load, Removal removal) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    long since = System.nanoTime();
    FutureTask<Double> work =
        new FutureTask<>(() -> removal.remove(stop::get) / ((System.nanoTime() - since) / 1e9));
    Thread.ofPlatform().start(work);
    ForegroundLoad.Felt felt = load.run(EACH);
    stop.set(true);
    return new Beside(felt, work.get());
  }

  private static long ours(Workspace workspace, BooleanSupplier stop) {
    Rule rule = Retention.rules(workspace, NOW).getFirst();
    Pace.Way usual = Pace.Way.usual(rest -> LockSupport.parkNanos(rest.toNanos()));
    Pace pace = new Pace(new Pace.Way(usual.longest(), usual.most(), PER_SECOND, usual.rest()));
    return new Expiring(ActConnector::open, Barring.NONE, InstantSource.system())
        .run(
            workspace,
            rule.expiry().orElseThrow(),
            new Expiring.Way(UUID.randomUUID(), pace, stop, Progress.SILENT))
        .touched();
  }

  /** What an engineer would write, at the same speed. */
  private static long byHand(TestDatabase database, BooleanSupplier stop) throws SQLException {
    LocalDateTime limit = LocalDateTime.ofInstant(NOW.minus(Duration.ofDays(180)), ZoneOffset.UTC);
    long since = System.nanoTime();
    long all = 0;
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(RetentionBench.someByHand(database))) {
      while (!stop.getAsBoolean()) {
        statement.setObject(1, limit);
        all += statement.executeLargeUpdate();
        LockSupport.parkNanos(all * 1_000_000_000L / PER_SECOND - (System.nanoTime() - since));
      }
    }
    return all;
  }
}
