package dev.upheld.duty.retention;

/** The safeguard: a larger part of a table than anybody saw is asked about first. */
final class LargeShare {
  /** A larger part of a table than this is asked about first. */
  private static final double LARGEST = 1.0 / 3;

  /** As long as no more rows are due, their share says nothing. */
  private static final long FEW = 100;

  /** A server's estimate of the rows of a table may be so many times too high. */
  private static final double TOO_HIGH = 2;

  private LargeShare() {}

  /** Whether so much is due that somebody must have seen as large a part before. */
  static boolean isBeyond(DueRows due, double seen) {
    return due.past() > FEW && due.share() > Math.max(LARGEST, seen);
  }

  /** Whether the rows have to be counted before their share says that it is not too large. */
  static boolean mayBeBeyond(DueRows due) {
    return due.about() && due.past() > FEW && due.share() * TOO_HIGH > LARGEST;
  }
}
