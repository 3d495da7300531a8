package dev.upheld.edge.console.view;

import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * The verdicts of a promise over time.
 *
 * @param from where the picture begins
 * @param to where it ends, usually now
 * @param spans in order, without overlap; what no span covers was not known
 */
public record History(Instant from, Instant to, List<Span> spans) {
  public History {
    spans = List.copyOf(spans);
  }

  /** A time during which one verdict held: from the first instant to before the second. */
  public record Span(Instant from, Instant to, Verdict verdict) {}
}
