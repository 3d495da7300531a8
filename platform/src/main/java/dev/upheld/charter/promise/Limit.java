package dev.upheld.charter.promise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When data must be gone. Events are words the data map binds to clocks: {@code collected}, {@code
 * last-contact}, {@code closed}, {@code contract-end}, ...
 */
public sealed interface Limit {

  /** The events it counts from, in the order it names them. */
  default Stream<String> events() {
    return switch (this) {
      case After after -> Stream.of(after.from());
      case Until until -> Stream.of(until.event());
      case Earliest earliest -> earliest.of().stream().flatMap(Limit::events);
      case Latest latest -> latest.of().stream().flatMap(Limit::events);
      case Criterion _ -> Stream.empty();
    };
  }

  /**
   * So long after an event.
   *
   * @param term the longest time promised (the upper end of a range)
   * @param shortest the lower end; equal to {@code term} unless a range was promised
   * @param from the event
   */
  record After(Term term, Term shortest, String from) implements Limit {}

  /** As soon as the event has happened; as long as it has not, the data may stay. */
  record Until(String event) implements Limit {}

  /** Whichever comes first. */
  record Earliest(List<Limit> of) implements Limit {
    public Earliest {
      of = List.copyOf(of);
    }
  }

  /** Whichever comes last. */
  record Latest(List<Limit> of) implements Limit {
    public Latest {
      of = List.copyOf(of);
    }
  }

  /**
   * No number, only a reason ("as long as the purpose needs"), looked at again and again.
   *
   * @param text the criterion in the charter's words
   * @param review how often a person reviews it; empty where the source does not say
   */
  record Criterion(String text, Optional<Term> review) implements Limit {
    /** A criterion reviewed so often. */
    public Criterion(String text, Term review) {
      this(text, Optional.of(review));
    }
  }
}
