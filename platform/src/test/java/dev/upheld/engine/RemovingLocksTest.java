package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Keeping;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.BoundClock.Missing;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.TableName;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that go by themselves: while they do, nobody waits for rows that stay. */
class RemovingLocksTest {
  private static final Instant LIMIT = Instant.parse("2025-12-04T00:00:00Z");
  private static final long MOST = 2_000;
  private static final TableName TABLE = TableName.parse("aged");
  private static final RowSet ROWS = new RowSet(1, TABLE, List.of("id"));

  private static Keeping keeping() {
    Clock clock = new Clock.Column("seen_at", Clock.Reading.NATIVE);
    Due due = new Due.Before(new BoundClock("seen", clock, Missing.UNKNOWN), LIMIT);
    return new Keeping(
        Optional.empty(),
        List.of(),
        List.of(
            new Question.CountDue(
                TABLE, due, Optional.empty(), List.of(), ShopFixture.NOW, ZoneOffset.UTC)),
        ShopFixture.NOW,
        ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL, true, ''",
    "POSTGRESQL, false, ''",
    "MARIADB, true, REPEATABLE READ",
    "MARIADB, false, READ COMMITTED"
  })
  void nobodyWaitsForRowsThatStay(TestDatabase.Engine engine, boolean indexed, String isolation) {
    boolean postgres = engine == TestDatabase.Engine.POSTGRESQL;
    TestDatabase database = (postgres ? Databases.postgres() : Databases.mariadb()).freshDatabase();
    removes(database, indexed, isolation);
  }

  /** Which rows a limit leaves is for the replica to choose, where it is sent the statement. */
  @Test
  void aReplicaThatIsSentStatementsIsMinded() {
    TestDatabase database = Databases.mariadb().freshDatabase();
    String before = database.texts("select @@global.binlog_format").getFirst();
    database.execute("set global binlog_format = 'STATEMENT'");
    try {
      removes(database, true, "READ COMMITTED");
    } finally {
      database.execute("set global binlog_format = '" + before + "'");
    }
  }

  private static void removes(TestDatabase database, boolean indexed, String isolation) {
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    ShopFixture shop = new ShopFixture(database, TestFolders.create("locks"));
    database.execute(
        "create table aged (id int primary key, seen_at "
            + (postgres ? "timestamp" : "datetime")
            + ", page int)",
        "insert into aged select g, "
            + (postgres
                ? "timestamp '2025-12-01' + g * interval '1 minute', 0 from generate_series(1, 100000) g"
                : "timestampadd(minute, g, '2025-12-01'), 0 from (select seq as g from seq_1_to_100000) s"));
    if (indexed) {
      database.execute(
          "create index aged_seen on aged (seen_at)",
          "analyze " + (postgres ? "" : "table ") + "aged");
    }
    try (ActSession session =
        ShopFixture.open(shop.workspace().map().systems().values().iterator().next())) {
      long gone =
          session.removing(
              ROWS,
              keeping(),
              MOST,
              () -> {
                long rows = session.timed().removeSome(ROWS, keeping(), MOST).orElseThrow().rows();
                if (!postgres) {
                  assertThat(
                          database.texts(
                              "select trx_isolation_level from information_schema.innodb_trx"
                                  + " where trx_rows_modified >= "
                                  + MOST))
                      .containsExactly(isolation);
                }
                database.execute(
                    postgres ? "set lock_timeout = '1s'" : "set innodb_lock_wait_timeout = 1",
                    "update aged set page = page + 1 where id > 50000 and id < 50100",
                    "update aged set seen_at = '2026-11-24' where id = 99999",
                    "delete from aged where id = 60000",
                    "insert into aged values (100001, '2026-11-24', 0)");
                return rows;
              });
      assertThat(gone).isEqualTo(MOST);
    }
    assertThat(database.texts("select count(*) from aged where page = 1")).containsExactly("99");
  }
}
