package dev.upheld.probe.keep;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From a book to all changes up to now, those of time before those of what is entered now. Pure.
 *
 * @param before as it was recorded
 * @param now after the book's watermark
 */
record Changes(Book before, Instant now, Function<PromiseId, Freshness> freshness) {

  /**
   * Every change in order of time within each promise.
   *
   * @param after what is promised from now on
   * @param fresh evidence that comes now
   */
  List<Change> of(Map<PromiseId, Statement> after, List<Evidence> fresh) {
    Map<PromiseId, List<Evidence>> coming =
        fresh.stream().collect(Collectors.groupingBy(Evidence::promise));
    Set<PromiseId> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.statements().keySet());
    List<Change> changes = new ArrayList<>();
    for (PromiseId promise : all) {
      Optional<Verdict> was = byTime(promise, changes);
      Optional.ofNullable(after.get(promise))
          .ifPresentOrElse(
              s -> entering(s, was, coming.getOrDefault(promise, List.of()), changes),
              () -> was.ifPresent(v -> changes.add(ending(promise, v))));
    }
    return changes;
  }

  /** Adds what time brought before now; the verdict just before now. */
  private Optional<Verdict> byTime(PromiseId promise, List<Change> changes) {
    Optional<Verdict> was = before.recorded(promise);
    Statement statement = before.statements().get(promise);
    if (statement == null) {
      return was;
    }
    Timeline timeline =
        new Timeline(statement.claim(), before.evidence(promise), freshness.apply(promise));
    for (Timeline.Turned turned : timeline.between(was, before.watchedUntil(), now)) {
      changes.add(change(statement, was, turned));
      was = Optional.of(turned.verdict());
    }
    return was;
  }

  private void entering(
      Statement s, Optional<Verdict> was, List<Evidence> coming, List<Change> changes) {
    List<Evidence> evidence =
        Stream.concat(before.evidence(s.promise()).stream(), coming.stream()).toList();
    new Timeline(s.claim(), evidence, freshness.apply(s.promise()))
        .on(was, now)
        .ifPresent(turned -> changes.add(change(s, was, turned)));
  }

  private static Change change(Statement s, Optional<Verdict> was, Timeline.Turned turned) {
    return new Change(
        s.promise(),
        s.sentence(),
        s.digest(),
        was,
        Optional.of(turned.verdict()),
        turned.at(),
        turned.judgement().why());
  }

  private Change ending(PromiseId promise, Verdict was) {
    Statement s = Objects.requireNonNull(before.statements().get(promise));
    return new Change(
        promise,
        s.sentence(),
        s.digest(),
        Optional.of(was),
        Optional.empty(),
        now,
        "It is no longer promised.");
  }
}
