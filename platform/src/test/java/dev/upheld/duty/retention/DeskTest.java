package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.connect.Session;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.job.JobTiming;
import dev.upheld.job.Jobs;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is shown of retention is what is counted, done and kept. */
class DeskTest {
  private static final String VISITS = "shop/visits/keep@shop/visit";

  private final Path folder = TestFolders.create("desk");
  private final SigningKeys keys = SigningKeys.in(folder.resolve("keys"));
  private final Store store = Stores.fresh();
  private Instant now = RetentionShop.NOW;
  private final Journal journal = new Journal(store, () -> now);
  private final Retaining retaining =
      new Retaining(
          new Retaining.Parts(
              Optional.of(new Retaining.Books(store, journal)),
              new Expiring(RetentionShop::open, Barring.NONE, () -> now),
              ResidueWork::open,
              () -> now));
  private final Desk desk = new Desk(retaining, store, journal, () -> now);

  @AfterEach
  void closes() {
    store.close();
  }

  private RetentionShop shop(TestDatabase.Engine engine) {
    TestServer server =
        engine == TestDatabase.Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb();
    RetentionShop shop = new RetentionShop(server.freshDatabase(), folder.resolve("ws"));
    shop.remembers();
    return shop;
  }

  private List<Ran> run(RetentionShop shop) {
    return retaining.run(
        shop.workspace(),
        Optional.of(VISITS),
        new Retaining.Way(
            new Pace.Way(Duration.ofSeconds(1), 3, 0, d -> {}), () -> false, Progress.SILENT));
  }

  /** The count at each instant is what the probe counts when that instant has come. */
  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void whatComesDueIsWhatTheProbeWillCount(TestDatabase.Engine engine) {
    RetentionShop shop = shop(engine);
    shop.datedReasons();
    for (int i = 0; i < 60; i++) {
      shop.execute(
          "INSERT INTO visit VALUES (%d, '%s', 'a')"
              .formatted(i, now.minus(Duration.ofDays(7L * i)).toString().substring(0, 10)));
    }
    shop.execute(
        "INSERT INTO visit VALUES (100, NULL, 'c')",
        "INSERT INTO customer VALUES (1, 'a@shop.example', NULL)",
        "INSERT INTO ticket VALUES (1, 1, 's', '2026-11-01 10:00:00', FALSE, NULL, FALSE, FALSE),"
            + " (2, 1, 's', '2026-10-20 10:00:00', FALSE, NULL, FALSE, TRUE),"
            + " (3, 1, 's', '2026-06-01 10:00:00', TRUE, '2026-11-30', FALSE, TRUE),"
            + " (4, 1, 's', NULL, FALSE, NULL, FALSE, FALSE)");
    Workspace workspace = shop.workspace();
    long seen = 0;
    for (Rule rule : Rules.of(workspace, now)) {
      if (rule.kept().asks().isEmpty()) {
        continue;
      }
      Outlook outlook = desk.count(workspace, rule);
      try (Session session =
          ResidueWork.open(Objects.requireNonNull(workspace.map().systems().get(rule.system())))) {
        for (Outlook.Count count : outlook.counts()) {
          assertThat(count.past())
              .as(rule.id() + " by " + count.by())
              .isEqualTo(counted(workspace, session, rule, count.by()));
        }
      }
      var ages = outlook.ages(workspace.zone());
      assertThat(ages.values().stream().mapToLong(n -> n).sum())
          .isEqualTo(outlook.rows() - outlook.unknown());
      assertThat(
              ages.entrySet().stream()
                  .filter(e -> e.getKey().isOver())
                  .mapToLong(e -> e.getValue())
                  .sum())
          .isEqualTo(outlook.due());
      seen += outlook.nights(workspace.zone()).stream().mapToLong(Outlook.Night::rows).sum();
    }
    assertThat(seen).isPositive();
    Outlook visits = desk.one(workspace, VISITS).ahead().orElseThrow();
    assertThat(visits.unknown()).isOne();
    assertThat(visits.weeks(workspace.zone())).hasSize(12).allMatch(w -> w.rows() > 0);
  }

  private static long counted(Workspace workspace, Session session, Rule rule, Instant at) {
    Rule then = Rules.find(workspace, at, rule.id()).orElseThrow();
    long past = 0;
    for (var ask : then.kept().asks()) {
      past += session.ask(ask.question(), Progress.SILENT).answer().past();
    }
    return past;
  }

