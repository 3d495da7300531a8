package dev.upheld.access;

import java.util.Optional;
import java.util.UUID;

/** The random number of a person who may use Upheld; says nothing about them. */
public record PersonId(UUID value) {

  /** A new one. */
  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<PersonId> parse(String text) {
    try {
      return Optional.of(new PersonId(UUID.fromString(text)))
          .filter(p -> p.toString().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
