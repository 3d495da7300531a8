package dev.upheld.datamap;

import java.util.List;
import java.util.Optional;

/** A test on the columns of one row, said in the data map. */
public sealed interface Condition {

  /** The column is null ({@code is: null}) or not ({@code is: not-null}). */
  record IsNull(String column, boolean negated) implements Condition {}

  /** A boolean column. */
  record IsTrue(String column, boolean negated) implements Condition {}

  /**
   * The column's value, read as text, is one of these. Values are words of the schema ("closed"),
   * never personal data.
   */
  record In(String column, List<String> values, boolean negated) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  /** All of them hold. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** All of these, where there are any; one alone stands for itself. */
  static Optional<Condition> allOf(List<Condition> conditions) {
    return switch (conditions.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(conditions.getFirst());
      default -> Optional.of(new All(conditions));
    };
  }

  /** The clock lies in the future: a row kept "until" that day. */
  record NotYet(Clock clock) implements Condition {}
}
