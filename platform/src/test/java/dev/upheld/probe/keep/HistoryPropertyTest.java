package dev.upheld.probe.keep;

import static dev.upheld.probe.keep.Sample.NOW;
import static dev.upheld.probe.keep.Sample.REVIEW;
import static dev.upheld.probe.keep.Sample.VISITS;
import static dev.upheld.store.generated.Tables.PROBE_EVIDENCE;
import static dev.upheld.store.generated.Tables.PROBE_STATEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, the recorded history is what judging at every instant, with
 * what was promised and known then, would have said; and everything told was told once.
 */
class HistoryPropertyTest {
  private static final int ROUNDS = 5;
  private static final int STEPS = 40;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final MovingClock clock = new MovingClock(NOW);
  private final List<Change> told = new ArrayList<>();

  @Test
  void theRecordedHistoryIsWhatJudgingAtEveryInstantSays() {
    for (int round = 0; round < ROUNDS; round++) {
      told.clear();
      try (Store store = Stores.fresh()) {
        live(store);
        check(store, VISITS);
        check(store, REVIEW);
      }
    }
  }

  private void live(Store store) {
    Keeper keeper =
        new Keeper(
            store,
            new Journal(store, clock),
            clock,
            p -> Freshness.daily(),
            (tx, changes) -> told.addAll(changes));
    Map<PromiseId, Integer> wording = new HashMap<>(Map.of(VISITS, 1, REVIEW, 1));
    register(keeper, wording);
    for (int step = 0; step < STEPS; step++) {
      pass();
      switch (random.nextInt(6)) {
        case 0 -> keeper.watch();
        case 1 -> {
          PromiseId changed = random.nextBoolean() ? VISITS : REVIEW;
          wording.put(changed, random.nextInt(3));
          register(keeper, wording);
        }
        case 2 -> keeper.keep(List.of(attested(wording.getOrDefault(REVIEW, 0))));
        default -> keeper.keep(List.of(probed(wording.getOrDefault(VISITS, 0))));
      }
    }
    clock.forward(Duration.ofHours(100));
    keeper.watch();
  }

  /** The clock mostly goes forward; sometimes it stands, or is put back a little. */
  private void pass() {
    switch (random.nextInt(8)) {
      case 0 -> {}
      case 1 -> clock.forward(Duration.ofMillis(-random.nextInt(5_000)));
      case 2 -> clock.forward(Duration.ofHours(26));
      default -> clock.forward(Duration.ofMinutes(random.nextInt(60 * 60)));
    }
  }

  /** Wording 0 means that the promise is not made. */
  private static void register(Keeper keeper, Map<PromiseId, Integer> wording) {
    keeper.register(
        "nimbus",
        wording.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> Sample.statement(e.getKey(), e.getValue()))
            .toList());
  }

  private Evidence attested(int wording) {
    return Sample.attestation(
        REVIEW, wording, clock.instant(), clock.instant().plus(hours(1, 200)));
  }

  private Evidence probed(int wording) {
    List<Outcome> all = List.of(Outcome.values());
    Outcome outcome = all.get(random.nextInt(all.size()));
    Instant began = clock.instant().minus(hours(0, 40));
    return Sample.probe(VISITS, wording, outcome, began);
  }

  private Duration hours(int from, int to) {
    return Duration.ofMinutes(random.nextInt(from * 60, to * 60));
  }

  private record Known(Evidence evidence, Instant keptAt) {}

  private record Promised(Statement statement, Instant since, Optional<Instant> ended) {
    boolean at(Instant t) {
      return !t.isBefore(since) && ended.map(t::isBefore).orElse(true);
    }
  }

  private void check(Store store, PromiseId promise) {
    List<Known> known =
        store
            .dsl()
            .selectFrom(PROBE_EVIDENCE)
            .where(PROBE_EVIDENCE.PROMISE.eq(promise.toString()))
            .fetch(
                row ->
                    new Known(
                        Ledger.full(store.dsl(), List.of(row.getEntry())).getFirst().evidence(),
                        row.getKeptAt()));
    List<Promised> promised = promised(store, promise);
    List<Change> history = Ledger.changes(store.dsl(), promise, Instant.EPOCH);
    for (Instant t : instants(known, promised, Ledger.read(store.dsl()).watchedUntil())) {
      assertThat(recorded(history, t))
          .as("seed %d, %s at %s, %s", seed, promise, t, history)
          .isEqualTo(judged(known, promised, t));
    }
    List<Change> loud = history.stream().filter(Change::told).map(c -> withoutSentence(c)).toList();
    assertThat(told.stream().filter(c -> c.promise().equals(promise)).map(c -> withoutSentence(c)))
        .as("seed %d", seed)
        .containsExactlyElementsOf(loud);
  }

  private static Change withoutSentence(Change c) {
    return new Change(c.promise(), "", c.digest(), c.from(), c.to(), c.at(), c.why());
  }

  private static List<Promised> promised(Store store, PromiseId promise) {
    return store
        .dsl()
        .selectFrom(PROBE_STATEMENT)
        .where(PROBE_STATEMENT.PROMISE.eq(promise.toString()))
        .fetch(
            row ->
                new Promised(
                    Sample.statement(promise, Integer.parseInt(row.getDigest(), 16)),
                    row.getSince(),
                    Optional.ofNullable(row.getEndedAt())));
  }

  /** Every instant at which anything could turn, the ones beside it, and some in between. */
  private Set<Instant> instants(List<Known> known, List<Promised> promised, Instant end) {
    Set<Instant> all = new TreeSet<>();
    for (Known k : known) {
      all.add(k.keptAt());
      all.add(k.evidence().at().plus(Freshness.daily().fresh()));
      all.add(k.evidence().at().plus(Freshness.daily().worthless()));
      k.evidence().until().ifPresent(all::add);
    }
    for (Promised p : promised) {
      all.add(p.since());
      p.ended().ifPresent(all::add);
    }
    for (Instant t : List.copyOf(all)) {
      all.add(t.plus(Timeline.TICK));
      all.add(t.minus(Timeline.TICK));
      all.add(t.plus(Duration.ofMinutes(random.nextInt(3_000))));
    }
    all.removeIf(t -> t.isAfter(end));
    return all;
  }

  private static Optional<Verdict> recorded(List<Change> history, Instant t) {
    return history.stream()
        .filter(c -> !c.at().isAfter(t))
        .reduce((one, next) -> next)
        .flatMap(Change::to);
  }

  private static Optional<Verdict> judged(List<Known> known, List<Promised> promised, Instant t) {
    List<Evidence> then =
        known.stream().filter(k -> !k.keptAt().isAfter(t)).map(Known::evidence).toList();
    return promised.stream()
        .filter(p -> p.at(t))
        .findFirst()
        .map(p -> Verdicts.judge(p.statement().claim(), then, t, Freshness.daily()).verdict());
  }
}
