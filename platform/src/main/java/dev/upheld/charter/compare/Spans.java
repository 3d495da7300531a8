package dev.upheld.charter.compare;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of two times is longer, as far as anybody can say. */
final class Spans {
  private Spans() {}

  /** Whether {@code x} never lasts longer than {@code y}, in whatever month it starts. */
  static boolean noLonger(Term x, Term y) {
    if (Terms.canonical(x).equals(Terms.canonical(y))) {
      return true;
    }
    if (x instanceof Term.Exact(var one) && y instanceof Term.Exact(var other)) {
      return one.compareTo(other) <= 0;
    }
    return Terms.mostDays(x) <= Terms.leastDays(y);
  }

  static Order order(Term a, Term b) {
    boolean shorter = noLonger(b, a);
    boolean longer = noLonger(a, b);
    return shorter == longer ? Order.UNCLEAR : shorter ? Order.SHORTER : Order.LONGER;
  }

  static Order order(Limit a, Limit b) {
    boolean sooner = noLater(b, a);
    boolean later = noLater(a, b);
    return sooner == later ? Order.UNCLEAR : sooner ? Order.SHORTER : Order.LONGER;
  }

  /** Whether data under {@code x} is surely gone when data under {@code y} must be. */
  static boolean noLater(Limit x, Limit y) {
    if (y instanceof Limit.Earliest(List<Limit> of)) {
      return of.stream().allMatch(l -> noLater(x, l));
    }
    if (x instanceof Limit.Latest(List<Limit> of)) {
      return of.stream().allMatch(l -> noLater(l, y));
    }
    if (x instanceof Limit.Earliest(List<Limit> of)) {
      return of.stream().anyMatch(l -> noLater(l, y));
    }
    if (y instanceof Limit.Latest(List<Limit> of)) {
      return of.stream().anyMatch(l -> noLater(x, l));
    }
    return simple(x, y);
  }

  private static boolean simple(Limit x, Limit y) {
    return switch (x) {
      case Limit.After(Term term, Term s, String from) ->
          y instanceof Limit.After(Term other, Term o, String event)
              && from.equals(event)
              && noLonger(term, other);
      case Limit.Until(String event) ->
          switch (y) {
            case Limit.Until(String other) -> event.equals(other);
            case Limit.After(Term t, Term s, String from) -> event.equals(from);
            case Limit.Criterion c -> false;
            case Limit.Earliest e -> false;
            case Limit.Latest l -> false;
          };
      case Limit.Criterion(String text, Optional<Term> review) ->
          y instanceof Limit.Criterion(String other, Optional<Term> often)
              && text.equals(other)
              && (often.isEmpty() || review.filter(r -> noLonger(r, often.get())).isPresent());
      case Limit.Earliest e -> false;
      case Limit.Latest l -> false;
    };
  }

  /** The same limit, however it is written: 12 months are a year, and order does not count. */
  static String canonical(Limit limit) {
    return switch (limit) {
      case Limit.After(Term term, Term shortest, String from) ->
          "after %s %s %s".formatted(Terms.canonical(term), Terms.canonical(shortest), from);
      case Limit.Until(String event) -> "until " + event;
      case Limit.Earliest(List<Limit> of) -> "earliest" + canonical(of);
      case Limit.Latest(List<Limit> of) -> "latest" + canonical(of);
      case Limit.Criterion(String text, Optional<Term> review) ->
          "criterion %s %s".formatted(text.strip(), review.map(Terms::canonical));
    };
  }

  private static String canonical(List<Limit> of) {
    return of.stream().map(Spans::canonical).distinct().sorted().toList().toString();
  }

  /** {@code 180 days after collected}. */
  static String say(Limit limit) {
    return switch (limit) {
      case Limit.After(Term term, Term shortest, String from) ->
          range(term, shortest) + " after " + spoken(from);
      case Limit.Until(String event) -> "until " + spoken(event);
      case Limit.Earliest(List<Limit> of) -> "to the earliest of: " + several(of);
      case Limit.Latest(List<Limit> of) -> "to the latest of: " + several(of);
      case Limit.Criterion(String text, Optional<Term> review) ->
          "without a figure (while %s%s)"
              .formatted(
                  text, review.map(r -> ", reviewed every " + Terms.say(r)).orElse(", no review"));
    };
  }

  /** Without the event, where both sides count from the same. */
  static String term(Limit.After after) {
    return range(after.term(), after.shortest());
  }

  private static String range(Term term, Term shortest) {
    return Terms.canonical(term).equals(Terms.canonical(shortest))
        ? Terms.say(term)
        : Terms.say(shortest) + " to " + Terms.say(term);
  }

  private static String several(List<Limit> of) {
    return of.stream().map(Spans::say).collect(Collectors.joining("; "));
  }

  static String spoken(String word) {
    return word.replace('-', ' ');
  }
}
