package dev.upheld.datamap.values;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Do the dates of a column look like the birth dates of people? Dates of birth reach back decades,
 * spread over many years, and hardly ever lie in the last few; dates of events crowd near the
 * present. Keeps how many dates fell into each year, never a date.
 */
public final class BirthDates {
  private static final int FEWEST = 20;
  private static final int YOUNGEST = 14;
  private static final int OLDEST = 105;

  private final SortedMap<Integer, Integer> perYear = new TreeMap<>();
  private int count;

  /** What the dates seen so far look like. */
  public enum Look {
    /** Fewer than twenty dates, or all from the same few years long ago: it may be either. */
    UNCLEAR,
    /** Like dates of events. */
    UNLIKELY,
    /** Like dates of birth; old events can look so, too. */
    PLAUSIBLE
  }

  /** Counts one date. */
  public void add(LocalDate date) {
    perYear.merge(date.getYear(), 1, Integer::sum);
    count++;
  }

  /** Dates counted so far. */
  public int count() {
    return count;
  }

  /** Judges what was counted. */
  public Look look(LocalDate today) {
    if (count < FEWEST) {
      return Look.UNCLEAR;
    }
    int year = today.getYear();
    int ofPeople = between(year - OLDEST, year - YOUNGEST);
    boolean people = ofPeople >= 0.95 * count;
    if (!people) {
      return Look.UNLIKELY;
    }
    boolean spread = deviation() >= 6 && largest() <= 0.3 * count;
    return spread ? Look.PLAUSIBLE : Look.UNCLEAR;
  }

  private int between(int from, int to) {
    return perYear.subMap(from, to + 1).values().stream().mapToInt(Integer::intValue).sum();
  }

  private int largest() {
    return perYear.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private double deviation() {
    double sum = 0;
    double squares = 0;
    for (var entry : perYear.entrySet()) {
      sum += (double) entry.getKey() * entry.getValue();
      squares += (double) entry.getKey() * entry.getKey() * entry.getValue();
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }
}
