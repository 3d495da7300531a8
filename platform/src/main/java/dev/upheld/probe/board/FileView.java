package dev.upheld.probe.board;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.Promise;
import dev.upheld.probe.board.PromiseFile.Segment;
import dev.upheld.probe.keep.Change;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Timeline;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Parts of a promise's file. Pure. */
final class FileView {
  private FileView() {}

  /**
   * Times of one verdict each.
   *
   * @param changes in order, from the one in force at the beginning
   * @param unrecorded what time changed since
   */
  static List<Segment> segments(
      List<Change> changes, List<Timeline.Turned> unrecorded, Instant from, Instant to) {
    List<Instant> starts = new ArrayList<>();
    List<Optional<Verdict>> verdicts = new ArrayList<>();
    changes.forEach(
        c -> {
          starts.add(c.at());
          verdicts.add(c.to());
        });
    unrecorded.forEach(
        t -> {
          starts.add(t.at());
          verdicts.add(Optional.of(t.verdict()));
        });
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Instant begin = starts.get(i).isBefore(from) ? from : starts.get(i);
      Instant end = i + 1 < starts.size() ? starts.get(i + 1) : to;
      if (begin.isBefore(end)) {
        verdicts.get(i).ifPresent(v -> segments.add(new Segment(begin, end, v)));
      }
    }
    return segments;
  }

  /** Findings that doubt this very promise in law: at its place, or on its clauses. */
  static List<Finding> doubts(Snapshot snapshot, Promise promise) {
    Header header = promise.header();
    return snapshot.workspace().findings().stream()
        .filter(f -> !f.law().isEmpty())
        .filter(f -> f.activity().equals(header.activity()))
        .filter(
            f ->
                f.at().line() == header.at().line()
                    || f.clauses().stream().anyMatch(header.clauses()::contains))
        .toList();
  }

  /** Where it is measured: as the evidence says, or as the data map binds its activity. */
  static List<String> places(Snapshot snapshot, Promise promise, List<Evidence> evidence) {
    Set<String> places = new LinkedHashSet<>();
    evidence.stream()
        .limit(1)
        .flatMap(e -> e.figures().stream())
        .map(Figure::where)
        .filter(where -> !where.isEmpty())
        .forEach(places::add);
    promise
        .header()
        .activity()
        .ifPresent(
            activity ->
                snapshot
                    .workspace()
                    .map()
                    .places()
                    .forEach(
                        (system, of) ->
                            of.values().stream()
                                .filter(p -> p.activities().contains(activity))
                                .forEach(p -> places.add(system + "/" + p.id()))));
    return places.stream().sorted().toList();
  }

  /** First what the evidence advises, then what such a promise needs in general. */
  static List<String> mend(Promise promise, Verdict verdict, List<Evidence> decisive) {
    Stream<String> said = decisive.stream().flatMap(e -> e.reasons().stream());
    return switch (verdict) {
      case BROKEN -> Stream.concat(said, Stream.of(Mending.advice(promise))).distinct().toList();
      case UNPROVEN, AT_RISK -> said.distinct().toList();
      case UPHELD -> List.of();
    };
  }
}
