package dev.upheld.charter.shape;

import java.util.Optional;

/** What a pattern cannot say about a text. Must be pure and quick, and never throw. */
@FunctionalInterface
public interface TextCheck {

  /** The complaint about a text that matches the pattern; empty when there is none. */
  Optional<Complaint> complain(String text);
}
