package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.edge.console.retention.RetentionViews;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.job.JobTiming;
import dev.upheld.job.Jobs;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule is released by counts that somebody made and saw, and runs as what was released. */
class SeenCountsTest {
  private static final String VISITS = "shop/visits/keep@shop/visit";
  private static final ReferenceId WHO = new ReferenceId(UUID.randomUUID());

  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RetentionShop shop = new RetentionShop(database, TestFolders.create("seen"));
  private final Store store = Stores.fresh();
  private Instant now = RetentionShop.NOW;
  private final InstantSource clock = this::tick;
  private Runnable onTick = () -> {};
  private final Journal journal = new Journal(store, clock);
  private final Retaining retaining =
      new Retaining(
          new Retaining.Parts(
              Optional.of(new Retaining.Books(store, journal)),
              new Expiring(RetentionShop::open, Barring.NONE, clock),
              ResidueWork::open,
              clock));
  private final Desk desk = new Desk(retaining, store, journal, clock);

  private Instant tick() {
    Runnable once = onTick;
    onTick = () -> {};
    once.run();
    onTick = once;
    return now;
  }

  @AfterEach
  void closes() {
    store.close();
    database.drop(Databases.postgres());
  }

  private void visits(int old, int young) {
    shop.execute(
        "INSERT INTO visit SELECT n, '2020-01-01 10:00:00', 'x' FROM generate_series(1, %d) AS n"
            .formatted(old),
        "INSERT INTO visit SELECT n, '2026-11-20 10:00:00', 'y' FROM generate_series(%d, %d) AS n"
            .formatted(old + 1, old + young));
  }

  private String digest() {
    return shop.rule("visits/keep", "visit", now).digest();
  }

  private void look() {
    desk.askLook(shop.workspace(), VISITS);
    desk.look(shop::workspace, VISITS);
  }

  private Release release() {
    return desk.release(shop.workspace(), VISITS, digest(), WHO);
  }

  private void refused(String why) {
    assertThatThrownBy(this::release)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(why);
  }

  private Ran run() {
    return retaining
        .run(
            shop.workspace(),
            Optional.of(VISITS),
            new Retaining.Way(Pace.Way.usual(d -> {}), () -> false, Progress.SILENT))
        .getFirst();
  }

  @Test
  void aReleaseAllowsWhatItsDryRunShowedAndNoMore() {
    shop.remembers();
    visits(3, 997);
    refused("dry run");
    desk.askLook(shop.workspace(), VISITS);
    refused("dry run");
    look();
    assertThat(release().due()).isEqualTo(3);
    shop.execute("UPDATE visit SET seen_at = '2020-01-01 10:00:00' WHERE id <= 300");
    assertThat(release().due()).as("what was seen, not what is there by now").isEqualTo(3);
    shop.execute("UPDATE visit SET seen_at = '2020-01-01 10:00:00' WHERE id <= 900");
    refused("900 of 1000");
    assertThat(run().trouble().orElseThrow()).contains("900 of 1000");
    assertThat(shop.ids("visit")).hasSize(1000);
    look();
    assertThat(release().due()).isEqualTo(900);
    now = now.plus(Duration.ofHours(25));
    refused("dry run");
  }

  @Test
  void whatTheAccountMayNotSeeIsNotCountedAndNotReleased() {
    shop.remembers();
    visits(3, 7);
    look();
    release();
    TestDatabase limited =
        database.restricted(
            "GRANT SELECT, DELETE ON ALL TABLES IN SCHEMA public TO {user}",
            "GRANT TEMPORARY ON DATABASE " + database.database() + " TO {user}",
            "GRANT INSERT ON upheld_act TO {user}",
            "ALTER TABLE visit ENABLE ROW LEVEL SECURITY");
    shop.account(limited);
    Planned plan =
        retaining.plan(shop.workspace(), Optional.of(VISITS), Progress.SILENT).getFirst();
    assertThat(plan.due()).isEmpty();
    assertThat(plan.trouble().orElseThrow()).contains("row-level security");
    assertThatThrownBy(
            () ->
                retaining.release(
                    shop.workspace(),
                    new Retaining.What(VISITS, digest(), new Seen.Unsaid()),
                    Optional.of(WHO)))
        .hasMessageContaining("row-level security");
    Rule rule = shop.rule("visits/keep", "visit", now);
    assertThatThrownBy(() -> desk.count(shop.workspace(), rule))
        .hasMessageContaining("row-level security");
    Ran ran = run();
    assertThat(ran.left()).isEmpty();
    assertThat(ran.trouble().orElseThrow()).contains("row-level security");
  }

