package dev.upheld.charter.compare;

/** One of the two charters. */
public enum Side {
  A,
  B;

  /** The other one. */
  public Side other() {
    return this == A ? B : A;
  }
}
