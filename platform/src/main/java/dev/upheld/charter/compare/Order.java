package dev.upheld.charter.compare;

/** How long B's time is, compared with A's. */
public enum Order {
  SHORTER,
  LONGER,
  /** The same, or no telling which is longer: 30 days and a month. */
  UNCLEAR;

  /** The same seen from B. */
  public Order mirrored() {
    return switch (this) {
      case SHORTER -> LONGER;
      case LONGER -> SHORTER;
      case UNCLEAR -> UNCLEAR;
    };
  }
}