  @Test
  void aPausedRuleDoesNothingUntilItIsResumed() {
    RetentionShop shop = shop(TestDatabase.Engine.POSTGRESQL);
    shop.execute("INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a')");
    Rule rule = shop.rule("visits/keep", "visit", now);
    ReferenceId who = new ReferenceId(UUID.randomUUID());
    assertThat(desk.one(shop.workspace(), VISITS).state()).isEqualTo(Standing.State.WAITS);
    desk.askLook(shop.workspace(), VISITS);
    desk.look(shop::workspace, VISITS);
    Look look = desk.one(shop.workspace(), VISITS).seen().orElseThrow();
    assertThat(look.found().orElseThrow().would().orElseThrow().at("visit").deleted()).isOne();
    assertThat(look.digest()).isEqualTo(rule.digest());
    desk.release(shop.workspace(), VISITS, look.digest(), who);
    assertThatThrownBy(() -> desk.pause(shop.workspace(), VISITS, "no", Optional.of(who)))
        .isInstanceOf(ProblemException.class);
    assertThat(desk.pause(shop.workspace(), VISITS, "Audit of visits", Optional.of(who))).isTrue();
    assertThat(desk.pause(shop.workspace(), VISITS, "Audit of visits", Optional.of(who))).isFalse();
    assertThat(desk.one(shop.workspace(), VISITS).state()).isEqualTo(Standing.State.PAUSED);
    assertThat(run(shop)).isEmpty();
    assertThat(shop.ids("visit")).containsExactly("1");
    assertThat(desk.resume(VISITS, Optional.of(who))).isTrue();
    assertThat(run(shop)).hasSize(1);
    assertThat(shop.ids("visit")).isEmpty();
    assertThat(journal.newest(Long.MAX_VALUE, 10, "retention.").stream().map(Entry::kind))
        .containsExactly(
            "retention.ran", "retention.resumed", "retention.paused", "retention.released");
    assertThat(journal.newest(Long.MAX_VALUE, 10, "retention.paused").getFirst())
        .satisfies(e -> assertThat(e.actor()).contains(who))
        .satisfies(e -> assertThat(e.facts().toString()).doesNotContain("Audit"));
  }

  @Test
  void aDryRunThatNobodyIsAtAnyMoreIsLostAndNotGoing() {
    RetentionShop shop = shop(TestDatabase.Engine.POSTGRESQL);
    shop.execute("INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a')");
    try (Jobs jobs = new Jobs(store, JobTiming.USUAL, () -> now)) {
      DeskWork work =
          new DeskWork(
              new DeskWork.Parts(
                  desk, retaining, jobs, shop::workspace, Pace.Way.usual(d -> {}), () -> now));
      work.look(VISITS);
      assertThat(desk.one(shop.workspace(), VISITS).look().orElseThrow())
          .matches(Look::isGoing)
          .matches(l -> !l.isLost());
      store.inTransaction(
          tx -> {
            Jobs.cancel(tx, "retention.look", VISITS); // as if it had died
            return tx;
          });
      assertThat(desk.one(shop.workspace(), VISITS).look().orElseThrow())
          .matches(Look::isLost)
          .matches(l -> !l.isGoing());
      desk.look(shop::workspace, VISITS);
      assertThat(desk.one(shop.workspace(), VISITS).look().orElseThrow())
          .matches(l -> !l.isLost() && !l.isGoing());
    }
  }

  @Test
  void aFaultOfOursEndsADryRunAndSaysSo() {
    RetentionShop shop = shop(TestDatabase.Engine.POSTGRESQL);
    Retaining faulty =
        new Retaining(
            new Retaining.Parts(
                Optional.of(new Retaining.Books(store, journal)),
                new Expiring(
                    entry -> {
                      throw new IllegalStateException("of somebody");
                    },
                    Barring.NONE,
                    () -> now),
                ResidueWork::open,
                () -> now));
    Desk other = new Desk(faulty, store, journal, () -> now);
    other.askLook(shop.workspace(), VISITS);
    other.look(shop::workspace, VISITS);
    assertThat(
            other
                .one(shop.workspace(), VISITS)
                .look()
                .flatMap(Look::found)
                .flatMap(Found::trouble)
                .orElseThrow())
        .contains("A fault in Upheld", "IllegalStateException")
        .doesNotContain("somebody");
  }

  @Test
  void aDryRunThatIsAskedForAnewMeanwhileIsMadeAnew() {
    RetentionShop shop = shop(TestDatabase.Engine.POSTGRESQL);
    shop.execute("INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a')");
    desk.askLook(shop.workspace(), VISITS);
    AtomicInteger read = new AtomicInteger();
    desk.look(
        () -> {
          if (read.incrementAndGet() == 2) {
            throw new AssertionError("asked for once, made twice");
          }
          return shop.workspace();
        },
        VISITS);
    read.set(0);
    AtomicBoolean again = new AtomicBoolean(true);
    Expiring asking =
        new Expiring(
            entry -> {
              if (again.getAndSet(false)) {
                now = now.plusSeconds(1);
                shop.charter("keep: {for: 180 days", "keep: {for: 9000 days");
                desk.askLook(shop.workspace(), VISITS);
              }
              return RetentionShop.open(entry);
            },
            Barring.NONE,
            () -> now);
    Retaining slow =
        new Retaining(
            new Retaining.Parts(
                Optional.of(new Retaining.Books(store, journal)),
                asking,
                ResidueWork::open,
                () -> now));
    new Desk(slow, store, journal, () -> now)
        .look(
            () -> {
              read.incrementAndGet();
              return shop.workspace();
            },
            VISITS);
    assertThat(read).hasValue(2);
    Look seen = desk.one(shop.workspace(), VISITS).seen().orElseThrow();
    assertThat(seen.asked()).isEqualTo(now);
    assertThat(seen.found().orElseThrow().due().orElseThrow().past()).isZero();
  }

