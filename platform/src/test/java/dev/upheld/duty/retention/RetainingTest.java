package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs are kept, journalled, made once a night, and known even where the process was killed. */
class RetainingTest {
  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RetentionShop shop = new RetentionShop(database, TestFolders.create("retaining"));
  private final Store store = Stores.fresh();
  private Instant now = RetentionShop.NOW;
  private final AtomicInteger opened = new AtomicInteger();
  private final Journal journal = new Journal(store, () -> now);
  private final Retaining retaining =
      new Retaining(
          new Retaining.Parts(
              Optional.of(new Retaining.Books(store, journal)),
              new Expiring(this::open, Barring.NONE, () -> now),
              ResidueWork::open,
              () -> now));

  private ActSession open(SystemEntry entry) {
    opened.incrementAndGet();
    return RetentionShop.open(entry);
  }

  @BeforeEach
  void fills() {
    shop.remembers();
    shop.execute(
        "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2026-11-20 10:00:00', 'b')");
  }

  @AfterEach
  void closes() {
    store.close();
    database.drop(Databases.postgres());
  }

  private Rule release(String promise, String place) {
    Rule rule = shop.rule(promise, place, now);
    retaining.release(
        shop.workspace(),
        new Retaining.What(rule.id(), rule.digest(), new Seen.Unsaid()),
        Optional.empty());
    return rule;
  }

  private static Retaining.Way way() {
    return new Retaining.Way(Pace.Way.usual(d -> {}), () -> false, Progress.SILENT);
  }

  private List<Ran> runs(Rule rule) {
    return retaining.status(shop.workspace(), Optional.of(rule.id()), 10).getFirst().runs();
  }

  @Test
  void onceANightAndEachNight() {
    Rule rule = release("visits/keep", "visit");
    Instant night = now.minus(Duration.ofHours(2));
    assertThat(retaining.runSince(shop.workspace(), night, way())).hasSize(1);
    assertThat(retaining.runSince(shop.workspace(), night, way())).isEmpty();
    now = now.plus(Duration.ofDays(1));
    shop.execute("UPDATE visit SET seen_at = '2020-01-01 10:00:00'");
    assertThat(retaining.runSince(shop.workspace(), night.plus(Duration.ofDays(1)), way()))
        .hasSize(1);
    assertThat(shop.ids("visit")).isEmpty();
    assertThat(runs(rule)).extracting(r -> r.due().orElseThrow().past()).containsExactly(1L, 1L);
    assertThat(journal.page(0, 100, "retention."))
        .extracting(Entry::kind)
        .containsExactly("retention.released", "retention.ran", "retention.ran");
  }

