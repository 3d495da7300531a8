package dev.upheld.bench;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.retention.Rule;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * How long it takes until a whole partition past its time is gone, found, locked, counted and
 * remembered, against nothing but the statement that drops it; in the same run, in turns.
 */
final class RetentionPartitionBench implements Benchmark {
  private static final long ROWS =
      Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_ROWS", "1000000"));

  private static final int PARTITIONS = 2 * (Rounds.PAIRS + 1);
  private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final double MOST_MILLIS = 250;

  @Override
  public String name() {
    return "retention-partition";
  }

  @Override
  public String what() {
    return "a whole partition of $UPHELD_BENCH_ROWS rows, "
        + ROWS
        + ", past its time against a bare DROP PARTITION";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (TestServer server : new TestServer[] {Databases.mariadb(), Databases.postgres()}) {
      TestDatabase database = server.freshDatabase();
      try {
        new OneServer(database).measure(report);
      } finally {
        database.drop(server);
      }
    }
  }

  /** The table on one server; each measurement takes the next partition, one for each day. */
  private static final class OneServer {
    private final TestDatabase database;
    private final boolean postgres;
    private final Workspace workspace;
    private int taken;

    OneServer(TestDatabase database) throws Exception {
      this.database = database;
      this.postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
      fill();
      Path folder = Files.createTempDirectory("upheld-bench-partition");
      RetentionBench.workspace(database, folder);
      this.workspace =
          Workspaces.read(
                  folder, References.machine().overlaid(Map.of("SECRET", database.password())))
              .workspace()
              .orElseThrow();
    }

    void measure(Report report) throws Exception {
      String server = postgres ? "postgres-" : "mariadb-";
      ours();
      bare();
      double[] more = new double[Rounds.PAIRS];
      double[] ratios = new double[Rounds.PAIRS];
      for (int i = 0; i < Rounds.PAIRS; i++) {
        boolean first = i % 2 == 0;
        double ours = first ? ours() : 0;
        double bare = bare();
        ours = first ? ours : ours();
        more[i] = ours - bare;
        ratios[i] = ours / bare;
      }
      Arrays.sort(more);
      Arrays.sort(ratios);
      report.figure(server + "rows", (double) ROWS);
      report.atMost(server + "more-millis", more[more.length / 2], MOST_MILLIS);
      report.figure(server + "ratio", ratios[ratios.length / 2]);
    }

    private void fill() {
      StringBuilder parts = new StringBuilder();
      for (int i = 0; i < PARTITIONS; i++) {
        parts.append("partition ").append(named(i)).append(" values less than ('");
        parts.append(FIRST.plusDays(i + 1L)).append("'), ");
      }
      String table =
          "create table visit (id int not null, seen_at %s not null, ip varchar(40), page varchar(80)) "
              .formatted(postgres ? "timestamp" : "datetime");
      database.execute(
          postgres
              ? table + "partition by range (seen_at)"
              : table
                  + "partition by range columns (seen_at) ("
                  + parts
                  + "partition rest values less than (maxvalue))",
          "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
              + " figures text not null, at varchar(40) not null)");
      for (int i = 0; i < PARTITIONS; i++) {
        fill(i);
      }
      database.execute(
          "alter table visit add primary key (id, seen_at)",
          "create index visit_seen on visit (seen_at)",
          "create index visit_ip on visit (ip)",
          postgres ? "analyze visit" : "analyze table visit");
    }

    private void fill(int part) {
      LocalDate day = FIRST.plusDays(part);
      String into =
          "insert into visit select g, %s, concat('10.0.', g %% 256, '.', g %% 251), concat('/page/', g) from %s";
      if (postgres) {
        database.execute(
            "create table "
                + named(part)
                + " partition of visit for values from ('"
                + day
                + "') to ('"
                + day.plusDays(1)
                + "')",
            into.formatted(
                "timestamp '" + day + "' + (g % 86400) * interval '1 second'",
                "generate_series(1, " + ROWS + ") g"));
      } else {
        database.execute(
            into.formatted(
                "timestampadd(second, g % 86400, '" + day + "')",
                "(select seq as g from seq_1_to_" + ROWS + ") s"));
      }
    }

    private static String named(int part) {
      return "p" + part;
    }

    private double ours() {
      Instant now =
          FIRST.plusDays(taken + 1L).atStartOfDay(PARIS).plusHours(1).plusDays(180).toInstant();
      String partition = named(taken);
      taken++;
      Rule rule = Retention.rules(workspace, now).getFirst();
      Pace pace = new Pace(Pace.Way.usual(d -> {}));
      long since = System.nanoTime();
      Expired done =
          new Expiring(ActConnector::open, Barring.NONE, InstantSource.system())
              .run(
                  workspace,
                  rule.expiry().orElseThrow(),
                  new Expiring.Way(UUID.randomUUID(), pace, () -> false, Progress.SILENT));
      if (!done.partitions().equals(Map.of(partition, ROWS))) {
        throw new IllegalStateException("went otherwise: " + done.json());
      }
      return said("ours", since);
    }

    private double bare() throws Exception {
      String drop =
          postgres
              ? "drop table " + named(taken)
              : "alter table visit drop partition " + named(taken);
      taken++;
      long since = System.nanoTime();
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(drop);
      }
      return said("bare", since);
    }

    private static double said(String what, long since) {
      double millis = (System.nanoTime() - since) / 1e6;
      System.err.printf("  %s %.0f ms%n", what, millis);
      return millis;
    }
  }
}
