package dev.upheld.edge.cli;

import dev.upheld.charter.promise.Promise;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run of {@code prove}, ready to be printed in any format.
 *
 * @param company the company's name
 * @param lines one per promise, in the charter's order
 * @param findings how many findings {@code check} has
 * @param exit the exit code, and why, in one sentence
 */
record ProveView(
    String company,
    Instant at,
    Duration took,
    List<Line> lines,
    int findings,
    int exit,
    String exitReason) {

  /**
   * One promise.
   *
   * @param evidence what the verdict rests on; empty when nothing was measured
   * @param why one sentence: what was seen, or why nothing was
   * @param waiting whether it is UNPROVEN only because its duty is not built or nobody attested
   */
  record Line(
      Promise promise, Verdict verdict, Optional<Evidence> evidence, String why, boolean waiting) {}

  ProveView {
    lines = List.copyOf(lines);
  }

  /** Lines of a verdict, those that wait left out, by id. */
  List<Line> of(Verdict verdict) {
    return lines.stream()
        .filter(l -> l.verdict() == verdict && !l.waiting())
        .sorted(Comparator.comparing(l -> l.promise().id()))
        .toList();
  }

  /** UNPROVEN only because their duty is not built or nobody attested. */
  List<Line> waiting() {
    return lines.stream().filter(Line::waiting).toList();
  }
}
