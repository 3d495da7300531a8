package dev.upheld.charter.model;

import dev.upheld.kernel.Location;
import java.util.Optional;

/**
 * A value, or the word that the source leaves it open, or nothing at all.
 *
 * @param <T> the value
 */
public sealed interface Stated<T> {

  /** The charter says it. */
  record Known<T>(T it) implements Stated<T> {}

  /** The charter says that the source does not say it. */
  record Open<T>(Location at) implements Stated<T> {}

  /** Left out. */
  record Absent<T>() implements Stated<T> {}

  /** The value, when there is one. */
  default Optional<T> value() {
    return this instanceof Known<T>(T it) ? Optional.of(it) : Optional.empty();
  }

  /** Where {@code not-stated} stands, when it does. */
  default Optional<Location> openAt() {
    return this instanceof Open<T>(Location at) ? Optional.of(at) : Optional.empty();
  }
}
