package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row that somebody renews while its delete waits for it is not past its time any more. */
class RenewedRowTest {
  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RetentionShop shop = new RetentionShop(database, TestFolders.create("renewed"));

  @AfterEach
  void closes() {
    database.drop(Databases.postgres());
  }

  private boolean waits() {
    return shop.column(
                "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND datname = current_database()")
            .size()
        == 1;
  }

  @Test
  void itStays() throws SQLException {
    shop.execute(
        "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2020-01-01 10:00:00', 'b')");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE visit SET seen_at = '2026-11-20 10:00:00' WHERE id = 1");
      CompletableFuture<Expired> run =
          CompletableFuture.supplyAsync(() -> shop.run("visits/keep", "visit", Barring.NONE));
      while (!waits() && !run.isDone()) {
        Thread.onSpinWait();
      }
      other.commit();
      assertThat(run.join().at("visit").deleted()).isOne();
    }
    assertThat(shop.ids("visit")).containsExactly("1");
  }
}