  @Test
  void aCertificateSaysNoFigureThatNobodyCounted() {
    shop.remembers();
    visits(3, 7);
    look();
    release();
    shop.account(database.restricted()); // it may see nothing
    Ran away = run();
    assertThat(away.trouble()).isPresent();
    SigningKeys keys = SigningKeys.in(TestFolders.create("keys"));
    String signed = desk.certificate(away.id(), keys.current()).orElseThrow();
    assertThat(Certificate.text(signed).has("due")).isFalse();
    assertThat(Certificate.text(signed).has("left")).isFalse();
    assertThat(Certificate.text(signed).has("ended")).isTrue();
    assertThat(CertificatePdf.of(signed, "Shop SAS", "fr")).isNotEmpty();
    assertThat(away.due()).isEmpty();
    assertThat(desk.runs(VISITS, 1).getFirst()).isEqualTo(away);
    assertThat(desk.day(shop.workspace(), VISITS, LocalDate.of(2026, 11, 22)).due()).isEmpty();
  }

  @Test
  void ofAKilledRunNobodyKnowsWhenItEnded() {
    shop.remembers();
    visits(3, 7);
    look();
    release();
    Rule rule = shop.rule("visits/keep", "visit", now);
    UUID killed = UUID.randomUUID();
    new RetentionStore(store, journal)
        .begin(
            new Ran(
                killed,
                VISITS,
                rule.digest(),
                now.plusSeconds(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    now = now.plusSeconds(7200);
    release();
    run();
    SigningKeys keys = SigningKeys.in(TestFolders.create("keys"));
    String signed = desk.certificate(killed, keys.current()).orElseThrow();
    assertThat(Certificate.text(signed).has("ended")).isFalse();
    assertThat(Certificate.text(signed).has("released")).as("a later leave").isFalse();
    assertThat(Certificate.text(signed).has("says")).isTrue();
  }

  @Test
  void aRunByDayStopsWhereItsRuleChanges() {
    shop.remembers();
    visits(6, 6);
    look();
    release();
    try (Jobs jobs = new Jobs(store, JobTiming.USUAL, InstantSource.system())) {
      Pace.Way slow = new Pace.Way(Duration.ofSeconds(1), 1, 0, d -> {});
      DeskWork work =
          new DeskWork(new DeskWork.Parts(desk, retaining, jobs, shop::workspace, slow, clock));
      onTick = this::changeInTheMidst;
      work.run(VISITS, () -> false);
    }
    assertThat(last().flatMap(Ran::trouble).orElseThrow()).contains("changed while it ran");
    assertThat(shop.ids("visit")).hasSizeBetween(10, 11);
  }

  @Test
  void outsideTheHoursOfItsSystemNobodyIsToldThatItRuns() {
    shop.remembers();
    visits(3, 7);
    shop.systems("country: FR}", "country: FR, retention: {hours: \"22:00-04:00\"}}");
    look();
    release();
    assertThatThrownBy(() -> desk.want(shop.workspace(), VISITS, WHO))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("22:00 to 04:00");
    now = Instant.parse("2026-11-22T22:00:00Z");
    desk.want(shop.workspace(), VISITS, WHO);
  }

  @Test
  void aRuleRunsNextWhenTheHoursOfItsSystemComeAndNotBefore() {
    shop.remembers();
    visits(3, 7);
    look();
    release();
    assertThat(next()).as("it has not run since the last night").isEqualTo(now);
    run();
    assertThat(next()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    shop.systems("country: FR}", "country: FR, retention: {hours: \"03:00-04:00\"}}");
    assertThat(next()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
    assertThat(RetentionViews.page(shop.workspace(), desk.all(shop.workspace()), now, false).next())
        .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
    now = Instant.parse("2026-11-23T00:30:00Z");
    assertThat(next()).as("tonight").isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
  }

  private Instant next() {
    return desk.one(shop.workspace(), VISITS).next(shop.workspace(), now);
  }

  private Optional<Ran> last() {
    return desk.runs(VISITS, 1).stream().findFirst();
  }

  private boolean changed;

  private void changeInTheMidst() {
    if (!changed && shop.ids("visit").size() == 11) {
      changed = true;
      shop.charter("keep: {for: 180 days", "keep: {for: 900 days");
      now = now.plusSeconds(3); // the store is asked every few seconds
    }
  }
}
