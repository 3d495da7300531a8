package dev.upheld.verdict;

/** Whether a promise holds, worst first: the order is the order that counts. */
public enum Verdict {
  /** A counter-example was seen. */
  BROKEN,
  /** Nothing says that it holds: not measured, not measurable, or not everything was seen. */
  UNPROVEN,
  /** Holds, but not for long, or doubt has come up. */
  AT_RISK,
  /** No violation was found, and everything was looked at. */
  UPHELD;

  /** The worse of two. */
  public Verdict worse(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
