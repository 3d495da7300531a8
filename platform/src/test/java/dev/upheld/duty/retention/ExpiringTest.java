package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.act.ActSession;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Pace;
import dev.upheld.register.Holds;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must go goes with all that belongs to it, and nothing else does. */
class ExpiringTest {

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

  abstract static class Contract {
    @TempDir Path folder;
    private TestDatabase database;
    private RetentionShop shop;

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

    private Expired run(String promise, String place) {
      return shop.run(promise, place, Barring.NONE);
    }

    @Test
    void rowsPastTheirTimeGoAndNoOthers() {
      shop.execute(
          "INSERT INTO visit VALUES (1, '2026-01-01 10:00:00', 'a'), (2, '2026-11-01 10:00:00', 'b'),"
              + " (3, NULL, 'c'), (4, '2027-03-01 10:00:00', 'd'), (5, '2026-02-01 10:00:00', 'e'),"
              + " (6, '2020-02-01 10:00:00', 'f'), (7, '2021-02-01 10:00:00', 'g')");
      assertThat(shop.look("visits/keep", "visit", Barring.NONE).touched()).isEqualTo(4);
      assertThat(shop.ids("visit")).hasSize(7);
      Expired done = run("visits/keep", "visit");
      assertThat(done.listed()).isEqualTo(4);
      assertThat(done.at("visit").deleted()).isEqualTo(4);
      assertThat(done.batches()).isEqualTo(2);
      assertThat(shop.ids("visit")).containsExactly("2", "3", "4");
      assertThat(run("visits/keep", "visit").listed()).isZero();
    }

