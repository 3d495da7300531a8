package dev.upheld.charter.check;

import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.law.Span;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/**
 * Compares what a charter promises with what a law says. A month is not thirty days, so only what
 * is longer or shorter in every case counts.
 */
final class Spans {
  private Spans() {}

  /**
   * Whether the term is longer than the span, whenever it starts; a span without figure never is.
   */
  static boolean isLonger(Term term, Span span) {
    if (same(term, span)) {
      return false;
    }
    if (term instanceof Term.Exact(Duration promised) && span.duration().isPresent()) {
      return promised.compareTo(span.duration().get()) > 0;
    }
    return term(span).map(s -> Terms.leastDays(term) > Terms.mostDays(s)).orElse(false);
  }

  /** Whether the term is shorter than the span, whenever it starts. */
  static boolean isShorter(Term term, Span span) {
    return !same(term, span)
        && term(span).map(s -> Terms.mostDays(term) < Terms.leastDays(s)).orElse(false);
  }

  private static boolean same(Term term, Span span) {
    return term(span).map(s -> Terms.canonical(s).equals(Terms.canonical(term))).orElse(false);
  }

  private static Optional<Term> term(Span span) {
    Optional<Term> calendar = span.period().map((Period p) -> new Term.Calendar(p));
    return calendar.or(() -> span.duration().map(Term.Exact::new));
  }
}
