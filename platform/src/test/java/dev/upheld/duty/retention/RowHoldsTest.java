package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.HoldingRows;
import dev.upheld.engine.RowsAsked;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds.Hold;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows on hold by themselves: no rule takes them, what belongs to them or what they need. */
class RowHoldsTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {
    private TestDatabase database;
    private RetentionShop shop;

    abstract TestServer server();

    @BeforeAll
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, TestFolders.create("row-holds"));
      shop.execute(
          "ALTER TABLE invoice ADD ticket_id INT NULL",
          "ALTER TABLE invoice ADD FOREIGN KEY (ticket_id) REFERENCES ticket (id)");
      shop.map(
          "technical: [id, customer_id, closed_on]",
          "technical: [id, customer_id, closed_on, ticket_id]");
    }

    @AfterAll
    void closes() {
      database.drop(server());
    }

    @BeforeEach
    void fills() {
      for (String table :
          List.of(
              "attachment",
              "message",
              "invoice",
              "ticket",
              "contract",
              "contract_archive",
              "customer",
              "visit",
              "login")) {
        shop.execute("DELETE FROM " + table);
      }
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', '2020-01-01 10:00:00'), (2, 'bruno@x.example', '2020-01-01 10:00:00')",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE), (11, 2, 's', '2024-01-01 10:00:00', FALSE), (12, 2, 's', '2024-02-01 10:00:00', FALSE)",
          "INSERT INTO message VALUES (20, 10, 'm', NULL), (21, 11, 'm', NULL), (22, 12, 'm', NULL)",
          "INSERT INTO attachment VALUES (30, 21)",
          "INSERT INTO visit VALUES (1, '2026-01-01 10:00:00', 'a'), (2, '2026-01-02 23:30:00', 'b'), (3, '2026-01-03 00:00:00', 'c'), (4, '2026-01-04 10:00:00', 'd')",
          "INSERT INTO login VALUES (1, '2026-01-01 10:00:00', 1, 'a'), (2, '2026-01-01 10:00:00', NULL, 'b')",
          "INSERT INTO contract VALUES (1, 1, 't', '2020-01-01 10:00:00'), (2, 2, 't', '2020-01-01 10:00:00')");
    }

    /** What a run keeps back was foretold by the account that only reads. */
    private Expired run(String promise, String place, Hold... holds) {
      Outlook ahead = ahead(promise, place, on(holds));
      Expired done = shop.run(promise, place, on(holds));
      assertThat(ahead.held(ahead.made())).as("foretold of " + place).isEqualTo(done.onHold());
      assertThat(ahead.apart()).isTrue();
      return done;
    }

    private Outlook ahead(String promise, String place, Barring barring) {
      return new Retaining(
              new Retaining.Parts(
                  Optional.empty(),
                  new Expiring(RetentionShop::open, barring, () -> RetentionShop.NOW),
                  ResidueWork::open,
                  () -> RetentionShop.NOW))
          .outlook(shop.workspace(), shop.rule(promise, place));
    }

    private static Barring on(Hold... holds) {
      return new Rows(() -> List.of(holds));
    }

    private static Map<String, Long> kept(Hold hold, long rows) {
      return Map.of(Expired.HOLD + hold.id(), rows);
    }

    @Test
    void oneRowStaysWithAllThatBelongsToIt() {
      Hold hold = RowHolds.row("ticket", 11);
      Expired foreseen = shop.look("support/keep", "ticket", on(hold));
      assertThat(foreseen.keptBack()).isEqualTo(kept(hold, 1));
      Expired done = run("support/keep", "ticket", hold);
      assertThat(done.keptBack()).isEqualTo(kept(hold, 1));
      assertThat(shop.ids("ticket")).containsExactly("11");
      assertThat(shop.ids("message")).containsExactly("21");
      assertThat(shop.ids("attachment")).containsExactly("30");
      assertThat(run("support/keep", "ticket").touched()).as("once lifted").isPositive();
      assertThat(shop.ids("ticket")).isEmpty();
    }

    @Test
    void whatARowOnHoldBelongsToStaysAsWell() {
      Hold hold = RowHolds.row("message", 22);
      assertThat(run("support/keep", "ticket", hold).keptBack()).isEqualTo(kept(hold, 1));
      assertThat(shop.ids("ticket")).containsExactly("12");
      run("support/keep", "ticket");
      shop.execute("INSERT INTO ticket VALUES (13, 1, 's', '2024-01-01 10:00:00', FALSE)");
      Hold ticket = RowHolds.row("ticket", 13);
      assertThat(run("accounts/keep", "customer", ticket).keptBack()).isEqualTo(kept(ticket, 1));
      assertThat(shop.ids("customer")).containsExactly("1");
    }

    @Test
    void whatBelongsToARowOnHoldStaysFromItsOwnRule() {
      Hold hold = RowHolds.row("customer", 2);
      Expired done = run("support/keep", "ticket", hold);
      assertThat(done.keptBack()).isEqualTo(kept(hold, 2));
      assertThat(shop.ids("ticket")).containsExactly("11", "12");
      assertThat(run("contracts/keep", "contract", hold).keptBack()).isEqualTo(kept(hold, 1));
      assertThat(shop.ids("contract")).as("not archived").containsExactly("2");
      assertThat(shop.ids("contract_archive")).containsExactly("1");
      run("logins/keep", "login", RowHolds.row("customer", 1));
      assertThat(shop.column("SELECT id FROM login WHERE ip IS NOT NULL")).containsExactly("1");
    }

    @Test
    void aRowThatOneOnHoldPointsAtIsNotTakenFromIt() {
      shop.execute(
          "INSERT INTO invoice (id, customer_id, billed_to, ticket_id) VALUES (40, 1, 'x', 10), (41, 1, 'x', 11)");
      Hold hold = RowHolds.row("invoice", 40);
      assertThat(run("support/keep", "ticket", hold).keptBack()).isEqualTo(kept(hold, 1));
      assertThat(shop.ids("ticket")).containsExactly("10");
      assertThat(shop.column("SELECT ticket_id FROM invoice ORDER BY id"))
          .containsExactly("10", "-");
    }

    @Test
    void allRowsOfAnActivityStay() {
      Hold hold = RowHolds.activity("visits", "visit");
      assertThat(run("visits/keep", "visit", hold).keptBack()).isEqualTo(kept(hold, 4));
      assertThat(shop.ids("visit")).hasSize(4);
      Hold since = RowHolds.activity("visits", "login");
      assertThat(run("visits/keep", "visit", since).keptBack())
          .as("a place that was bound to the activity after the hold was set")
          .isEqualTo(kept(since, 4));
    }

    @Test
    void aRangeOfKeysOrDaysStays() {
      Hold keys = RowHolds.range("visit", 2, 3);
      assertThat(shop.look("visits/keep", "visit", on(keys)).keptBack()).isEqualTo(kept(keys, 2));
      Hold day = RowHolds.days("visit", "seen_at", "2026-01-02", "2026-01-02");
      assertThat(run("visits/keep", "visit", day).keptBack()).isEqualTo(kept(day, 1));
      assertThat(shop.ids("visit")).containsExactly("2");
    }

    @Test
    void aRowWithoutAValueLiesInEveryRange() {
      shop.execute("INSERT INTO visit VALUES (5, '2026-01-01 10:00:00', NULL)");
      Hold hold =
          RowHolds.by(
              "visit", new HeldRows.By("ip", Optional.empty(), Optional.of("b"), Optional.of("c")));
      assertThat(run("visits/keep", "visit", hold).keptBack()).isEqualTo(kept(hold, 3));
      assertThat(shop.ids("visit")).containsExactly("2", "3", "5");
    }

    @Test
    void aRowIsHeldByAllColumnsOfItsKey() {
      String place = "  visit:\n    activity: visits\n";
      shop.map(place, place + "    key: [id, ip]\n");
      try {
        shop.execute("INSERT INTO visit VALUES (5, '2026-01-01 10:00:00', 'x, y=1')");
        HoldingRows holding = new HoldingRows(RetentionShop::open);
        for (String unfit :
            List.of(
                "2",
                "id=2",
                "id=2,ip=a",
                "ip=b",
                "id=2,id=2",
                "2,ip=b",
                "id=2,ip=b,id=3",
                "id=b,ip=b")) {
          assertThatThrownBy(() -> asked(holding, unfit))
              .as(unfit)
              .hasMessageContaining("held-rows");
        }
        Hold two = asked(holding, "ip=b, id=2");
        assertThat(two.rows().orElseThrow().kind()).isEqualTo("row");
        assertThat(holding.count(shop.workspace(), two.rows().orElseThrow()))
            .singleElement()
            .satisfies(counted -> assertThat(counted.rows()).contains(1L));
        Hold five = asked(holding, "id=5,ip=x, y=1");
        Expired done = run("visits/keep", "visit", two, five);
        assertThat(done.keptBack())
            .containsExactlyInAnyOrderEntriesOf(
                Map.of(Expired.HOLD + two.id(), 1L, Expired.HOLD + five.id(), 1L));
        assertThat(shop.ids("visit")).containsExactly("2", "5");
      } finally {
        shop.map(place + "    key: [id, ip]\n", place);
      }
    }

    @Test
    void rangesAreHeldAsTheDatabaseOrdersValuesOrRefused() {
      boolean postgres = isPostgres();
      String mood = postgres ? "mood" : "ENUM('sad', 'glad')";
      if (postgres) {
        shop.execute("CREATE TYPE mood AS ENUM ('sad', 'glad')");
      }
      shop.execute(
          "CREATE TABLE odd (id UUID PRIMARY KEY, n DECIMAL(20, 2), d DATE, word VARCHAR(9), mood "
              + mood
              + ", seen_at DATE)",
          "INSERT INTO odd VALUES ('00000000-0000-4000-8000-000000000001', 1, '0001-01-01', 'b', 'sad', '2026-01-01'),"
              + " ('ffffffff-ffff-4fff-bfff-fffffffffff0', 2, '9999-12-31', 'é', 'glad', '2026-01-01')");
      String odd =
          """
            odd:
              activity: visits
              clocks: {collected: seen_at}
              fields: {word: {data: ip, end: delete}}
              technical: [id, n, d, mood, seen_at]
          """;
      shop.map("  visit:\n", odd + "  visit:\n");
      try {
        assertThat(held("d", "0001-01-01", "2000-01-01")).isEqualTo(1);
        assertThat(held("d", "2000-01-01", "9999-12-31")).isEqualTo(1);
        assertThat(held("d", "0001-01-01", "9999-12-31")).isEqualTo(2);
        assertThat(held("mood", "glad", "sad")).isEqualTo(2);
        assertThat(held("mood", "sad", "sad")).isEqualTo(1);
        assertThat(held("word", "b", "é")).isEqualTo(2);
        assertThat(held("n", "2e0", "1e50")).isEqualTo(1);
        String last = "ffffffff-ffff-4fff-bfff-fffffffffff0";
        assertThat(held("id", last, last)).isEqualTo(1);
        refused("id", "00000000-0000-0000-0000-000000000000", last);
        refused("id", last, "00000000-0000-0000-0000-000000000000");
        refused("word", "é", "b");
        refused("n", "2", "1");
        refused("n", "0", "1e99999999");
        refused("n", "1e2147483647", "1e2147483647");
        refused("n", "1e-99999999", "2");
        refused("d", "2026-01-01", "+999999999-12-31");
        Hold glad = RowHolds.of(range("mood", "glad", "glad"));
        assertThat(run("visits/keep", "odd", glad).keptBack()).isEqualTo(kept(glad, 1));
      } finally {
        shop.map(odd, "");
        shop.execute("DROP TABLE odd");
      }
    }

    @Test
    void aRowIsHeldByTimesOfItsKey() {
      String local = isPostgres() ? "TIMESTAMP" : "DATETIME(6)";
      String zoned = isPostgres() ? "TIMESTAMPTZ" : "TIMESTAMP(6)";
      shop.execute(
          isPostgres() ? "SET TIME ZONE 'UTC'" : "SET time_zone = '+00:00'",
          "CREATE TABLE stamp (id INT, seen_at %s, sent_at %s, day DATE, ip VARCHAR(9), PRIMARY KEY (id, seen_at, sent_at, day))"
              .formatted(local, zoned),
          "INSERT INTO stamp VALUES (1, '2025-10-26 02:30:00.123456', '2025-10-26 00:30:00', '2025-10-26', 'a'),"
              + " (2, '2025-03-30 02:30:00', '2025-10-26 01:30:00', '2025-10-26', 'b'),"
              + " (2, '2025-03-30 03:30:00', '2025-10-26 01:30:00', '2025-10-26', 'c'),"
              + " (3, '2025-03-30 03:30:00', '2025-10-26 01:30:00', '2025-10-26', 'd')");
      String stamp =
          """
            stamp:
              activity: visits
              key: [id, seen_at, sent_at, day]
              clocks: {collected: seen_at}
              fields: {ip: {data: ip, end: delete}}
          """;
      shop.map("  visit:\n", stamp + "  visit:\n");
      try {
        Hold one =
            stamp(
                "id=1,seen_at=2025-10-26T02:30:00.123456,sent_at=2025-10-26T02:30:00+02:00,day=2025-10-26");
        Hold two =
            stamp("id=2,seen_at=2025-03-30 02:30,sent_at=2025-10-26 01:30:00Z,day=2025-10-26");
        for (String unfit :
            List.of(
                "2025-10-26,sent_at=2025-10-26 01:30:00Z,day=2025-10-26",
                "2025-03-30 02:30,sent_at=2025-10-26 01:30:00,day=2025-10-26",
                "2025-03-30 02:30,sent_at=2025-10-26 01:30:00Z,day=26",
                "2025-03-30 02:30:00.0000001,sent_at=2025-10-26 01:30:00Z,day=2025-10-26",
                "2025-03-30 02:31,sent_at=2025-10-26 01:30:00Z,day=2025-10-26")) {
          assertThatThrownBy(() -> stamp("id=2,seen_at=" + unfit))
              .as(unfit)
              .hasMessageContaining("held-rows");
        }
        Expired done = run("visits/keep", "stamp", one, two);
        assertThat(done.keptBack())
            .containsExactlyInAnyOrderEntriesOf(
                Map.of(Expired.HOLD + one.id(), 1L, Expired.HOLD + two.id(), 1L));
        assertThat(shop.column("SELECT ip FROM stamp ORDER BY ip")).containsExactly("a", "b");
      } finally {
        shop.map(stamp, "");
        shop.execute("DROP TABLE stamp");
      }
    }

    private Hold stamp(String key) {
      return RowHolds.of(
          new HoldingRows(RetentionShop::open)
              .of(shop.workspace(), new RowsAsked.One("shop/stamp", key)));
    }

    private boolean isPostgres() {
      return database.engine() == TestDatabase.Engine.POSTGRESQL;
    }

    private HeldRows range(String by, String from, String to) {
      RowsAsked asked =
          new RowsAsked.Between("shop/odd", Optional.of(by), Optional.of(from), Optional.of(to));
      return new HoldingRows(RetentionShop::open).of(shop.workspace(), asked);
    }

    private long held(String by, String from, String to) {
      return new HoldingRows(RetentionShop::open)
          .count(shop.workspace(), range(by, from, to))
          .getFirst()
          .rows()
          .orElseThrow();
    }

    private void refused(String by, String from, String to) {
      assertThatThrownBy(() -> range(by, from, to))
          .as(by + " from " + from)
          .hasMessageContaining("held-rows");
    }

    private Hold asked(HoldingRows holding, String key) {
      return RowHolds.of(holding.of(shop.workspace(), new RowsAsked.One("shop/visit", key)));
    }

    @Test
    void aHoldThatIsSetWhileARunWorksHoldsFromTheNextTransactionOn() {
      Hold hold = RowHolds.range("visit", 1, 4);
      Barring late = new Rows(() -> shop.ids("visit").size() < 4 ? List.of(hold) : List.of());
      Expired done =
          shop.run(
              "visits/keep",
              "visit",
              new RetentionShop.Way(late, RetentionShop::open, 1, RetentionShop.NOW));
      assertThat(done.keptBack()).isEqualTo(kept(hold, 3));
      assertThat(shop.ids("visit")).hasSize(3);
    }

    @Test
    void whatTablesOnNoMapCarryIsNotForetoldForSure() {
      shop.execute(
          "CREATE TABLE parcel (id INT PRIMARY KEY, ticket_id INT, FOREIGN KEY (ticket_id) REFERENCES ticket (id) ON DELETE CASCADE)",
          "ALTER TABLE invoice ADD parcel_id INT NULL",
          "ALTER TABLE invoice ADD CONSTRAINT of_parcel FOREIGN KEY (parcel_id) REFERENCES parcel (id) ON DELETE CASCADE",
          "INSERT INTO parcel VALUES (1, 10), (2, 11)",
          "INSERT INTO invoice (id, customer_id, billed_to, parcel_id) VALUES (40, 1, 'x', 1), (41, 1, 'x', 2)");
      shop.map("closed_on, ticket_id]", "closed_on, ticket_id, parcel_id]");
      try {
        Hold hold = RowHolds.row("invoice", 40);
        assertThat(ahead("support/keep", "ticket", on(hold)).apart()).isFalse();
        assertThat(ahead("visits/keep", "visit", on(hold)).apart()).isTrue();
        Expired done = shop.run("support/keep", "ticket", on(hold));
        assertThat(done.keptBack()).isEqualTo(kept(hold, 1));
        assertThat(shop.ids("ticket")).containsExactly("10");
        assertThat(shop.column("SELECT parcel_id FROM invoice ORDER BY id"))
            .containsExactly("1", "-");
      } finally {
        shop.map("closed_on, ticket_id, parcel_id]", "closed_on, ticket_id]");
        shop.execute(
            isPostgres()
                ? "ALTER TABLE invoice DROP CONSTRAINT of_parcel"
                : "ALTER TABLE invoice DROP FOREIGN KEY of_parcel",
            "ALTER TABLE invoice DROP COLUMN parcel_id",
            "DROP TABLE parcel");
      }
    }

    @Test
    void aSecretHoldIsCountedAmongOthers() {
      Hold hold = RowHolds.secret(RowHolds.row("ticket", 11));
      assertThat(run("support/keep", "ticket", hold).keptBack())
          .isEqualTo(Map.of(Expired.PEOPLE, 1L));
      assertThat(shop.ids("ticket")).containsExactly("11");
    }

    @Test
    void whereAHoldDoesNotBindAnyMoreNothingGoes() {
      Hold gone = RowHolds.row("receipt", 1);
      Hold column =
          RowHolds.by(
              "ticket",
              new HeldRows.By("number", Optional.empty(), Optional.of("1"), Optional.of("1")));
      Hold type =
          RowHolds.by(
              "ticket",
              new HeldRows.By("id", Optional.empty(), Optional.of("T-1"), Optional.of("T-9")));
      Hold activity = RowHolds.activity("sales", "ticket");
      for (Hold hold : List.of(gone, column, type, activity)) {
        Outlook ahead = ahead("visits/keep", "visit", on(hold));
        assertThat(ahead.apart()).as("nobody can say what is on hold").isFalse();
        assertThat(ahead.due()).isEqualTo(4);
        assertThatThrownBy(() -> run("visits/keep", "visit", hold))
            .hasMessageContaining("hold-unbound")
            .hasMessageContaining(hold.id().toString());
      }
      assertThatThrownBy(() -> run("visits/keep", "visit", RowHolds.secret(gone)))
          .hasMessageContaining("hold-unbound")
          .hasMessageNotContaining(gone.id().toString())
          .hasMessageNotContaining("receipt");
      assertThat(shop.ids("visit")).hasSize(4);
    }
  }

  /** Nobody is on hold, but rows are. */
  record Rows(java.util.function.Supplier<List<Hold>> inForce) implements Barring {
    @Override
    public boolean any() {
      return false;
    }

    @Override
    public Set<String> among(String word, Collection<String> values) {
      return Set.of();
    }

    @Override
    public List<Hold> rows() {
      return inForce.get();
    }
  }
}
