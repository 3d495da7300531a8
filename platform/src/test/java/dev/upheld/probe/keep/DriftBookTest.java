package dev.upheld.probe.keep;

import static dev.upheld.probe.keep.Sample.NOW;
import static dev.upheld.probe.keep.Sample.REVIEW;
import static dev.upheld.probe.keep.Sample.VISITS;
import static dev.upheld.probe.keep.Sample.probe;
import static dev.upheld.probe.keep.Sample.statement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.journal.Journal;
import dev.upheld.probe.Drift;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Judgement;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs is kept as long as it is seen, and the journal says when it came and went. */
class DriftBookTest {
  private final Store store = Stores.fresh();
  private final MovingClock clock = new MovingClock(NOW);
  private final Journal journal = new Journal(store, clock);
  private final Keeper keeper =
      new Keeper(store, journal, clock, p -> Freshness.daily(), (tx, changes) -> {});

  @BeforeEach
  void promised() {
    keeper.register("nimbus", List.of(statement(VISITS, 1), statement(REVIEW, 1)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void saw(PromiseId promise, int wording, Coverage coverage, Drift... drift) {
    Evidence e = probe(promise, wording, Outcome.VIOLATED, clock.instant());
    Evidence evidence =
        new Evidence(
            e.promise(),
            e.digest(),
            e.source(),
            e.outcome(),
            e.summary(),
            e.figures(),
            coverage,
            e.at(),
            e.took(),
            e.asked(),
            e.reasons(),
            e.until());
    var header = TestWorkspace.header(promise.subject(), promise.statement());
    keeper.keep(
        List.of(
            new PromiseResult(
                new HoldOnly(header, Set.of()),
                new Judgement(Verdict.BROKEN, List.of(evidence), ""),
                List.of(evidence),
                ExitCode.Cause.MEASURED,
                Optional.empty(),
                List.of(drift))),
        tx -> {});
  }

  private static final Coverage WHOLE = new Coverage(2, 2, 10);
  private static final Coverage PART = new Coverage(1, 2, 10);

  private static Drift column(String name, Nature nature) {
    return new Drift(
        "main",
        "orders",
        Optional.of(name),
        Drift.Kind.NEW_COLUMN,
        nature,
        Optional.of("pd:Name"),
        name + " is new");
  }

  private List<String> now() {
    return DriftBook.current(store.dsl()).stream()
        .map(i -> i.column().orElse("") + " " + i.nature())
        .toList();
  }

  private long told(String kind) {
    return journal.page(0, 100, kind).size();
  }

  @Test
  void whatIsSeenStaysUntilItIsSeenNoMore() {
    saw(VISITS, 1, WHOLE, column("x", Nature.UNSURE), column("y", Nature.PERSONAL));
    assertThat(now()).containsExactly("y PERSONAL", "x UNSURE");
    Instant first = clock.instant();
    clock.forward(Duration.ofHours(24));
    saw(VISITS, 1, WHOLE, column("x", Nature.PERSONAL));
    assertThat(now()).containsExactly("x PERSONAL");
    assertThat(DriftBook.current(store.dsl()).getFirst().since()).isEqualTo(first);
    assertThat(told("drift.found")).isEqualTo(2);
    assertThat(told("drift.settled")).isEqualTo(1);
    assertThat(journal.page(0, 100, "drift.settled").getFirst().facts())
        .containsEntry("column", "y")
        .containsEntry("difference", "new-column");
  }

  @Test
  void whatCouldNotBeSeenWholeSettlesNothing() {
    saw(VISITS, 1, WHOLE, column("x", Nature.UNSURE));
    saw(VISITS, 1, PART, column("y", Nature.UNSURE));
    assertThat(now()).containsExactly("x UNSURE", "y UNSURE");
    assertThat(told("drift.settled")).isZero();
  }

  @Test
  void whatCouldNotBeSeenWholeMakesNothingHarmless() {
    saw(VISITS, 1, WHOLE, column("x", Nature.PERSONAL), column("y", Nature.NOT_PERSONAL));
    saw(VISITS, 1, PART, column("x", Nature.NOT_PERSONAL), column("y", Nature.UNSURE));
    assertThat(now()).containsExactly("x PERSONAL", "y UNSURE");
    saw(VISITS, 1, WHOLE, column("x", Nature.NOT_PERSONAL), column("y", Nature.UNSURE));
    assertThat(now()).containsExactly("y UNSURE", "x NOT_PERSONAL");
  }

  @Test
  void twoPromisesThatSeeItTellItOnce() {
    saw(VISITS, 1, WHOLE, column("x", Nature.UNSURE));
    saw(REVIEW, 1, WHOLE, column("x", Nature.PERSONAL), column("x", Nature.UNSURE));
    assertThat(now()).containsExactly("x PERSONAL");
    saw(REVIEW, 1, WHOLE);
    assertThat(now()).containsExactly("x UNSURE");
    assertThat(told("drift.found")).isEqualTo(1);
    assertThat(told("drift.settled")).isZero();
  }

  @Test
  void anotherWordingThanTheRegistersDoesNotCount() {
    saw(VISITS, 2, WHOLE, column("x", Nature.UNSURE));
    assertThat(now()).isEmpty();
  }

  @Test
  void whatIsPromisedNoMoreSaysNothing() {
    saw(VISITS, 1, WHOLE, column("x", Nature.UNSURE));
    keeper.register("nimbus", List.of(statement(REVIEW, 1)));
    assertThat(now()).isEmpty();
    saw(REVIEW, 1, PART);
    assertThat(told("drift.settled")).isEqualTo(1);
    saw(REVIEW, 1, PART);
    assertThat(told("drift.settled")).isEqualTo(1);
  }

  @Test
  void whatAnotherPromiseGoesOnSeeingIsAsOldAsItWas() {
    Instant first = clock.instant();
    saw(VISITS, 1, WHOLE, column("x", Nature.UNSURE));
    keeper.register("nimbus", List.of(statement(REVIEW, 1)));
    clock.forward(Duration.ofHours(24));
    saw(REVIEW, 1, WHOLE, column("x", Nature.UNSURE));
    assertThat(DriftBook.current(store.dsl()))
        .singleElement()
        .satisfies(i -> assertThat(i.since()).isEqualTo(first));
    assertThat(told("drift.found")).isEqualTo(1);
    assertThat(told("drift.settled")).isZero();
  }
}
