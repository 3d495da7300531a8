package dev.upheld.probe.keep;

import static dev.upheld.probe.keep.Sample.NOW;
import static dev.upheld.probe.keep.Sample.REVIEW;
import static dev.upheld.probe.keep.Sample.VISITS;
import static dev.upheld.probe.keep.Sample.attestation;
import static dev.upheld.probe.keep.Sample.probe;
import static dev.upheld.probe.keep.Sample.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Sha256;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Evidence, changes and tellings: all or nothing, each once. */
class KeeperTest {
  private final Store store = Stores.fresh();
  private final MovingClock clock = new MovingClock(NOW);
  private final Journal journal = new Journal(store, clock);
  private final List<Change> told = new ArrayList<>();
  private final Keeper keeper = keeper((tx, changes) -> told.addAll(changes));

  private Keeper keeper(Teller teller) {
    return new Keeper(store, journal, clock, p -> Freshness.daily(), teller);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void promised(int wording) {
    keeper.register("nimbus", List.of(statement(VISITS, wording), statement(REVIEW, wording)));
  }

  private void seen(Outcome outcome) {
    keeper.keep(List.of(probe(VISITS, 1, outcome, clock.instant())));
  }

  private Optional<Verdict> verdict(PromiseId promise) {
    return Ledger.standing(store.dsl(), promise).map(Standing::verdict);
  }

  private List<String> history(PromiseId promise) {
    return Ledger.changes(store.dsl(), promise, Instant.EPOCH).stream()
        .map(c -> c.at() + " " + c.to().map(Verdict::name).orElse("ended"))
        .toList();
  }

  @Test
  void evidenceIsReadAsItWasKeptAndStandsInTheJournal() {
    promised(1);
    Evidence evidence = probe(VISITS, 1, Outcome.VIOLATED, NOW);
    List<Piece> kept = keeper.keep(List.of(evidence));
    assertThat(Ledger.latest(store.dsl(), VISITS, 10)).isEqualTo(kept);
    assertThat(kept.getFirst().evidence()).isEqualTo(evidence);
    Entry entry = journal.page(kept.getFirst().entry() - 1, 1, "").getFirst();
    assertThat(entry.kind()).isEqualTo("evidence.probe");
    assertThat(entry.facts())
        .containsEntry("promise", "nimbus/visits/keep")
        .containsEntry("outcome", "violated")
        .containsEntry("rows", 34000)
        .containsKeys("figures", "asked", "reasons", "digest", "summary", "at");
  }

  @Test
  void aChangeIsRecordedOnceAndTold() {
    promised(1);
    seen(Outcome.VIOLATED);
    seen(Outcome.VIOLATED);
    seen(Outcome.UNSEEN);
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    assertThat(told).extracting(Change::kind).containsExactly("promise.broken");
    clock.forward(Duration.ofHours(1));
    seen(Outcome.CLEAN);
    seen(Outcome.CLEAN);
    assertThat(told).extracting(Change::kind).containsExactly("promise.broken", "promise.upheld");
    assertThat(journal.page(0, 100, "promise.broken")).hasSize(1);
  }

  @Test
  void whatTimeBringsIsRecordedAtItsOwnInstantHoweverLate() {
    promised(1);
    clock.forward(Duration.ofHours(1));
    Instant measured = clock.instant();
    seen(Outcome.CLEAN);
    clock.forward(Duration.ofHours(100));
    assertThat(keeper.watch()).isEqualTo(2);
    assertThat(keeper.watch()).isZero();
    assertThat(history(VISITS))
        .endsWith(
            measured + " UPHELD",
            measured.plus(Duration.ofHours(26)).plus(Timeline.TICK) + " AT_RISK",
            measured.plus(Duration.ofHours(72)).plus(Timeline.TICK) + " UNPROVEN");
    assertThat(told).isEmpty();
  }

  @Test
  void anAttestationCountsUntilItEnds() {
    promised(1);
    Instant until = NOW.plus(Duration.ofDays(90));
    keeper.keep(List.of(attestation(REVIEW, 1, NOW, until)));
    clock.set(until);
    keeper.watch();
    assertThat(verdict(REVIEW)).contains(Verdict.UPHELD);
    clock.forward(Timeline.TICK);
    keeper.watch();
    assertThat(verdict(REVIEW)).contains(Verdict.UNPROVEN);
  }

  @Test
  void anotherWordingMakesEvidenceVoidAndTheSameAgainBringsItBack() {
    promised(1);
    seen(Outcome.VIOLATED);
    promised(2);
    assertThat(verdict(VISITS)).contains(Verdict.UNPROVEN);
    promised(1);
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    assertThat(told).hasSize(3);
  }

  @Test
  void whatIsNoLongerPromisedStaysAsHistoryAndOtherCompaniesAreLeftAlone() {
    promised(1);
    PromiseId other = new PromiseId("cumulus", "visits", "keep");
    keeper.register("cumulus", List.of(statement(other, 1)));
    seen(Outcome.VIOLATED);
    assertThat(keeper.register("nimbus", List.of())).isEqualTo(2);
    assertThat(Ledger.read(store.dsl()).statements()).containsOnlyKeys(other);
    assertThat(verdict(VISITS)).isEmpty();
    assertThat(history(VISITS).getLast()).endsWith("ended");
    assertThat(Ledger.latest(store.dsl(), VISITS, 10)).hasSize(1);
    assertThat(keeper.register("nimbus", List.of())).isZero();
  }

  @Test
  void whatFailsWhileTellingUndoesEverything() {
    promised(1);
    long before = journal.head().sequence();
    Keeper failing =
        keeper(
            (tx, changes) -> {
              throw new IllegalStateException("the outbox is full");
            });
    assertThatThrownBy(() -> failing.keep(List.of(probe(VISITS, 1, Outcome.VIOLATED, NOW))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(journal.head().sequence()).isEqualTo(before);
    assertThat(Ledger.latest(store.dsl(), VISITS, 10)).isEmpty();
    assertThat(verdict(VISITS)).contains(Verdict.UNPROVEN);
  }

  @Test
  void aClockThatGoesBackDoesNotHideACounterExample() {
    promised(1);
    seen(Outcome.CLEAN);
    clock.set(NOW.minus(Duration.ofDays(2)));
    seen(Outcome.VIOLATED);
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    assertThat(told).extracting(Change::kind).containsExactly("promise.broken");
    clock.set(NOW.plus(Duration.ofHours(1)));
    seen(Outcome.UNSEEN);
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    assertThat(Ledger.changes(store.dsl(), VISITS, Instant.EPOCH))
        .isSortedAccordingTo(java.util.Comparator.comparing(Change::at));
  }

  @Test
  void whatAServerWithASlowerClockFindsIsNotHealedByWhatAFasterOneSawBefore() {
    promised(1);
    clock.set(NOW.plus(Duration.ofMinutes(5)));
    seen(Outcome.CLEAN);
    clock.set(NOW.plus(Duration.ofMinutes(2)));
    keeper.keep(
        List.of(probe(VISITS, 1, Outcome.VIOLATED, clock.instant().minus(Duration.ofSeconds(20)))));
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    Evidence began = probe(VISITS, 1, Outcome.CLEAN, clock.instant().minus(Duration.ofSeconds(30)));
    keeper.keep(List.of(began)); // it had begun before the counter-example was seen
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    clock.set(NOW.plus(Duration.ofMinutes(6)));
    seen(Outcome.CLEAN);
    assertThat(verdict(VISITS)).contains(Verdict.UPHELD);
  }

  @Test
  void aClockThatOnceRanAheadDoesNotMakeWhatIsMeasuredTooOldToCount() {
    promised(1);
    clock.forward(Duration.ofDays(30));
    keeper.watch();
    clock.set(NOW.plus(Duration.ofHours(1)));
    seen(Outcome.CLEAN);
    assertThat(verdict(VISITS)).contains(Verdict.UPHELD);
    seen(Outcome.VIOLATED);
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    clock.forward(Duration.ofMinutes(1));
    seen(Outcome.CLEAN);
    assertThat(verdict(VISITS)).contains(Verdict.UPHELD);
    clock.set(NOW.plus(Duration.ofDays(40)));
    keeper.watch();
    assertThat(verdict(VISITS)).contains(Verdict.UNPROVEN);
  }

  @Test
  void evidenceDatedAheadIsDatedWhenItIsKept() {
    promised(1);
    clock.forward(Duration.ofHours(1));
    keeper.keep(
        List.of(probe(VISITS, 1, Outcome.CLEAN, clock.instant().plus(Duration.ofDays(400)))));
    assertThat(Ledger.latest(store.dsl(), VISITS, 1).getFirst().evidence().at())
        .isEqualTo(clock.instant());
  }

  @Test
  void veryLongTextsStandInTheJournalAsDigestsAndInTheStoreInFull() {
    promised(1);
    Evidence e = probe(VISITS, 1, Outcome.CLEAN, NOW);
    String sql = "select '" + "x".repeat(300_000) + "'";
    List<String> reasons = java.util.Collections.nCopies(5_000, "Something was not seen here.");
    Evidence longer =
        new Evidence(
            e.promise(),
            e.digest(),
            e.source(),
            e.outcome(),
            e.summary(),
            e.figures(),
            e.coverage(),
            e.at(),
            e.took(),
            List.of(new dev.upheld.kernel.Asked("eu-main", sql)),
            reasons,
            e.until());
    keeper.keep(List.of(longer));
    assertThat(Ledger.latest(store.dsl(), VISITS, 1).getFirst().evidence()).isEqualTo(longer);
    Entry entry = journal.newest(Long.MAX_VALUE, 1, "evidence.").getFirst();
    assertThat(entry.facts().toString()).contains(Sha256.hex(sql)).doesNotContain("xxx");
  }

  @Test
  void evidenceThatIsLongInEveryWayNeverThrowsItsRunAway() {
    promised(1);
    String quotes = "\"\n\\\u0001".repeat(20);
    Evidence e = probe(VISITS, 1, Outcome.VIOLATED, NOW);
    Evidence longest =
        new Evidence(
            e.promise(),
            e.digest(),
            e.source(),
            e.outcome(),
            quotes.repeat(200),
            java.util.Collections.nCopies(800, new Figure("rows", "3", "eu-main/visit" + quotes)),
            e.coverage(),
            e.at(),
            e.took(),
            java.util.Collections.nCopies(1_600, new Asked("eu-main", "select 1" + quotes)),
            java.util.Collections.nCopies(400, "Not seen: " + quotes),
            e.until());
    keeper.keep(List.of(longest, attestation(REVIEW, 1, NOW, NOW.plus(Duration.ofDays(9)))));
    assertThat(verdict(VISITS)).contains(Verdict.BROKEN);
    assertThat(verdict(REVIEW)).contains(Verdict.UPHELD);
    assertThat(Ledger.latest(store.dsl(), VISITS, 1).getFirst().evidence()).isEqualTo(longest);
    Map<String, Object> facts = journal.page(0, 100, "evidence.probe").getFirst().facts();
    assertThat(String.valueOf(facts.get("summary"))).contains("shortened").hasSizeLessThan(1_200);
    assertThat(List.of("figures", "reasons", "asked"))
        .allSatisfy(
            list ->
                assertThat(String.valueOf(facts.get(list))).contains("more=").contains("sha256="));
  }

  @Test
  void whatACommandRecordsAServerTellsOnce() {
    promised(1);
    keeper(Untold.later()).keep(List.of(probe(VISITS, 1, Outcome.VIOLATED, NOW)));
    assertThat(told).isEmpty();
    keeper.watch();
    keeper.watch();
    assertThat(told).extracting(Change::kind).containsExactly("promise.broken");
    assertThat(told.getFirst().sentence()).isEqualTo("Visits are kept half a year.");
  }

  @Test
  void severalServersKeepAtOnceInOneOrder() {
    promised(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Outcome outcome = i % 2 == 0 ? Outcome.VIOLATED : Outcome.CLEAN;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int n = 0; n < 10; n++) {
                      seen(outcome);
                    }
                  }));
    }
    threads.forEach(KeeperTest::join);
    List<Change> changes = Ledger.changes(store.dsl(), VISITS, Instant.EPOCH);
    for (int i = 1; i < changes.size(); i++) {
      assertThat(changes.get(i).from()).isEqualTo(changes.get(i - 1).to());
      assertThat(changes.get(i).at()).isAfter(changes.get(i - 1).at());
    }
    assertThat(Ledger.latest(store.dsl(), VISITS, 100)).hasSize(40);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
