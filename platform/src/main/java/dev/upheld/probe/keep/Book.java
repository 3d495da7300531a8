package dev.upheld.probe.keep;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the store holds that verdicts can rest on, read at one moment: a few lines for each promise,
 * however long its history.
 *
 * @param watchedUntil how far changes are recorded
 * @param statements what is promised, by promise
 * @param standings verdicts as of {@code watchedUntil}
 * @param pieces the evidence on today's wording and binding that can decide
 */
public record Book(
    Instant watchedUntil,
    Map<PromiseId, Statement> statements,
    Map<PromiseId, Standing> standings,
    Map<PromiseId, List<Piece>> pieces) {
  public Book {
    statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    standings = Map.copyOf(standings);
    pieces = Map.copyOf(pieces);
  }

  /** The time that counts: never before what is recorded already, whatever this clock says. */
  public Instant now(Instant clock) {
    return clock.isAfter(watchedUntil) ? clock : watchedUntil;
  }

  /** The evidence about a promise. */
  public List<Evidence> evidence(PromiseId promise) {
    return pieces.getOrDefault(promise, List.of()).stream().map(Piece::evidence).toList();
  }

  /** Where a piece of this book's evidence is kept. */
  public Optional<Long> entry(Evidence evidence) {
    return pieces.getOrDefault(evidence.promise(), List.of()).stream()
        .filter(p -> p.evidence().equals(evidence))
        .map(Piece::entry)
        .findFirst();
  }

  /** The verdict recorded last; empty where there is none. */
  public Optional<Verdict> recorded(PromiseId promise) {
    return Optional.ofNullable(standings.get(promise)).map(Standing::verdict);
  }
}
