package dev.upheld.duty.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The nights in which released rules run, each by the day in whose small hours it begins. They come
 * before what is left of erased people is searched, and before the promises are measured.
 */
public final class Nights {
  private static final LocalTime BEGIN = LocalTime.of(1, 0);

  private Nights() {}

  /**
   * When the night of a day begins, where the company is. Where clocks go back over that hour, the
   * first time it strikes; where they leave it out, as soon as it would have struck.
   */
  public static Instant of(LocalDate day, ZoneId zone) {
    return day.atTime(BEGIN).atZone(zone).toInstant();
  }

  /** The day of the next night that begins after now. */
  public static LocalDate next(Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return of(today, zone).isAfter(now) ? today : today.plusDays(1);
  }

  /** When the night began that began last; now, where one begins now. */
  public static Instant last(Instant now, ZoneId zone) {
    return of(next(now, zone).minusDays(1), zone);
  }
}
