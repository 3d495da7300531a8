package dev.upheld.bench;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.demo.Site;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.retention.Rule;
import dev.upheld.duty.retention.Seen;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Five years of the demo company, night after night: each day brings new data, each night ends what
 * is past its time. Now and then SQL of its own counts what must be gone and what must be there.
 */
final class RetentionYearsBench implements Benchmark {
  private static final int DAYS =
      Integer.parseInt(System.getenv().getOrDefault("UPHELD_BENCH_DAYS", "1826"));

  private static final long CUSTOMERS = 300;
  private static final double LONGEST_SECONDS = 120;
  private static final int LOOK_EVERY = 90;

  @Override
  public String name() {
    return "retention-years";
  }

  @Override
  public String what() {
    return "$UPHELD_BENCH_DAYS days, " + DAYS + ", of the demo company, with a run every night";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (Nimbus.Engine engine : Nimbus.Engine.values()) {
      try (Nimbus company = Nimbus.start(engine, checkout, CUSTOMERS);
          Life life = new Life(company)) {
        long since = System.nanoTime();
        for (int day = 1; day <= DAYS; day++) {
          life.live(day);
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        String server = engine.name().toLowerCase(java.util.Locale.ROOT) + "-";
        report.figure(server + "rules", (double) life.rules);
        report.figure(server + "rows-gone", (double) life.gone);
        report.atMost(server + "seconds", seconds, LONGEST_SECONDS * DAYS / 1826);
      }
    }
  }

  /**
   * What a day brings to a table: copies of some of its first rows, of that day.
   *
   * @param days so many days a row is kept
   * @param clock the column with its time
   * @param set columns that get another value than the row copied; {@code %d} is the number of the
   *     new row, {@code %t} its time
   */
  private record Daily(String table, int rows, int days, String clock, Map<String, String> set) {
    /** Whoever wished to be kept longer is. */
    String unwished(String now) {
      return set.containsKey("keep_until")
          ? " and (keep_until is null or keep_until < " + now + ")"
          : "";
    }
  }

  private static final List<Daily> DAILY =
      List.of(
          new Daily("visit", 20, 180, "visited_at", Map.of("visited_at", "%t")),
          new Daily("security_event", 10, 366, "happened_at", Map.of("happened_at", "%s")),
          new Daily("request_log", 20, 30, "logged_at", Map.of("logged_at", "%m")),
          new Daily(
              "candidate",
              3,
              366,
              "last_contact_on",
              Map.of("last_contact_on", "%y", "decided_at", "null", "keep_until", "null")));

  /** A company that grows older. */
  private static final class Life implements AutoCloseable {
    private final Nimbus.Engine engine;
    private final Connection connection;
    private final Workspace workspace;
    private final Store store = Stores.fresh();
    private final Instant birth = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
    private final Retaining retaining;
    private final Map<String, Long> first = new java.util.TreeMap<>();
    private Instant now = birth;
    long gone;
    int rules;

    Life(Nimbus company) throws SQLException {
      engine = company.engine();
      Site site = company.sites().getFirst();
      connection = site.source().open();
      workspace =
          Workspaces.read(company.workspace(), References.machine().overlaid(company.variables()))
              .workspace()
              .orElseThrow();
      retaining =
          new Retaining(
              new Retaining.Parts(
                  Optional.of(new Retaining.Books(store, new Journal(store, () -> now))),
                  new Expiring(ActConnector::open, Barring.NONE, () -> now),
                  ResidueWork::open,
                  () -> now));
      prepare();
    }

    private void prepare() throws SQLException {
      for (Daily daily : DAILY) {
        first.put(daily.table(), number("select coalesce(max(id), 0) from " + daily.table()));
        execute(
            "create table model_"
                + daily.table()
                + " as select * from "
                + daily.table()
                + " order by id limit "
                + daily.rows());
      }
      if (engine == Nimbus.Engine.MARIADB) {
        execute(SmallShop.MEMORY);
      }
      for (Rule rule : Retention.rules(workspace, now)) {
        if (rule.expiry().isPresent()) {
          retaining.release(
              workspace,
              new Retaining.What(rule.id(), rule.digest(), new Seen.Unsaid()),
              Optional.empty());
          rules++;
        }
      }
    }

    void live(int day) throws SQLException {
      now = birth.plus(Duration.ofDays(day));
      for (Daily daily : DAILY) {
        bring(daily);
      }
      Retaining.Way way = new Retaining.Way(Pace.Way.usual(d -> {}), () -> false, Progress.SILENT);
      for (Ran ran : retaining.runSince(workspace, now, way)) {
        if (ran.trouble().isPresent()) {
          throw new IllegalStateException(ran.rule() + ": " + ran.trouble().get());
        }
        gone += ran.done().map(Expired::touched).orElse(0L);
      }
      if (day % LOOK_EVERY == 0 || day == DAYS) {
        for (Daily daily : DAILY) {
          look(daily, day);
        }
        System.err.println("  day " + day + ", " + gone + " rows gone");
      }
    }

    private void bring(Daily daily) throws SQLException {
      List<String> columns = new ArrayList<>();
      List<String> values = new ArrayList<>();
      long last = number("select coalesce(max(id), 0) from " + daily.table());
      long from = Math.max(last, first.getOrDefault(daily.table(), 0L));
      try (Statement statement = connection.createStatement();
          ResultSet model =
              statement.executeQuery("select * from model_" + daily.table() + " where 1 = 0")) {
        for (int i = 1; i <= model.getMetaData().getColumnCount(); i++) {
          String column = model.getMetaData().getColumnName(i);
          columns.add(column);
          values.add(
              column.equals("id")
                  ? from + " + row_number() over (order by id)"
                  : daily.set().containsKey(column) ? at(daily.set().get(column), now) : column);
        }
      }
      execute(
          "insert into "
              + daily.table()
              + " ("
              + String.join(", ", columns)
              + ") select "
              + String.join(", ", values)
              + " from model_"
              + daily.table());
    }

    private String at(String form, Instant at) {
      return form.replace("%t", engine.literal(at))
          .replace("%s", String.valueOf(at.getEpochSecond()))
          .replace("%m", String.valueOf(at.toEpochMilli()))
          .replace("%y", "date '" + LocalDate.ofInstant(at, ZoneOffset.UTC) + "'");
    }

    /** Nothing is older than its promise says, by a day; nothing younger is missing. */
    private void look(Daily daily, int day) throws SQLException {
      String form = String.valueOf(daily.set().get(daily.clock()));
      Instant over = now.minus(Duration.ofDays(daily.days() + 1));
      long old =
          number(
              "select count(*) from "
                  + daily.table()
                  + " where "
                  + daily.clock()
                  + " < "
                  + at(form, over)
                  + daily.unwished(at("%y", over)));
      Instant limit = now.minus(Duration.ofDays(daily.days() - 2));
      long young =
          number(
              "select count(*) from "
                  + daily.table()
                  + " where id > "
                  + first.get(daily.table())
                  + " and "
                  + daily.clock()
                  + " > "
                  + at(form, limit));
      long wanted = (long) daily.rows() * Math.min(day, daily.days() - 2);
      if (old != 0 || young != wanted) {
        throw new IllegalStateException(
            "on day %d %s has %d rows that should be gone, and %d of %d younger ones"
                .formatted(day, daily.table(), old, young, wanted));
      }
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private long number(String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        result.next();
        return result.getLong(1);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      store.close();
    }
  }
}
