package dev.upheld.duty.failing;

import static dev.upheld.duty.failing.Shop.ACCOUNTS;
import static dev.upheld.duty.failing.Shop.CARDS;
import static dev.upheld.duty.failing.Shop.ORDERS;
import static dev.upheld.duty.failing.Shop.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.Promise;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Prove;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever fails, only what needed it is unproven, with the reason; the others go on; the shell
 * gets 3.
 */
class FailuresTest {
  private static final Set<String> ALL = Set.of(ACCOUNTS, VISITS, ORDERS, CARDS);

  @ParameterizedTest
  @EnumSource(Engine.class)
  void withSelectAloneEverythingIsProved(Engine engine) {
    Shop shop = new Shop(engine);
    // MariaDB shows an account only what it was granted: to know that nothing else is there, all of
    // it
    shop.reach("main", readerOfAll(shop.main, "account", "visit"), Duration.ofSeconds(30));
    shop.reach("orders", readerOfAll(shop.orders, "orders"), Duration.ofSeconds(30));
    ProveReport report = shop.prove();
    assertThat(Shop.with(Verdict.UPHELD, report)).as(said(report)).isEqualTo(ALL);
    assertThat(report.exitCode(true)).isEqualTo(ExitCode.HOLDS);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aViolationIsBrokenEvenWhereOtherThingsFail(Engine engine) {
    Shop shop = new Shop(engine);
    shop.main.execute(
        "INSERT INTO visit VALUES (2, '2025-01-01 10:00:00', '/')", "DROP TABLE account");
    ProveReport report = shop.prove();
    assertThat(Shop.with(Verdict.BROKEN, report)).containsExactly(VISITS);
    assertThat(Shop.with(Verdict.UNPROVEN, report)).containsExactly(ACCOUNTS);
    assertThat(report.exitCode(false)).isEqualTo(ExitCode.BROKEN);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void oneSystemIsDown(Engine engine) {
    Shop shop = new Shop(engine);
    shop.reach("orders", shop.orders, 1, Duration.ofSeconds(5));
    only(shop.prove(), Set.of(ORDERS, CARDS), "");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void thePasswordIsWrong(Engine engine) {
    Shop shop = new Shop(engine);
    TestDatabase o = shop.orders;
    TestDatabase wrong =
        new TestDatabase(
            o.engine(),
            o.jdbcUrl(),
            o.host(),
            o.port(),
            o.database(),
            o.user(),
            "no",
            o.certificate());
    shop.reach("orders", wrong, Duration.ofSeconds(30));
    only(shop.prove(), Set.of(ORDERS, CARDS), "password");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aGrantIsMissing(Engine engine) {
    Shop shop = new Shop(engine);
    shop.reach("main", reader(shop.main, "account"), Duration.ofSeconds(30));
    ProveReport report = shop.prove();
    assertThat(Shop.with(Verdict.UNPROVEN, report)).as(said(report)).contains(VISITS);
    assertThat(Shop.with(Verdict.UPHELD, report)).contains(ACCOUNTS, ORDERS);
    assertThat(report.exitCode(false)).isEqualTo(ExitCode.UNSEEN);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aTableIsDroppedBetweenLookingAndAsking(Engine engine) {
    Shop shop = new Shop(engine);
    ProveReport report =
        shop.workspace().run(List.of(meanwhile(() -> shop.main.execute("DROP TABLE visit"))));
    only(report, Set.of(VISITS, CARDS), "visit");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theLineIsCutOnTheWay(Engine engine) {
    Shop shop = new Shop(engine);
    ProveReport report = shop.workspace().run(List.of(meanwhile(() -> cut(shop.orders))));
    assertThat(Shop.with(Verdict.UPHELD, report)).contains(ACCOUNTS, VISITS);
    assertThat(Shop.with(Verdict.BROKEN, report)).isEmpty();
    // whether the connector mended the line in time or not: nothing is taken for proved falsely
    assertThat(report.results()).allMatch(r -> r.evidence().size() == 1);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aStatementThatTakesTooLongStopsOnlyItself(Engine engine) throws SQLException {
    Shop shop = new Shop(engine);
    shop.reach("main", shop.main, Duration.ofSeconds(1));
    try (Connection holder = shop.main.connect();
        Statement lock = holder.createStatement()) {
      lock(engine, holder, lock);
      only(shop.prove(), Set.of(VISITS, CARDS), "");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stoppingDoesNotWaitForTheStatement(Engine engine) throws Exception {
    Shop shop = new Shop(engine);
    shop.reach("main", shop.main, Duration.ofMinutes(10));
    try (Connection holder = shop.main.connect();
        Statement lock = holder.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      lock(engine, holder, lock);
      CountDownLatch asking = new CountDownLatch(1);
      Progress progress =
          (step, done, total) -> {
            if (step.equals("measuring main/visit")) {
              asking.countDown();
            }
          };
      Prove prove = shop.workspace().prove(Shop.probers(), progress);
      var run = threads.submit(() -> prove.run(shop.workspace().assignment()));
      assertThat(asking.await(60, TimeUnit.SECONDS)).isTrue();
      prove.cancel();
      assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS)).hasMessageContaining("stopped");
    }
  }

  @Test
  void rowLevelSecurityHidesRows() {
    Shop shop = new Shop(Engine.POSTGRESQL);
    TestDatabase reader = reader(shop.main, "account", "visit");
    shop.main.execute(
        "ALTER TABLE visit ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY few ON visit USING (id < 10)");
    shop.reach("main", reader, Duration.ofSeconds(30));
    only(shop.prove(), Set.of(VISITS, CARDS), "ow");
  }

  private static void only(ProveReport report, Set<String> unproven, String reason) {
    assertThat(Shop.with(Verdict.UNPROVEN, report)).as(said(report)).isEqualTo(unproven);
    assertThat(Shop.with(Verdict.BROKEN, report)).isEmpty();
    for (String promise : unproven) {
      assertThat(Shop.result(promise, report).evidence().getFirst().reasons())
          .as(promise)
          .isNotEmpty()
          .anyMatch(r -> r.contains(reason));
    }
    assertThat(report.exitCode(false)).isEqualTo(ExitCode.UNSEEN);
  }

  private static String said(ProveReport report) {
    StringBuilder said = new StringBuilder();
    report
        .results()
        .forEach(
            r ->
                said.append(r.promise().id())
                    .append(' ')
                    .append(r.verdict())
                    .append(' ')
                    .append(r.evidence().isEmpty() ? "" : r.evidence().getFirst().reasons())
                    .append('\n'));
    return said.toString();
  }

  private static TestDatabase readerOfAll(TestDatabase database, String... tables) {
    return switch (database.engine()) {
      case POSTGRESQL -> reader(database, tables);
      case MARIADB ->
          database.restricted("GRANT SELECT ON " + database.database() + ".* TO {user}");
    };
  }

  private static TestDatabase reader(TestDatabase database, String... tables) {
    String[] grants = new String[tables.length + 1];
    grants[0] =
        switch (database.engine()) {
          case POSTGRESQL -> "GRANT USAGE ON SCHEMA public TO {user}";
          case MARIADB -> "GRANT SHOW VIEW ON " + database.database() + ".* TO {user}";
        };
    for (int i = 0; i < tables.length; i++) {
      String table =
          database.engine() == Engine.MARIADB ? database.database() + "." + tables[i] : tables[i];
      grants[i + 1] = "GRANT SELECT ON " + table + " TO {user}";
    }
    return database.restricted(grants);
  }

  private static void lock(Engine engine, Connection holder, Statement lock) throws SQLException {
    switch (engine) {
      case POSTGRESQL -> {
        holder.setAutoCommit(false);
        lock.execute("LOCK TABLE visit IN ACCESS EXCLUSIVE MODE");
      }
      case MARIADB -> lock.execute("LOCK TABLES visit WRITE");
    }
  }

  /** Ends all other connections to the database. */
  private static void cut(TestDatabase database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      switch (database.engine()) {
        case POSTGRESQL ->
            statement.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        case MARIADB -> {
          var others =
              statement.executeQuery(
                  "SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                      + " AND id <> CONNECTION_ID()");
          List<Long> ids = new java.util.ArrayList<>();
          while (others.next()) {
            ids.add(others.getLong(1));
          }
          for (long id : ids) {
            statement.execute("KILL " + id);
          }
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Probes as usual, but something happens once after all systems were looked at. */
  private static Prober meanwhile(Runnable event) {
    return new Prober() {
      private boolean happened;

      @Override
      public boolean measures(Promise promise) {
        return one(promise).isPresent();
      }

      private java.util.Optional<Prober> one(Promise promise) {
        return Shop.probers().stream().filter(p -> p.measures(promise)).findFirst();
      }

      @Override
      public ProbePlan plan(Promise promise, Scene scene) {
        if (!happened) {
          happened = true;
          event.run();
        }
        return one(promise).orElseThrow().plan(promise, scene);
      }

      @Override
      public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
        return one(promise).orElseThrow().judge(promise, plan, replies, scene);
      }
    };
  }
}
