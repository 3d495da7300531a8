package dev.upheld.edge.console.proof;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of a query. */
final class Asked {
  private Asked() {}

  /** The constant that forms write so: {@code at_risk}. */
  static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
    return Stream.of(values)
        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** What was sent, unless it is blank. */
  static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }
}
