package dev.upheld.datamap;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the sums of rows that go remain ({@code then: aggregate}).
 *
 * @param into the table of the same database that holds them; its columns under {@code by} have an
 *     index that makes them unique
 * @param by what makes a group; at least one
 * @param count the column there that holds how many rows a group had
 * @param sums column there to the column here that is summed in it
 */
public record Totals(TableName into, List<By> by, String count, SortedMap<String, String> sums) {
  public Totals {
    by = List.copyOf(by);
    sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
  }

  /**
   * A part of what makes a group.
   *
   * @param column there
   * @param from the column here
   * @param grain the day its time is cut down to; empty takes the value as it is
   */
  public record By(String column, String from, Optional<Grain> grain) {}

  /** The first day of what holds a time, in the time of day that the database shows. */
  public enum Grain {
    DAY,
    MONTH,
    YEAR
  }

  /** The columns there that make a group. */
  public List<String> group() {
    return by.stream().map(By::column).toList();
  }
}
