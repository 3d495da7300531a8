package dev.upheld.engine;

import java.util.Optional;

/** Rows that somebody wants put on hold, as people say it. Values may name people. */
public sealed interface RowsAsked {

  /** All rows of the places bound to an activity. */
  record OfActivity(String activity) implements RowsAsked {}

  /**
   * One row.
   *
   * @param place as {@code system/place}
   * @param key its value in the one column that names rows of the place; where several do, each
   *     with its value, like {@code key1=A,key2=7}
   */
  record One(String place, String key) implements RowsAsked {
    @Override
    public String toString() {
      return place;
    }
  }

  /**
   * Rows with a value between two, both included.
   *
   * @param place as {@code system/place}
   * @param by a column or an event of the data map; empty for the column that names rows
   * @param from empty for no limit
   * @param to empty for no limit; one of the two is needed
   */
  record Between(String place, Optional<String> by, Optional<String> from, Optional<String> to)
      implements RowsAsked {
    @Override
    public String toString() {
      return place;
    }
  }
}