  @Test
  void whatAKilledRunDidIsWrittenDownByTheNext() {
    Rule rule = release("visits/keep", "visit");
    UUID killed = UUID.randomUUID();
    new RetentionStore(store, journal)
        .begin(
            new Ran(
                killed,
                rule.id(),
                rule.digest(),
                now.minusSeconds(60),
                Optional.empty(),
                Optional.of(new DueRows(9, 7, 0, 0, 0, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    String figures =
        "{\"listed\":6,\"places\":{\"visit\":{\"deleted\":6,\"ended\":0,\"archived\":0,\"detached\":0}},"
            + "\"kept-back\":{},\"batches\":1,\"whole\":true}";
    shop.execute(
        "INSERT INTO upheld_act VALUES ('retain/"
            + killed
            + "/1', 'x', '"
            + figures
            + "', '2026-11-22T11:00:00Z')");
    retaining.run(shop.workspace(), Optional.empty(), way());
    Ran closed = runs(rule).getLast();
    assertThat(closed.id()).isEqualTo(killed);
    assertThat(closed.ended()).isPresent();
    assertThat(closed.done().map(d -> d.at("visit").deleted())).contains(6L);
    assertThat(closed.done().map(Expired::whole)).contains(false);
    assertThat(closed.trouble().orElseThrow()).contains("process ended");
    assertThat(runs(rule).getFirst().done().map(d -> d.at("visit").deleted())).contains(1L);
  }

  /** Visits come before logins; hours may lie between the two. */
  private List<Ran> nightInWhich(Runnable happens, boolean since) {
    shop.execute("INSERT INTO login VALUES (1, '2026-01-01 10:00:00', 1, 'a')");
    release("visits/keep", "visit");
    release("logins/keep", "login");
    AtomicBoolean once = new AtomicBoolean();
    Retaining.Way way =
        new Retaining.Way(
            Pace.Way.usual(d -> {}),
            () -> {
              if (shop.ids("visit").size() == 1 && once.compareAndSet(false, true)) {
                happens.run();
              }
              return false;
            },
            Progress.SILENT,
            false,
            _ -> shop.workspace());
    return since
        ? retaining.runSince(shop.workspace(), now.minus(Duration.ofHours(2)), way)
        : retaining.run(shop.workspace(), Optional.empty(), way);
  }

  @Test
  void aRuleIsWhatTheCharterSaysWhenItsTurnComes() {
    List<Ran> runs =
        nightInWhich(() -> shop.charter("keep: {for: 30 days", "keep: {for: 900 days"), true);
    assertThat(runs).hasSize(1);
    assertThat(shop.ids("visit")).containsExactly("2");
    assertThat(shop.column("SELECT ip FROM login")).containsExactly("a");
  }

  @Test
  void hoursThatWereGivenDuringTheNightHold() {
    Runnable given =
        () -> shop.systems("country: FR}", "country: FR, retention: {hours: \"22:00-04:00\"}}");
    assertThat(nightInWhich(given, true)).hasSize(1);
    assertThat(shop.column("SELECT ip FROM login")).containsExactly("a");
  }

  @Test
  void hoursThatEndWhileARuleRunsStopIt() {
    Runnable given =
        () -> {
          shop.execute("INSERT INTO visit VALUES (3, '2020-01-01 10:00:00', 'a')");
          shop.systems("country: FR}", "country: FR, retention: {hours: \"22:00-04:00\"}}");
          now = now.plusSeconds(3); // what costs a question is asked every few seconds
        };
    List<Ran> runs = nightInWhich(given, false);
    assertThat(runs).hasSize(2);
    assertThat(runs.getFirst().done().orElseThrow().whole()).isFalse();
    assertThat(runs.getFirst().trouble()).isEmpty();
    assertThat(shop.ids("visit")).containsExactly("2", "3");
    assertThat(runs.getLast().trouble().orElseThrow()).contains("22:00 to 04:00");
    assertThat(shop.column("SELECT ip FROM login")).containsExactly("a");
  }

  /** Between the look-up and the first batch lies a count that may take long. */
  @Test
  void aRuleThatChangesWhileItIsCountedDoesNothing() {
    release("visits/keep", "visit");
    AtomicInteger asked = new AtomicInteger();
    Retaining.Way way =
        new Retaining.Way(
            Pace.Way.usual(d -> {}),
            () -> {
              if (asked.incrementAndGet() == 1) { // before it begins
                shop.charter("keep: {for: 180 days", "keep: {for: 9000 days");
              }
              return false;
            },
            Progress.SILENT,
            false,
            _ -> shop.workspace());
    Ran ran = retaining.run(shop.workspace(), Optional.empty(), way).getFirst();
    assertThat(ran.trouble().orElseThrow()).contains("changed while it ran");
    assertThat(shop.ids("visit")).hasSize(2);
  }

  @Test
  void aRunThatIsRefusedAsksTheSystemForNothingItDid() {
    Rule rule = release("visits/keep", "visit");
    shop.execute(
        "INSERT INTO visit SELECT n, '2020-01-01 10:00:00', 'x' FROM generate_series(10, 200) AS n");
    opened.set(0);
    Ran ran = retaining.run(shop.workspace(), Optional.empty(), way()).getFirst();
    assertThat(ran.trouble().orElseThrow()).contains("far more than when it was released");
    assertThat(ran.done()).isEmpty();
    assertThat(opened).hasValue(0);
    assertThat(runs(rule)).containsExactly(ran);
  }

  @Test
  void aPlanOpensOneLineToActAndOneToRead() {
    opened.set(0);
    Planned plan =
        retaining
            .plan(shop.workspace(), Optional.of("shop/visits/keep@shop/visit"), Progress.SILENT)
            .getFirst();
    assertThat(plan.would().orElseThrow().at("visit").deleted()).isOne();
    assertThat(plan.remembers()).isTrue();
    assertThat(opened).hasValue(1);
  }

  @Test
  void oneRuleThatStopsStopsNoOther() {
    Rule broken = release("logins/keep", "login");
    release("visits/keep", "visit");
    shop.execute(
        "INSERT INTO login VALUES (1, '2026-01-01 10:00:00', 1, 'a')",
        "ALTER TABLE login ALTER ip SET NOT NULL"); // emptied, it still counts as past its time
    List<Ran> runs = retaining.run(shop.workspace(), Optional.empty(), way());
    assertThat(runs).hasSize(2);
    assertThat(runs.stream().filter(r -> r.trouble().isPresent()).map(Ran::rule))
        .containsExactly(broken.id());
    assertThat(shop.ids("visit")).containsExactly("2");
    assertThat(runs(broken).getFirst().trouble().orElseThrow()).contains("state cleared");
    assertThat(shop.column("SELECT ip FROM login")).containsExactly("a");
  }

  @Test
  void aRunThatWasToldToStopInTheMidstGoesOnInTheSameNight() {
    Rule rule = release("visits/keep", "visit");
    AtomicInteger asked = new AtomicInteger();
    Retaining.Way stopping =
        new Retaining.Way(
            Pace.Way.usual(d -> {}), () -> asked.incrementAndGet() > 2, Progress.SILENT);
    Instant night = now.minus(Duration.ofHours(2));
    assertThat(retaining.runSince(shop.workspace(), night, stopping)).hasSize(1);
    assertThat(journal.page(0, 100, "retention.ran").getFirst().facts())
        .containsEntry("stopped", true);
    assertThat(retaining.runSince(shop.workspace(), night, way())).hasSize(1);
    assertThat(shop.ids("visit")).containsExactly("2");
    assertThat(runs(rule)).hasSize(2);
    assertThat(retaining.runSince(shop.workspace(), night, way())).isEmpty();
  }

  @Test
  void aGrantThatIsMissingForOneTableStopsThatRuleAloneAndItGoesOnOnceItIsThere() {
    TestDatabase limited =
        database.restricted(
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {user}",
            "GRANT TEMPORARY ON DATABASE " + database.database() + " TO {user}",
            "GRANT INSERT ON upheld_act TO {user}",
            "GRANT DELETE ON visit TO {user}");
    shop.account(limited);
    Rule logins = release("logins/keep", "login");
    Rule visits = release("visits/keep", "visit");
    shop.execute("INSERT INTO login VALUES (1, '2026-01-01 10:00:00', 1, 'a')");
    List<Ran> runs = retaining.run(shop.workspace(), Optional.empty(), way());
    assertThat(runs).hasSize(2);
    assertThat(runs(logins).getFirst().trouble().orElseThrow()).contains("did not permit");
    assertThat(runs(visits).getFirst().trouble()).isEmpty();
    assertThat(shop.ids("visit")).containsExactly("2");
    shop.execute("GRANT UPDATE ON login TO " + limited.user());
    assertThat(retaining.run(shop.workspace(), Optional.empty(), way()))
        .allMatch(r -> r.trouble().isEmpty());
    assertThat(shop.column("SELECT ip FROM login")).containsExactly("-");
  }

  @Test
  void aRunAfterWhichRowsAreThereThatNothingKeepsSaysSo() {
    Rule rule = release("visits/keep", "visit");
    shop.execute(
        "CREATE FUNCTION copies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " INSERT INTO public.visit VALUES (OLD.id + 100, OLD.seen_at, OLD.ip);"
            + " RETURN NULL; END $$",
        "CREATE TRIGGER copies AFTER DELETE ON visit FOR EACH ROW EXECUTE FUNCTION copies()");
    Ran ran = retaining.run(shop.workspace(), Optional.of(rule.id()), way()).getFirst();
    assertThat(ran.done().orElseThrow().at("visit").deleted()).isOne();
    assertThat(ran.left().orElseThrow().past()).isOne();
    assertThat(ran.trouble().orElseThrow())
        .startsWith("1 row past the promised time remained after the run");
  }

  @Test
  void aRunThatIsToldToStopSaysThatItDidNotComeToTheEnd() {
    Rule rule = release("visits/keep", "visit");
    List<Ran> none =
        retaining.run(
            shop.workspace(),
            Optional.empty(),
            new Retaining.Way(Pace.Way.usual(d -> {}), () -> true, Progress.SILENT));
    assertThat(none).isEmpty();
    assertThat(runs(rule)).isEmpty();
    assertThat(shop.ids("visit")).hasSize(2);
  }
}
