package dev.upheld.duty.retention;

import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import java.util.Optional;

/**
 * The safeguard: a larger part of a table than anybody saw is asked about first.
 *
 * @param few as long as no more rows are due, their share says nothing
 */
record LargeShare(long few) {
  /** A larger part of a table than this is asked about first. */
  private static final double LARGEST = 1.0 / 3;

  private static final long ROWS = 100;

  /** One file holds the entries of a day or a month. */
  private static final long FILES = 10;

  /** A server's estimate of the rows of a table may be so many times too high. */
  private static final double TOO_HIGH = 2;

  static LargeShare of(Workspace workspace, Rule rule) {
    boolean files =
        Optional.ofNullable(workspace.map().systems().get(rule.system()))
            .flatMap(SystemEntry::folder)
            .isPresent();
    return files ? new LargeShare(FILES) : ofTables();
  }

  /** The one for rows. */
  static LargeShare ofTables() {
    return new LargeShare(ROWS);
  }

  /** Whether so much is due that somebody must have seen as large a part before. */
  boolean isBeyond(DueRows due, double seen) {
    return due.past() > few && due.share() > Math.max(LARGEST, seen);
  }

  /** Whether the rows have to be counted before their share says that it is not too large. */
  static boolean mayBeBeyond(DueRows due) {
    return due.about() && due.past() > ROWS && due.share() * TOO_HIGH > LARGEST;
  }
}
