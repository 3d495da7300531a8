package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.register.Holds;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Databases that do things of their own: no run may take them for what it did itself. */
class TrapsTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    private static final String VISITS =
        "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2020-01-02 10:00:00', 'b'),"
            + " (3, '2026-11-20 10:00:00', 'c')";

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void rowsThatATriggerBringsBackStopTheRun() {
      shop.execute(
          VISITS,
          "CREATE FUNCTION back() RETURNS trigger LANGUAGE plpgsql AS"
              + " $$ BEGIN INSERT INTO public.visit VALUES (OLD.*); RETURN NULL; END $$",
          "CREATE TRIGGER back AFTER DELETE ON visit FOR EACH ROW EXECUTE FUNCTION back()");
      assertThatThrownBy(() -> run("visits/keep", "visit"))
          .hasMessageContaining("2 rows of public.visit are still there")
          .hasMessageContaining("trigger");
      assertThat(shop.ids("visit")).hasSize(3);
    }

    @Test
    void aKeyThatNamesSeveralRowsIsSaidWhereTheServerMeetsItTwice() {
      shop.map("ticket:\n    activity", "ticket:\n    key: [customer_id]\n    activity");
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', '2020-01-01 10:00:00'), (2, 'bruno@x.example', '2020-01-01 10:00:00')",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE), (11, 2, 's', '2024-01-01 10:00:00', FALSE), (12, 2, 's', '2026-11-20 10:00:00', FALSE)",
          "INSERT INTO message VALUES (20, 10, 'm', NULL), (21, 11, 'm', NULL), (22, 12, 'm', NULL)");
      assertThatThrownBy(() -> run("support/keep", "ticket"))
          .hasMessageContaining("gathering rows of public.ticket")
          .hasMessageContaining("Look whether the key in the data map names single rows");
      assertThat(shop.ids("ticket")).hasSize(3);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void rowsThatATriggerKeepsStopTheRun() {
      shop.execute(
          VISITS,
          "CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
          "CREATE TRIGGER stays BEFORE DELETE ON visit FOR EACH ROW EXECUTE FUNCTION stays()");
      assertThatThrownBy(() -> run("visits/keep", "visit")).hasMessageContaining("still there");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void rowsThatARuleKeepsStopTheRun() {
      shop.execute(
          VISITS,
          "CREATE RULE softly AS ON DELETE TO visit DO INSTEAD UPDATE visit SET ip = 'gone' WHERE id = OLD.id");
      assertThatThrownBy(() -> run("visits/keep", "visit")).hasMessageContaining("still there");
      assertThat(shop.column("SELECT ip FROM visit ORDER BY id")).containsExactly("a", "b", "c");
    }

    private void partly(String table, String policy) {
      shop.execute(
          "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY",
          "CREATE POLICY partly ON " + table + " USING (" + policy + ")");
      shop.account(
          database.restricted(
              "GRANT USAGE ON SCHEMA public TO {user}",
              "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user}"));
    }

    @Test
    void anAccountThatSeesSomeOfTheRowsEndsNone() {
      shop.execute(VISITS);
      partly("visit", "id > 1");
      assertThatThrownBy(() -> run("visits/keep", "visit"))
          .hasMessageContaining("public.visit: row-level security");
      assertThatThrownBy(() -> shop.look("visits/keep", "visit", Barring.NONE))
          .hasMessageContaining("row-level security");
      assertThat(shop.ids("visit")).hasSize(3);
    }

    @Test
    void rowsOnHoldThatTheAccountDoesNotSeeDoNotGoByACascade() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE)",
          "ALTER TABLE message DROP CONSTRAINT message_ticket_id_fkey",
          "ALTER TABLE message ADD FOREIGN KEY (ticket_id) REFERENCES ticket (id) ON DELETE CASCADE",
          "INSERT INTO message VALUES (20, 10, 'm', NULL)");
      partly("message", "id <> 20");
      Barring hold = new OnHold(Set.of(), List.of(RowHolds.row("message", 20)));
      assertThatThrownBy(() -> shop.run("support/keep", "ticket", hold))
          .hasMessageContaining("public.message: row-level security");
      assertThat(shop.ids("message")).containsExactly("20");
    }

    @Test
    void aRowIsNotJudgedByClocksThatTheAccountDoesNotSee() {
      shop.map(
          "clocks: {closed: {column: closed_at, missing: not-yet}}",
          "clocks: {closed: {max: message.sent_at, via: ticket_id}}");
      shop.execute(
          "ALTER TABLE message ADD sent_at TIMESTAMP NULL",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE)",
          "INSERT INTO message VALUES (20, 10, 'm', NULL, '2024-01-01 10:00:00'), (21, 10, 'm', NULL, '2026-11-01 10:00:00')");
      partly("message", "id = 20");
      assertThatThrownBy(() -> run("support/keep", "ticket"))
          .hasMessageContaining("public.message: row-level security");
      assertThat(shop.ids("ticket")).containsExactly("10");
    }

    @Test
    void anArchiveThatMakesColumnsItselfTakesTheOthers() {
      shop.execute(
          "DROP TABLE contract",
          "DROP TABLE contract_archive",
          "CREATE TABLE contract (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id INT NOT NULL, terms VARCHAR(80), ended_at TIMESTAMP NULL,"
              + " short VARCHAR(80) GENERATED ALWAYS AS (lower(terms)) STORED)",
          "CREATE TABLE contract_archive (LIKE contract INCLUDING ALL)",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract (customer_id, terms, ended_at) VALUES (1, 'T', '2024-01-01 10:00:00')");
      assertThat(run("contracts/keep", "contract").at("contract-archive").archived()).isOne();
      assertThat(shop.column("SELECT id || short FROM contract_archive")).containsExactly("1t");
    }

    @Test
    void rowsThatDoNotArriveInTheArchiveStayWhereTheyAre() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract VALUES (1, 1, 't', '2024-01-01 10:00:00'), (2, 1, 't', '2024-01-01 10:00:00')",
          "CREATE FUNCTION shut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
          "CREATE TRIGGER shut BEFORE INSERT ON contract_archive FOR EACH ROW WHEN (NEW.id = 2) EXECUTE FUNCTION shut()");
      assertThatThrownBy(() -> run("contracts/keep", "contract"))
          .hasMessageContaining("1 rows of public.contract")
          .hasMessageContaining("public.contract_archive");
      assertThat(shop.ids("contract")).containsExactly("1", "2");
      assertThat(shop.ids("contract_archive")).isEmpty();
    }

    @Test
    void rowsOfATableThatInheritsGoOnlyByTheirOwnTime() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "CREATE TABLE old_ticket () INHERITS (ticket)",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE)",
          "INSERT INTO old_ticket VALUES (10, 1, 's', '2026-11-01 10:00:00', FALSE)");
      run("support/keep", "ticket");
      assertThat(shop.column("SELECT closed_at FROM ticket WHERE closed_at > '2026-01-01'"))
          .hasSize(1);
    }

    @Test
    void rowsOfATableThatInheritsGoWhereTheOthersGoWithoutAList() {
      shop.execute(
          VISITS,
          "CREATE TABLE old_visit () INHERITS (visit)",
          "INSERT INTO old_visit VALUES (7, '2020-01-03 10:00:00', 'd')");
      run("visits/keep", "visit");
      assertThat(shop.ids("visit")).containsExactly("3");
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Test
    void anArchiveThatMakesColumnsItselfTakesTheOthers() {
      shop.execute(
          "DROP TABLE contract",
          "DROP TABLE contract_archive",
          "CREATE TABLE contract (id INT AUTO_INCREMENT PRIMARY KEY, customer_id INT NOT NULL, terms VARCHAR(80), ended_at DATETIME NULL,"
              + " short VARCHAR(80) AS (lower(terms)) PERSISTENT)",
          "CREATE TABLE contract_archive LIKE contract",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract (customer_id, terms, ended_at) VALUES (1, 'T', '2024-01-01 10:00:00')");
      assertThat(run("contracts/keep", "contract").at("contract-archive").archived()).isOne();
      assertThat(shop.column("SELECT concat(id, short) FROM contract_archive"))
          .containsExactly("1t");
    }

    @Test
    void aServerThatWasToldToLeaveForeignKeysAloneHeedsThemAllTheSame() {
      String other = database.database() + "_other";
      shop.execute(
          "CREATE DATABASE " + other,
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE)",
          "CREATE TABLE "
              + other
              + ".rating (id INT PRIMARY KEY, ticket_id INT NOT NULL, FOREIGN KEY (ticket_id) REFERENCES "
              + database.database()
              + ".ticket (id))",
          "INSERT INTO " + other + ".rating VALUES (1, 10)",
          "SET GLOBAL foreign_key_checks = 0");
      try {
        assertThatThrownBy(() -> run("support/keep", "ticket")).hasMessageContaining("ticket");
        assertThat(shop.ids("ticket")).containsExactly("10");
      } finally {
        shop.execute("SET GLOBAL foreign_key_checks = 1", "DROP DATABASE " + other);
      }
    }
  }

  abstract static class Contract {
    @TempDir Path folder;
    TestDatabase database;
    RetentionShop shop;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
    }

    @AfterEach
    void closes() {
      database.drop(server());
    }

    Expired run(String promise, String place) {
      return shop.run(promise, place, Barring.NONE);
    }

    /** Invoices let go of a ticket where they can. */
    private void invoices() {
      shop.execute(
          "ALTER TABLE invoice ADD ticket_id INT NULL",
          "ALTER TABLE invoice ADD FOREIGN KEY (ticket_id) REFERENCES ticket (id)",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL), (2, 'bruno@x.example', NULL)",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE), (11, 1, 's', '2024-01-01 10:00:00', FALSE)",
          "INSERT INTO message VALUES (20, 10, 'm', NULL), (21, 11, 'm', NULL)",
          "INSERT INTO invoice VALUES (1, 2, 'b', NULL, 10), (2, 1, 'b', NULL, 11)");
    }

    @Test
    void aKeyThatAlsoNamesARowThatStaysIsRefused() {
      shop.map("ticket:\n    activity", "ticket:\n    key: [customer_id]\n    activity");
      shop.execute(
          "INSERT INTO customer VALUES (2, 'bruno@x.example', '2020-01-01 10:00:00')",
          "INSERT INTO ticket VALUES (11, 2, 's', '2024-01-01 10:00:00', FALSE), (12, 2, 's', '2026-11-20 10:00:00', FALSE)",
          "INSERT INTO message VALUES (21, 11, 'm', NULL), (22, 12, 'm', NULL)");
      assertThatThrownBy(() -> run("support/keep", "ticket"))
          .hasMessageContaining("the key customer_id names more than one row of")
          .hasMessageContaining("Write into the data map: key: [id]");
      assertThat(shop.ids("ticket")).hasSize(2);
    }

    @Test
    void aRowOfSomebodyOnHoldDoesNotLetGoOfAnother() {
      invoices();
      Expired done = shop.run("support/keep", "ticket", new OnHold(Set.of("2")));
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PEOPLE, 1L));
      assertThat(shop.ids("ticket")).containsExactly("10");
      assertThat(shop.column("SELECT ticket_id FROM invoice ORDER BY id"))
          .containsExactly("10", "-");
    }

    @Test
    void aRowOnHoldDoesNotLetGoOfWhatGoesAlong() {
      shop.execute(
          "ALTER TABLE invoice ADD message_id INT NULL",
          "ALTER TABLE invoice ADD FOREIGN KEY (message_id) REFERENCES message (id)",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL), (2, 'bruno@x.example', NULL)",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE), (11, 1, 's', '2024-01-01 10:00:00', FALSE)",
          "INSERT INTO message VALUES (20, 10, 'm', NULL), (21, 11, 'm', NULL)",
          "INSERT INTO invoice VALUES (1, 2, 'b', NULL, 20), (2, 1, 'b', NULL, 21)");
      Holds.Hold hold = RowHolds.row("invoice", 1);
      Expired done = shop.run("support/keep", "ticket", new Held(List.of(hold)));
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.HOLD + hold.id(), 1L));
      assertThat(shop.ids("ticket")).containsExactly("10");
      assertThat(shop.ids("message")).containsExactly("20");
      assertThat(shop.column("SELECT message_id FROM invoice ORDER BY id"))
          .containsExactly("20", "-");
    }

    @Test
    void rowsOnHoldThroughAViewStay() {
      shop.execute(
          "CREATE VIEW seen AS SELECT id, seen_at, ip FROM visit",
          "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a')");
      shop.map(
          "  login:\n",
          """
            seen:
              activity: logins
              key: id
              fields: {ip: {data: ip, end: clear}}
              technical: [id, seen_at]
            login:
          """);
      Barring hold = new Held(List.of(RowHolds.activity("logins", "seen", "login")));
      assertThatThrownBy(() -> shop.run("visits/keep", "visit", hold))
          .hasMessageContaining("place seen, which is a view");
      assertThat(shop.ids("visit")).containsExactly("1");
    }

    @Test
    void aNumberThatStandsForNoTimeIsNoClock() {
      shop.map(
          "clocks: {collected: seen_at}", "clocks: {collected: {column: seen, as: epoch-seconds}}");
      shop.map("technical: [id, seen_at]", "technical: [id, seen_at, seen]");
      shop.execute(
          "ALTER TABLE visit ADD seen BIGINT NOT NULL DEFAULT 0",
          "INSERT INTO visit VALUES (1, NULL, 'a', 0), (2, NULL, 'b', 1577872800)");
      run("visits/keep", "visit");
      assertThat(shop.ids("visit")).containsExactly("1");
    }

    @Test
    void aKeyOfTheDataMapThatNamesSeveralRowsIsRefused() {
      shop.map("message:\n    activity", "message:\n    key: [body]\n    activity");
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE), (11, 1, 's', NULL, FALSE)",
          "INSERT INTO message VALUES (20, 10, 'thanks', NULL), (21, 11, 'thanks', NULL)");
      try {
        run("support/keep", "ticket");
      } catch (dev.upheld.kernel.ProblemException e) {
        assertThat(e).hasMessageContaining("message");
      }
      assertThat(shop.ids("message")).contains("21");
    }
  }

  /** Certain rows on hold, and nobody. */
  private record Held(List<Holds.Hold> rows) implements Barring {
    @Override
    public boolean any() {
      return false;
    }

    @Override
    public Set<String> among(String word, Collection<String> values) {
      return Set.of();
    }
  }
}
