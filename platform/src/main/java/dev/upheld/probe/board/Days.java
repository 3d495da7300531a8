package dev.upheld.probe.board;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Days as people write them. Pure. */
public final class Days {
  private static final Duration LAST = Duration.ofMillis(1);

  private Days() {}

  /**
   * The last instant of a day, to the millisecond.
   *
   * @param day {@code 2027-06-30}
   * @param zone in which it is meant
   * @return empty for what is no day, or is none that has an end in time
   */
  public static Optional<Instant> lastInstant(String day, ZoneId zone) {
    try {
      return Optional.of(
          LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant().minus(LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
