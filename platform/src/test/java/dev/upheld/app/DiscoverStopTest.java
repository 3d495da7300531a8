package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code upheld discover} stopped by Ctrl-C, killed, taken up again, and kept waiting. */
class DiscoverStopTest {
  private static final int INTERRUPTED = 128 + 2;

  @TempDir Path folder;

  static Stream<TestServer> servers() {
    return Stream.of(Databases.postgres(), Databases.mariadb());
  }

  /** Columns without a telling name: only their values say that they are personal. */
  private static TestDatabase database() {
    TestDatabase database = Databases.postgres().freshDatabase();
    for (String table : new String[] {"a_first", "b_second", "m_middle"}) {
      database.execute(
          "create table " + table + " (k1 int primary key, c1 text)",
          "insert into "
              + table
              + " select g, 'ada' || g || '@example.com' from generate_series(1, 30) g");
    }
    return database;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnWhereItWasStoppedOrKilled(boolean killed) throws SQLException, IOException {
    TestDatabase database = database();
    DiscoverFolder discover = new DiscoverFolder(folder, database);
    try (Connection busy = database.connect();
        Statement lock = busy.createStatement()) {
      busy.setAutoCommit(false);
      lock.execute("lock table m_middle in access exclusive mode");
      try (ChildJvm child = discover.start("128m")) {
        awaitLocked(database);
        Instant from = Instant.now();
        if (killed) {
          child.kill();
          discover.tear();
        } else {
          assertThat(child.interrupt()).isEqualTo(INTERRUPTED);
          assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(8));
          assertThat(child.said()).noneMatch(l -> l.contains("fault") || l.contains("Exception"));
        }
      }
    }
    assertThat(discover.datamap()).isEmpty();
    assertThat(discover.kept()).hasSize(1);
    assertThat(discover.kept().getFirst()).contains("pd:EmailAddress").doesNotContain("ada", "@");

    database.execute(
        "delete from a_first", "delete from b_second", "alter table b_second add c2 int");
    Run resumed = discover.discover("--resume");

    assertThat(resumed.exit()).as(resumed.all()).isZero();
    assertThat(discover.map())
        .contains("  a_first:\n    review: proposed")
        .contains("  m_middle:\n    review: proposed")
        .doesNotContain("  b_second:\n    review"); // it changed, so it was looked at again
    assertThat(discover.kept()).isEmpty();
  }

  @Test
  void withoutBeingAskedItBeginsAnew() throws SQLException {
    TestDatabase database = database();
    DiscoverFolder discover = new DiscoverFolder(folder, database);
    try (Connection busy = database.connect();
        Statement lock = busy.createStatement()) {
      busy.setAutoCommit(false);
      lock.execute("lock table m_middle in access exclusive mode");
      try (ChildJvm child = discover.start("128m")) {
        awaitLocked(database);
        child.kill();
      }
    }
    database.execute("delete from a_first");
    assertThat(discover.discover().exit()).isZero();
    assertThat(discover.map()).doesNotContain("  a_first:\n    review");
    assertThat(discover.kept()).isEmpty();
  }

  /** Returns when somebody waits for a lock of this database. */
  private static void awaitLocked(TestDatabase database) throws SQLException {
    Instant until = Instant.now().plusSeconds(120);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      while (Instant.now().isBefore(until)) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*), pg_sleep(0.05) from pg_stat_activity where datname ="
                    + " current_database() and wait_event_type = 'Lock'")) {
          row.next();
          if (row.getInt(1) > 0) {
            return;
          }
        }
      }
    }
    throw new AssertionError("nobody waits for a lock");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void givesABusyDatabaseUpAfterAWhile(TestServer server) {
    TestDatabase database = server.freshDatabase();
    database.execute(
        "create table t (email varchar(99))", "insert into t values ('a@example.com')");
    DiscoverFolder discover = new DiscoverFolder(folder, database);

    Run run = discover.discover("--pause-above", "0", "--give-up-after", "1");

    assertThat(run.exit()).as(run.all()).isEqualTo(3);
    assertThat(run.err())
        .contains("too busy for 1 s")
        .contains("--resume")
        .contains("--pause-above");
    assertThat(discover.datamap()).isEmpty();
    assertThat(discover.discover("--resume").exit()).isZero();
  }

  @Test
  void saysThatItWaitsAndStopsWithinThePause() {
    TestDatabase database = Databases.postgres().freshDatabase();
    database.execute("create table t (email varchar(99))");
    DiscoverFolder discover = new DiscoverFolder(folder, database);
    try (ChildJvm child = discover.start("128m", "--pause-above", "0")) {
      child.await("  waiting: its catalogue answers in ");
      Instant from = Instant.now();
      assertThat(child.interrupt()).isEqualTo(INTERRUPTED);
      assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }
    assertThat(discover.datamap()).isEmpty();
  }
}
