package dev.upheld.charter.shape;

import java.util.List;

/** What must hold between the keys of a struct. */
public sealed interface Rule {

  /** One of these keys must stand there, and only one. */
  record ExactlyOne(List<String> keys) implements Rule {
    public ExactlyOne {
      keys = List.copyOf(keys);
    }
  }

  /** At most one of these keys. */
  record AtMostOne(List<String> keys) implements Rule {
    public AtMostOne {
      keys = List.copyOf(keys);
    }
  }

  /** At least one of these keys. */
  record AtLeastOne(List<String> keys) implements Rule {
    public AtLeastOne {
      keys = List.copyOf(keys);
    }
  }

  /** Where {@code key} stands, {@code other} must stand too. */
  record Needs(String key, String other) implements Rule {}

  /**
   * Where {@code key} has one of the values, {@code other} must stand too.
   *
   * @param complaint what to say when it does not
   */
  record When(String key, List<String> values, String other, Complaint complaint) implements Rule {
    public When {
      values = List.copyOf(values);
    }
  }

  static Rule exactlyOne(String... keys) {
    return new ExactlyOne(List.of(keys));
  }

  static Rule atMostOne(String... keys) {
    return new AtMostOne(List.of(keys));
  }

  static Rule atLeastOne(String... keys) {
    return new AtLeastOne(List.of(keys));
  }
}
