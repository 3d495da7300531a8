package dev.upheld.probe.board;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.probe.keep.Book;
import dev.upheld.probe.keep.Piece;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Standing;
import dev.upheld.probe.keep.Statement;
import dev.upheld.probe.keep.Timeline;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Judgement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything a view is made of, read and judged once.
 *
 * @param now the instant of judgement
 * @param seen each promise of the workspace, in the charter's order
 */
record Scenery(Snapshot snapshot, Book book, Instant now, Map<PromiseId, Seen> seen) {

  /**
   * A promise as it stands.
   *
   * @param timeline to look ahead
   * @param unrecorded changes by time that no watch has recorded yet
   */
  record Seen(
      Promise promise,
      Judgement judgement,
      Optional<Instant> since,
      Care care,
      Timeline timeline,
      List<Timeline.Turned> unrecorded) {
    boolean attestable() {
      return promise.header().way() == Way.ATTEST;
    }
  }

  static Scenery of(
      Snapshot snapshot,
      Book book,
      Map<PromiseId, Acts.Touched> touched,
      Function<PromiseId, Freshness> freshness,
      Instant clock) {
    Instant now = book.now(clock);
    Map<PromiseId, Seen> seen = new LinkedHashMap<>();
    Map<PromiseId, Statement> statements = new LinkedHashMap<>();
    snapshot.statements().forEach(s -> statements.put(s.promise(), s));
    for (Promise promise : snapshot.workspace().promises()) {
      PromiseId id = promise.id();
      // Judged by the wording this server read, should the register hold another one for a moment.
      Statement statement = Objects.requireNonNull(statements.get(id));
      Timeline timeline = new Timeline(statement.claim(), book.evidence(id), freshness.apply(id));
      Optional<Standing> standing = Optional.ofNullable(book.standings().get(id));
      List<Timeline.Turned> unrecorded =
          timeline.between(
              standing.map(Standing::verdict), book.watchedUntil(), now.plus(Timeline.TICK));
      Optional<Instant> since =
          unrecorded.isEmpty()
              ? standing.map(Standing::since)
              : Optional.of(unrecorded.getLast().at());
      Care care =
          touched
              .getOrDefault(id, Acts.Touched.NEVER)
              .care(promise.header().owner(), unrecorded.isEmpty() ? standing : Optional.empty());
      seen.put(id, new Seen(promise, timeline.at(now), since, care, timeline, unrecorded));
    }
    return new Scenery(snapshot, book, now, seen);
  }

  /** Where pieces a judgement rests on are kept. */
  List<Long> entries(Judgement judgement) {
    return judgement.restsOn().stream().flatMap(e -> book.entry(e).stream()).distinct().toList();
  }

  /** All evidence that can decide on a promise. */
  List<Piece> pieces(PromiseId promise) {
    return book.pieces().getOrDefault(promise, List.of());
  }
}
