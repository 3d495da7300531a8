package dev.upheld.duty.retention;

import dev.upheld.engine.Expired;
import java.time.Duration;

/**
 * How fast rows end.
 *
 * @param rows past their time that were gone through one by one, kept back or not
 * @param took how long that took, rests included; counting before and after is not in it
 */
public record Speed(long rows, Duration took) {
  /** Fewer rows in a run say how long it takes to begin, and not how fast it goes. */
  public static final long TELLING = 1_000;

  /** So many runs are taken together at most, the newest. */
  static final int RUNS = 7;

  /** Of a run. Partitions that went at once were not gone through row by row. */
  static Speed of(Rule rule, Expired done, Duration took) {
    Expired.Tally own = done.at(rule.kept().place().id());
    long whole = done.partitions().values().stream().mapToLong(Long::longValue).sum();
    return new Speed(Math.max(0, own.deleted() + own.ended() + done.kept() - whole), took);
  }

  /** Rows in a time. */
  long in(Duration time) {
    return rows * time.toMillis() / Math.max(1, took.toMillis());
  }
}
