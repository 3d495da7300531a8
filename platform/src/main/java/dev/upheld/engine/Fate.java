package dev.upheld.engine;

import dev.upheld.connect.act.RowSet;

/** What becomes of a row that was gathered. The numbers stand in the sets. */
final class Fate {
  private Fate() {}

  /** The whole row goes. */
  static final int GOES = RowSet.FREE;

  /** It went. */
  static final int GONE = RowSet.GONE;

  /** It goes with another place that holds the same row, and is counted there. */
  static final int GOES_ELSEWHERE = -2;

  /** It is the person's beyond doubt, while others of the set are still asked whose they are. */
  static final int SURE = -2;

  /** The row stays and its fields end: the data map says so of each. */
  static final int FIELDS_END = 1;

  /** It belongs to somebody else and only names the person: just that field ends. */
  static final int NAMED_IN = 2;

  /** It should go, but something that stays points at it: its fields end, the row stays. */
  static final int HUSK = 3;

  /** The ground does not reach it: it stays as it is. */
  static final int NOT_REACHED = 100;

  /** Kept by the first of the duties to keep; the other sets of duties follow. */
  static final int KEPT = 101;
}
