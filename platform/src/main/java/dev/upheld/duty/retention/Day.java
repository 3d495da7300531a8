package dev.upheld.duty.retention;

import dev.upheld.engine.Expired;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule did on one day, as its runs of that day say it.
 *
 * @param runs those that began on that day, in order
 * @param before the last run before that day, where there was none on it
 */
public record Day(String rule, LocalDate day, List<Ran> runs, Optional<Ran> before) {
  public Day {
    runs = List.copyOf(runs);
  }

  /**
   * Rows past their time when the first run of the day began; empty where there was none, or nobody
   * could count.
   */
  public Optional<DueRows> due() {
    return runs.stream().findFirst().flatMap(Ran::due);
  }

  /** What was done in all runs of the day, by place. */
  public SortedMap<String, Expired.Tally> done() {
    SortedMap<String, Expired.Tally> all = new TreeMap<>();
    for (Ran run : runs) {
      run.done()
          .map(Expired::places)
          .ifPresent(
              places -> places.forEach((place, t) -> all.merge(place, t, Expired.Tally::plus)));
    }
    return all;
  }

  /** Rows that were kept back by the last run of the day, by what kept them. */
  public Map<String, Long> keptBack() {
    return last().flatMap(Ran::done).map(Expired::keptBack).orElseGet(TreeMap::new);
  }

  /** What was counted from outside after the last run of the day; empty where nobody could. */
  public Optional<DueRows> left() {
    return last().flatMap(Ran::left);
  }

  /** The oldest record that was left. */
  public Optional<Instant> oldest() {
    return left().flatMap(DueRows::oldest);
  }

  private Optional<Ran> last() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
  }
}
