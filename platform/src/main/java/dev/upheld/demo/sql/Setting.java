package dev.upheld.demo.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What all rows of one database have in common.
 *
 * @param now the instant the data is made for: no clock lies after it
 * @param region where the database stands
 * @param customers how many live in this region
 */
public record Setting(Instant now, Region region, long customers) {
  /** The zone in which Nimbus counts days, months and years; the charter says the same. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  /**
   * Kept free before every limit. One day is what the demo promises; the other pays for data that
   * is used up to a day after it was made.
   */
  private static final Duration MARGIN = Duration.ofDays(2);

  public Setting {
    now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * The age in seconds that a row may reach and still keep a promise of so long, counted on the
   * calendar, so that short months, leap years and clock changes are right whatever the day.
   */
  public long within(Period period) {
    return secondsSince(period) - MARGIN.toSeconds();
  }

  /** An age in seconds well past a promise of so long. */
  public long beyond(Period period) {
    return secondsSince(period) + MARGIN.toSeconds();
  }

  private long secondsSince(Period period) {
    ZonedDateTime here = now.atZone(ZONE);
    return Duration.between(here.minus(period), here).toSeconds();
  }
}
