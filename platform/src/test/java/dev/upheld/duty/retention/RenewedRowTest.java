package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A row that somebody renews while its delete waits for it is not past its time any more. */
class RenewedRowTest {
  private static boolean waits(RetentionShop shop, TestDatabase.Engine engine) {
    return shop.column(
                engine == TestDatabase.Engine.POSTGRESQL
                    ? "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()"
                    : "SELECT t.trx_id FROM information_schema.innodb_trx t"
                        + " JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id"
                        + " WHERE t.trx_state = 'LOCK WAIT' AND p.db = database()")
            .size()
        == 1;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void itStays(TestDatabase.Engine engine) throws SQLException {
    TestServer server =
        engine == TestDatabase.Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb();
    TestDatabase database = server.freshDatabase();
    try {
      staysIn(database);
    } finally {
      server.drop(database);
    }
  }

  private static void staysIn(TestDatabase database) throws SQLException {
    RetentionShop shop = new RetentionShop(database, TestFolders.create("renewed"));
    shop.execute(
        "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2020-01-01 10:00:00', 'b')");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE visit SET seen_at = '2026-11-20 10:00:00' WHERE id = 1");
      CompletableFuture<Expired> run =
          CompletableFuture.supplyAsync(() -> shop.run("visits/keep", "visit", Barring.NONE));
      while (!waits(shop, database.engine()) && !run.isDone()) {
        LockSupport.parkNanos(200_000_000); // MariaDB shows the same for a tenth of a second
      }
      other.commit();
      assertThat(run.join().at("visit").deleted()).isOne();
    }
    assertThat(shop.ids("visit")).containsExactly("1");
  }
}