  @Test
  void aRuleThatIsPausedWhileItRunsStopsBetweenTwoTransactions() {
    RetentionShop shop = shop(TestDatabase.Engine.POSTGRESQL);
    shop.execute(
        "INSERT INTO visit SELECT n, '2020-01-01 10:00:00', 'x' FROM generate_series(1, 50) AS n");
    Rule rule = shop.rule("visits/keep", "visit", now);
    retaining.release(
        shop.workspace(),
        new Retaining.What(VISITS, rule.digest(), new Seen.Unsaid()),
        Optional.empty());
    List<Ran> runs =
        retaining.run(
            shop.workspace(),
            Optional.of(VISITS),
            new Retaining.Way(
                new Pace.Way(Duration.ofSeconds(1), 5, 0, d -> {}),
                () -> {
                  if (shop.ids("visit").size() < 30) {
                    desk.pause(shop.workspace(), VISITS, "Somebody asked", Optional.empty());
                  }
                  return false;
                },
                Progress.SILENT));
    assertThat(runs).hasSize(1);
    assertThat(runs.getFirst().done().orElseThrow().whole()).isFalse();
    assertThat(shop.ids("visit")).hasSizeBetween(1, 30);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void aRunHasACertificateThatNobodyElseCouldHaveWritten(TestDatabase.Engine engine) {
    RetentionShop shop = shop(engine);
    shop.execute(
        "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2026-11-20 10:00:00', 'b')");
    Rule rule = shop.rule("visits/keep", "visit", now);
    ReferenceId who = new ReferenceId(UUID.randomUUID());
    desk.askLook(shop.workspace(), VISITS);
    desk.look(shop::workspace, VISITS);
    desk.release(shop.workspace(), VISITS, rule.digest(), who);
    Ran ran = run(shop).getFirst();
    String signed = desk.certificate(ran.id(), keys.current()).orElseThrow();
    now = now.plusSeconds(60);
    assertThat(desk.certificate(ran.id(), keys.current())).contains(signed);
    assertThat(desk.certificate(UUID.randomUUID(), keys.current())).isEmpty();

    var said = Certificate.verified(signed, keys.all()).orElseThrow();
    assertThat(said.at("/says").asString()).isEqualTo(rule.keep().header().sentence());
    assertThat(said.at("/released/by").asString()).isEqualTo(who.toString());
    assertThat(said.at("/due/past").asLong()).isOne();
    assertThat(said.at("/done/visit/deleted").asLong()).isOne();
    assertThat(said.at("/left/past").asLong()).isZero();
    assertThat(said.at("/left/oldest").asString()).startsWith("2026-11-20");
    Entry entry = journal.newest(Long.MAX_VALUE, 1, "retention.ran").getFirst();
    assertThat(said.at("/journal/entry").asLong()).isEqualTo(entry.id().sequence());
    assertThat(said.at("/journal/hash").asString()).isEqualTo(entry.hash());

    String forged = signed.replace("\\\"deleted\\\":1", "\\\"deleted\\\":9");
    assertThat(forged).isNotEqualTo(signed);
    assertThat(Certificate.verified(forged, keys.all())).isEmpty();
    SigningKeys others = SigningKeys.in(folder.resolve("others"));
    assertThat(Certificate.verified(signed, others.all())).isEmpty();
    assertThat(Certificate.verified("no certificate", keys.all())).isEmpty();
  }

  @Test
  void aDayThatIsOverSaysWhatWasDueDoneAndLeft() {
    RetentionShop shop = shop(TestDatabase.Engine.POSTGRESQL);
    shop.execute(
        "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2026-11-20 10:00:00', 'b')");
    Rule rule = shop.rule("visits/keep", "visit", now);
    retaining.release(
        shop.workspace(),
        new Retaining.What(VISITS, rule.digest(), new Seen.Unsaid()),
        Optional.empty());
    run(shop);
    now = now.plusSeconds(3600);
    shop.execute("INSERT INTO visit VALUES (3, '2020-01-01 10:00:00', 'a')");
    run(shop);
    Day day = desk.day(shop.workspace(), VISITS, LocalDate.of(2026, 11, 22));
    assertThat(day.runs()).hasSize(2);
    assertThat(day.due().orElseThrow().past()).isOne();
    assertThat(day.done().values()).extracting(Expired.Tally::deleted).containsExactly(2L);
    assertThat(day.oldest()).isPresent();
    Day later = desk.day(shop.workspace(), VISITS, LocalDate.of(2026, 11, 23));
    assertThat(later.runs()).isEmpty();
    assertThat(later.before().orElseThrow().id()).isEqualTo(day.runs().getLast().id());
  }
}
