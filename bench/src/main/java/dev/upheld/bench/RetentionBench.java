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
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * How fast rows past their time go, from a table with two indexes besides its key, against the best
 * batched DELETE that somebody would write who knows the table; in the same run, in turns.
 */
final class RetentionBench implements Benchmark {
  private static final long ROWS =
      Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_ROWS", "10000000"));

  /** Of the rows, so many go in each measurement. */
  private static final long EACH = ROWS / 10;

  /** At the last measurement there are still so many rows as it says. */
  private static final long FILLED = ROWS + EACH * (2L * Rounds.PAIRS + 1);

  private static final int BY_HAND = 10_000;
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public String what() {
    return "a tenth of $UPHELD_BENCH_ROWS rows, "
        + ROWS
        + ", with two indexes, deleted past their time against a hand-written batched DELETE";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (Map.Entry<String, TestServer> server : Servers.all().entrySet()) {
      TestDatabase database = server.getValue().freshDatabase();
      try {
        new OneServer(database).measure(server.getKey(), report);
      } finally {
        database.drop(server.getValue());
      }
    }
  }

  /** The table on one server; each measurement takes the next rows by age. */
  private static final class OneServer {
    private final TestDatabase database;
    private final Workspace workspace;
    private long taken;

    OneServer(TestDatabase database) throws IOException {
      this.database = database;
      fill();
      Path folder = Files.createTempDirectory("upheld-bench-retention");
      workspace(database, folder);
      this.workspace =
          Workspaces.read(
                  folder, References.machine().overlaid(Map.of("SECRET", database.password())))
              .workspace()
              .orElseThrow();
    }

    void measure(String server, Report report) throws Exception {
      report.figure(server + "rows", (double) ROWS);
      report.figure(server + "rows-each", (double) EACH);
      double ratio = Rounds.medianRatio(this::ours, this::byHand);
      report.atLeast(server + "speed-of-hand-written", 1 / ratio, 0.8);
    }

    private void fill() {
      database.execute(
          "create table visit (id int not null, seen_at "
              + Servers.time(database)
              + " not null, ip varchar(40), page varchar(80))",
          "insert into visit select g, "
              + Servers.second(database, "g")
              + ", concat('10.0.', g % 256, '.', g % 251), concat('/page/', g) from "
              + Servers.series(database, FILLED),
          "alter table visit add primary key (id)",
          "create index visit_seen on visit (seen_at)",
          "create index visit_ip on visit (ip)",
          Servers.analyze(database, "visit"),
          SmallShop.MEMORY);
    }

    /** Rows earlier than this are past their time in the next measurement. */
    private Instant limit() {
      taken += EACH;
      return FIRST.plusSeconds(taken + 1);
    }

    private double ours() {
      Instant now = limit().atZone(PARIS).plusDays(180).toInstant();
      Rule rule = Retention.rules(workspace, now).getFirst();
      Pace pace = new Pace(Pace.Way.usual(d -> {}));
      long since = System.nanoTime();
      Expired done =
          new Expiring(ActConnector::open, Barring.NONE, InstantSource.system())
              .run(
                  workspace,
                  rule.expiry().orElseThrow(),
                  new Expiring.Way(UUID.randomUUID(), pace, () -> false, Progress.SILENT));
      return said("ours", since, done.touched());
    }

    private double byHand() throws SQLException {
      LocalDateTime limit = LocalDateTime.ofInstant(limit(), ZoneOffset.UTC);
      long since = System.nanoTime();
      long all = 0;
      try (Connection connection = database.connect();
          PreparedStatement statement = connection.prepareStatement(someByHand(database))) {
        connection.setAutoCommit(true);
        long gone = 1;
        while (gone > 0) {
          statement.setObject(1, limit);
          gone = statement.executeLargeUpdate();
          all += gone;
        }
      }
      return said("by hand", since, all);
    }

    private static double said(String what, long since, long rows) {
      double seconds = (System.nanoTime() - since) / 1e9;
      System.err.printf("  %s %d rows in %.3f s%n", what, rows, seconds);
      if (rows != EACH) {
        throw new IllegalStateException(rows + " rows went instead of " + EACH);
      }
      return seconds;
    }
  }

  /** Removes some visits older than the parameter, as an engineer would write it. */
  static String someByHand(TestDatabase database) {
    return Servers.isPostgres(database)
        ? "delete from visit where ctid = any (array(select ctid from visit where seen_at < ? limit "
            + BY_HAND
            + "))"
        : "delete from visit where seen_at < ? limit " + BY_HAND;
  }

  /** Writes a workspace whose one place is visits, kept for 180 days. */
  static void workspace(TestDatabase database, Path folder) throws IOException {
    boolean postgres = Servers.isPostgres(database);
    Files.createDirectories(folder.resolve("datamap"));
    Files.writeString(folder.resolve("charter.yaml"), CHARTER);
    Files.writeString(
        folder.resolve("systems.yaml"),
        """
        systems:
          shop: {kind: %s, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:SECRET", tls: "off", country: FR, zone: UTC}
        """
            .formatted(
                postgres ? "postgres" : "mariadb",
                database.port(),
                database.database(),
                database.user()));
    Files.writeString(folder.resolve("datamap/shop.yaml"), MAP);
  }

  static final String CHARTER =
      SmallShop.charter(
          """
            ip: {is: "pd:IPAddress"}
          """,
          """
            visits:
              title: Visits
              role: controller
              purpose: measure
              basis: contract
              subjects: [customers]
              data: {only: [ip]}
              keep: {for: 180 days, from: collected, then: delete}
              recipients: []
          """);

  static final String MAP =
      """
      system: shop
      places:
        visit:
          activity: visits
          clocks: {collected: seen_at}
          fields: {ip: {data: ip, end: delete}}
          technical: [id, seen_at, page]
      """;
}
