package dev.upheld.charter.compare;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which way B goes, seen from A, for the people whose data it is. */
public enum Turn {
  /** B promises more. */
  STRICTER,
  /** B promises less. */
  WEAKER,
  /** Neither contains the other, or nobody can say. */
  OTHER,
  /** Only a name changed. */
  NAME;

  /** The same seen from B. */
  public Turn mirrored() {
    return switch (this) {
      case STRICTER -> WEAKER;
      case WEAKER -> STRICTER;
      case OTHER -> OTHER;
      case NAME -> NAME;
    };
  }

  /** Several at once: names do not count, and two ways at once are another way. */
  static Turn of(Collection<Turn> turns) {
    Set<Turn> real = turns.stream().filter(t -> t != NAME).collect(Collectors.toSet());
    return real.size() == 1 ? real.iterator().next() : OTHER;
  }
}