    private void tickets() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL), (2, 'bruno@x.example', '2020-01-01 00:00:00')",
          "INSERT INTO ticket VALUES (10, 1, 's', '2024-01-01 10:00:00', FALSE), (11, 1, 's', NULL, FALSE),"
              + " (12, 1, 's', '2024-01-01 10:00:00', TRUE), (20, 2, 's', '2024-01-01 10:00:00', FALSE)",
          "INSERT INTO message VALUES (100, 10, 'b', 1), (101, 10, 'b', 2), (110, 11, 'b', 1), (120, 12, 'b', 1), (200, 20, 'b', 2)",
          "INSERT INTO attachment VALUES (1000, 100), (1001, 110), (2000, 200)");
    }

    @Test
    void whatBelongsToThemGoesAsWell() {
      tickets();
      Expired look = shop.look("support/keep", "ticket", Barring.NONE);
      Expired done = run("support/keep", "ticket");
      assertThat(done.places()).isEqualTo(look.places());
      assertThat(done.at("ticket").deleted()).isEqualTo(2);
      assertThat(done.at("message").deleted()).isEqualTo(3);
      assertThat(shop.ids("ticket")).containsExactly("11", "12");
      assertThat(shop.ids("message")).containsExactly("110", "120");
      assertThat(shop.ids("attachment")).containsExactly("1001");
    }

    @Test
    void nothingOfSomebodyOnHoldIsTouched() {
      tickets();
      Expired held = shop.run("support/keep", "ticket", new OnHold(Set.of("1")));
      assertThat(held.keptBack()).isEqualTo(Map.of(Expired.PEOPLE, 1L));
      assertThat(held.listed()).isEqualTo(2);
      assertThat(shop.ids("ticket")).containsExactly("10", "11", "12");
      assertThat(shop.ids("message")).containsExactly("100", "101", "110", "120");
    }

    @Test
    void aRowStaysWithSomethingOfSomebodyOnHoldInIt() {
      tickets();
      Expired held = shop.run("support/keep", "ticket", new OnHold(Set.of("2")));
      assertThat(held.keptBack()).isEqualTo(Map.of(Expired.PEOPLE, 2L));
      assertThat(shop.ids("ticket")).containsExactly("10", "11", "12", "20");
      assertThat(shop.ids("message")).hasSize(5);
    }

    @Test
    void aRowThatLeadsToNothingThatTellsItsTimeIsKeptByAnotherPromise() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', '2020-01-01 00:00:00'),"
              + " (2, 'bruno@x.example', '2020-01-01 00:00:00')");
      shop.execute(
          database.engine() == TestDatabase.Engine.POSTGRESQL
              ? "ALTER TABLE message ALTER ticket_id DROP NOT NULL"
              : "ALTER TABLE message MODIFY ticket_id INT NULL");
      shop.execute("INSERT INTO message VALUES (100, NULL, 'b', 1)");
      Expired done = run("accounts/keep", "customer");
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PROMISE + "shop/support/keep", 1L));
      assertThat(shop.ids("customer")).containsExactly("1");
      assertThat(shop.ids("message")).containsExactly("100");
    }

    private void reassigning(String kind) {
      shop.charter(
          "{for: 30 days, from: collected, then: clear}",
          "{for: 30 days, from: collected, then: reassign}");
      shop.map(
          "fields: {ip: {data: ip, end: clear}}\n    technical: [id, at, who]",
          "links: {who: {to: customer.id, kind: "
              + kind
              + "}}\n    fields: {who: {data: ip, end: reassign, to: 9}, ip: {data: ip, end: clear}}\n"
              + "    technical: [id, at]");
      shop.map(
          "    subject: {customers: who}\n    clocks: {collected: at}",
          "    clocks: {collected: at}");
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO login VALUES (1, '2026-01-01 10:00:00', 1, 'a'), (2, '2026-11-20 10:00:00', 1, 'b')");
    }

    @Test
    void whatIsReassignedIsGivenToThePlaceholder() {
      String before = shop.rule("logins/keep", "login").digest();
      reassigning("mentions");
      assertThat(shop.rule("logins/keep", "login").digest()).isNotEqualTo(before);
      assertThatThrownBy(() -> run("logins/keep", "login")).hasMessageContaining("has no row 9");
      shop.execute("INSERT INTO customer VALUES (9, 'nobody@x.example', NULL)");
      assertThat(shop.look("logins/keep", "login", Barring.NONE).at("login").ended()).isOne();
      assertThat(run("logins/keep", "login").at("login").ended()).isOne();
      assertThat(shop.column("SELECT who FROM login ORDER BY id")).containsExactly("9", "1");
      assertThat(shop.column("SELECT ip FROM login ORDER BY id")).containsExactly("-", "b");
      assertThat(run("logins/keep", "login").listed()).isZero();
    }

    @Test
    void aDocumentThatEndsStaysADocument() {
      shop.map(
          "fields: {ip: {data: ip, end: clear}}",
          "states: {cleared: {column: ip, is: \"null\"}}\n    fields: {ip: {data: ip, end: clear}, doc: {data: ip, end: redact}}");
      shop.execute(
          "ALTER TABLE login ADD doc JSON DEFAULT '{}' NOT NULL",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO login (id, at, who, ip, doc)"
              + " VALUES (1, '2026-01-01 10:00:00', 1, 'a', '{\"from\": \"198.51.100.7\"}')");
      assertThat(run("logins/keep", "login").at("login").ended()).isOne();
      assertThat(shop.column("SELECT doc FROM login")).containsExactly("{}");
    }

    @Test
    void withoutAPlaceholderARuleThatReassignsCannotBeCarriedOut() {
      reassigning("mentions");
      shop.map(", end: reassign, to: 9}", ", end: reassign}");
      Rule rule = shop.rule("logins/keep", "login");
      assertThat(rule.expiry()).isEmpty();
      assertThat(String.join(" ", rule.gaps())).contains("to whom who is reassigned");
    }

    @Test
    void aHoldThatIsPlacedWhileARunWorksHoldsWhatIsLeft() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL), (2, 'bruno@x.example', NULL)");
      for (int id = 10; id < 20; id++) {
        shop.execute(
            "INSERT INTO ticket VALUES ("
                + id
                + ", "
                + (id % 2 + 1)
                + ", 's', '2024-01-01 10:00:00', FALSE)");
      }
      AtomicInteger asked = new AtomicInteger();
      Barring late =
          new Barring() {
            @Override
            public boolean any() {
              return asked.get() > 0 || shop.ids("ticket").size() < 10;
            }

            @Override
            public Set<String> among(String word, Collection<String> values) {
              return new OnHold(Set.of("2")).among(word, values);
            }

            @Override
            public List<Holds.Hold> rows() {
              return List.of();
            }
          };
      Expired done = shop.run("support/keep", "ticket", late);
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PEOPLE, 4L));
      assertThat(shop.ids("ticket")).containsExactly("13", "15", "17", "19");
    }

    @Test
    void aRowThatSomebodyElseIsAtIsWaitedForAndThenGoes() throws Exception {
      shop.systems("country: FR", "country: FR, statement-timeout: 1 seconds");
      shop.execute(
          "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2020-01-01 10:00:00', 'b')");
      try (var other = database.connect();
          var statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT * FROM visit WHERE id = 1 FOR UPDATE");
        AtomicInteger rests = new AtomicInteger();
        Expired done =
            shop.run(
                "visits/keep",
                "visit",
                new Pace.Way(
                    Duration.ofSeconds(1),
                    4,
                    0,
                    d -> {
                      if (rests.incrementAndGet() == 2) {
                        end(other);
                      }
                    }));
        assertThat(rests).hasValue(2);
        assertThat(done.at("visit").deleted()).isEqualTo(2);
      }
      assertThat(shop.ids("visit")).isEmpty();
    }

    private static void end(java.sql.Connection other) {
      try {
        other.rollback();
      } catch (java.sql.SQLException e) {
        throw new AssertionError(e);
      }
    }

    @Test
    void aRowThatIsNeverLetGoStopsTheRunWhichSaysWhy() throws Exception {
      shop.systems("country: FR", "country: FR, statement-timeout: 1 seconds");
      shop.execute("INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a')");
      try (var other = database.connect();
          var statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("SELECT * FROM visit WHERE id = 1 FOR UPDATE");
        Pace.Way pace = new Pace.Way(Duration.ofMillis(1), 4, 0, d -> {});
        assertThatThrownBy(() -> shop.run("visits/keep", "visit", pace))
            .hasMessageContaining("timed-out");
      }
      assertThat(shop.ids("visit")).containsExactly("1");
    }

    @Test
    void whatLawWantsKeptHoldsWhatItPointsAt() {
      tickets();
      shop.execute(
          "INSERT INTO customer VALUES (3, 'chloe@x.example', '2020-01-01 00:00:00')",
          "INSERT INTO invoice VALUES (500, 2, 'Bruno', '2024-12-31')");
      Expired done = run("accounts/keep", "customer");
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PROMISE + "shop/books/keep", 1L));
      assertThat(shop.ids("customer")).containsExactly("1", "2");
      assertThat(shop.ids("ticket")).contains("20");
    }

    @Test
    void whatIsKeptForGoodHoldsWhatBelongsToItAsWell() {
      shop.charter(
          "unless: [{reason: dispute}], then: delete",
          "unless: [{reason: dispute}], then: keep, why: history");
      tickets();
      shop.execute("UPDATE ticket SET customer_id = 1 WHERE id = 20");
      Expired done = run("accounts/keep", "customer");
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PROMISE + "shop/support/keep", 1L));
      assertThat(shop.ids("message")).hasSize(5);
    }

    @Test
    void whatHasATimeOfItsOwnHoldsItsOwner() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', '2020-01-01 00:00:00'), (2, 'bruno@x.example', '2020-01-01 00:00:00')",
          "INSERT INTO ticket VALUES (10, 1, 's', '2026-10-01 10:00:00', FALSE), (20, 2, 's', '2024-10-01 10:00:00', FALSE)",
          "INSERT INTO message VALUES (100, 10, 'b', 1), (200, 20, 'b', 1)");
      Expired done = run("accounts/keep", "customer");
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PROMISE + "shop/support/keep", 1L));
      assertThat(shop.ids("customer")).containsExactly("1");
      assertThat(shop.ids("ticket")).containsExactly("10");
      assertThat(shop.ids("message")).containsExactly("100");
    }

    @Test
    void whoeverOwnsTheRowAboveIsAskedAsWell() {
      shop.map("    subject: {customers: author}\n", "");
      shop.map("    links: {ticket_id", "    clocks: {closed: sent_at}\n    links: {ticket_id");
      shop.map("technical: [id, ticket_id, author]", "technical: [id, ticket_id, author, sent_at]");
      tickets();
      shop.execute("ALTER TABLE message ADD sent_at DATE");
      shop.execute("UPDATE message SET sent_at = '2024-01-01'");
      Expired done = shop.run("support/keep", "message", new OnHold(Set.of("1")));
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PEOPLE, 4L));
      assertThat(shop.ids("message")).containsExactly("100", "101", "110", "120");
    }

    @Test
    void rowsThatBelongToRowsOfTheSameTableKeepTheirOwnTime() {
      shop.execute(
          "ALTER TABLE visit ADD after_id INT NULL REFERENCES visit (id)",
          "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a', NULL), (2, '2026-11-01 10:00:00', 'b', 1),"
              + " (3, '2020-01-01 10:00:00', 'c', NULL), (4, '2021-01-01 10:00:00', 'd', 3), (5, '2021-01-01 10:00:00', 'e', 4)");
      shop.map(
          "    clocks: {collected: seen_at}",
          "    links: {after_id: {to: visit.id, kind: owns}}\n    clocks: {collected: seen_at}");
      shop.map("technical: [id, seen_at]", "technical: [id, seen_at, after_id]");
      Expired done = run("visits/keep", "visit");
      assertThat(done.kept()).isEqualTo(1);
      assertThat(done.at("visit").deleted()).isEqualTo(3);
      assertThat(shop.ids("visit")).containsExactly("1", "2");
    }

    @Test
    void aHoldReachesDownThroughRowsOfTheSameTable() {
      shop.execute(
          "ALTER TABLE visit ADD after_id INT NULL",
          "ALTER TABLE visit ADD who INT NULL",
          "INSERT INTO visit VALUES (1, '2026-11-01 10:00:00', 'a', NULL, 1), (2, '2026-11-01 10:00:00', 'b', 1, NULL),"
              + " (3, '2020-01-01 10:00:00', 'c', 2, NULL), (4, '2021-01-01 10:00:00', 'd', 5, NULL), (5, '2021-01-01 10:00:00', 'e', 4, NULL)");
      shop.map(
          "    clocks: {collected: seen_at}",
          "    subject: {customers: who}\n    links: {after_id: {to: visit.id, kind: owns}}\n"
              + "    clocks: {collected: seen_at}");
      shop.map("technical: [id, seen_at]", "technical: [id, seen_at, after_id, who]");
      Expired done = shop.run("visits/keep", "visit", new OnHold(Set.of("1")));
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PEOPLE, 1L));
      assertThat(shop.ids("visit")).containsExactly("1", "2", "3");
    }

    @Test
    void fieldsEndInRowsThatStay() {
      shop.execute(
          "INSERT INTO login VALUES (1, '2026-01-01 10:00:00', 1, 'a'), (2, '2026-11-10 10:00:00', 1, 'b'), (3, '2026-01-01 10:00:00', 2, 'c')");
      Expired done = shop.run("logins/keep", "login", new OnHold(Set.of("2")));
      assertThat(done.at("login").ended()).isEqualTo(1);
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.PEOPLE, 1L));
      assertThat(shop.column("SELECT ip FROM login ORDER BY id")).containsExactly("-", "b", "c");
      assertThat(run("logins/keep", "login").listed()).isEqualTo(1);
    }

    @Test
    void whatChangesBetweenTheLookAndTheActStays() {
      tickets();
      AtomicInteger transactions = new AtomicInteger();
      Expired done =
          shop.run(
              "support/keep",
              "ticket",
              new RetentionShop.Way(
                  Barring.NONE,
                  entry ->
                      before(
                          RetentionShop.open(entry),
                          "inOne",
                          () -> {
                            if (transactions.incrementAndGet() == 2) { // listed, nothing done yet
                              shop.execute("UPDATE ticket SET closed_at = NULL WHERE id = 10");
                            }
                          }),
                  5,
                  RetentionShop.NOW));
      assertThat(done.keptBack()).isEqualTo(Map.of(Expired.CHANGED, 1L));
      assertThat(shop.ids("ticket")).containsExactly("10", "11", "12");
      assertThat(shop.ids("message")).containsExactly("100", "101", "110", "120");
    }

    private static ActSession before(ActSession session, String call, Runnable act) {
      return (ActSession)
          Proxy.newProxyInstance(
              ActSession.class.getClassLoader(),
              new Class<?>[] {ActSession.class},
              (_, method, arguments) -> {
                if (method.getName().equals(call)) {
                  act.run();
                }
                try {
                  return method.invoke(session, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Test
    void rowsOfAnotherTableMayTellTheTime() {
      tickets();
      shop.map(
          "clocks: {closed: {column: closed_at, missing: not-yet}}",
          "clocks: {closed: {max: message.sent_at, via: ticket_id}}");
      shop.map("technical: [id, ticket_id, author]", "technical: [id, ticket_id, author, sent_at]");
      shop.execute(
          "ALTER TABLE message ADD sent_at DATE",
          "UPDATE message SET sent_at = '2024-01-01'",
          "UPDATE message SET sent_at = '2026-11-01' WHERE id = 200",
          "INSERT INTO ticket VALUES (30, 1, 'nobody wrote', '2020-01-01 10:00:00', FALSE)");
      Expired done = run("support/keep", "ticket");
      assertThat(done.listed()).isEqualTo(2);
      assertThat(shop.ids("ticket")).containsExactly("12", "20", "30");
    }

    private void reasons() {
      shop.datedReasons();
      shop.charter("for: 50 days, from: closed", "for: 2 years, from: closed");
      shop.execute("INSERT INTO customer VALUES (1, 'anna@x.example', NULL)");
    }

    @Test
    void aReasonToKeepLongerNeverMakesItShorter() {
      reasons();
      shop.execute(
          "INSERT INTO ticket VALUES"
              + " (1, 1, 'settled before it closed', '2026-10-01 10:00:00', TRUE, '2026-01-01', FALSE, FALSE),"
              + " (2, 1, 'both over', '2024-01-01 10:00:00', TRUE, '2026-01-01', FALSE, FALSE),"
              + " (3, 1, 'not settled', '2020-01-01 10:00:00', TRUE, NULL, FALSE, FALSE),"
              + " (4, 1, 'not closed', NULL, TRUE, '2026-01-01', FALSE, FALSE)");
      assertThat(run("support/keep", "ticket").listed()).isEqualTo(1);
      assertThat(shop.ids("ticket")).containsExactly("1", "3", "4");
    }

    @Test
    void ofSeveralReasonsTheLongestCounts() {
      reasons();
      shop.execute(
          "INSERT INTO ticket VALUES"
              + " (1, 1, 'settled, held', '2020-01-01 10:00:00', TRUE, '2021-01-01', TRUE, FALSE),"
              + " (2, 1, 'settled, wished', '2025-06-01 10:00:00', TRUE, '2026-01-01', FALSE, TRUE),"
              + " (3, 1, 'wished', '2025-06-01 10:00:00', FALSE, NULL, FALSE, TRUE),"
              + " (4, 1, 'all over', '2020-01-01 10:00:00', TRUE, '2021-01-01', FALSE, TRUE),"
              + " (5, 1, 'wish over, held', '2020-01-01 10:00:00', FALSE, NULL, TRUE, TRUE),"
              + " (6, 1, 'wish over, not settled', '2020-01-01 10:00:00', TRUE, NULL, FALSE, TRUE)");
      assertThat(run("support/keep", "ticket").listed()).isEqualTo(1);
      assertThat(shop.ids("ticket")).containsExactly("1", "2", "3", "5", "6");
    }

    @Test
    void whatMovesToTheArchiveIsThereAndNowhereElse() {
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract VALUES (1, 1, 'old', '2026-01-01 10:00:00'), (2, 1, 'new', NULL)");
      Expired done = run("contracts/keep", "contract");
      assertThat(done.at("contract-archive").archived()).isEqualTo(1);
      assertThat(shop.ids("contract")).containsExactly("2");
      assertThat(shop.ids("contract_archive")).containsExactly("1");
    }

    @Test
    void eachBatchIsRemembered() {
      shop.remembers();
      shop.execute(
          "INSERT INTO visit VALUES (1, '2026-01-01 10:00:00', 'a'), (2, '2026-01-01 10:00:00', 'b'),"
              + " (3, '2026-01-01 10:00:00', 'c'), (4, '2026-01-01 10:00:00', 'd')");
      run("visits/keep", "visit");
      assertThat(shop.column("SELECT figures FROM upheld_act ORDER BY act"))
          .hasSize(2)
          .allSatisfy(f -> assertThat(Expired.of(f).places()).containsKey("visit"));
      assertThat(shop.column("SELECT DISTINCT plan FROM upheld_act"))
          .containsExactly(shop.rule("visits/keep", "visit").digest());
    }
  }
}
