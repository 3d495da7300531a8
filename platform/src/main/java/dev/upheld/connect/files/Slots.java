package dev.upheld.connect.files;

import dev.upheld.datamap.logs.LogFiles.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Hours or days, numbered. Hours are those of UTC, so that none is twice or missing when clocks are
 * set.
 *
 * @param zone whose days are meant
 */
record Slots(Rhythm rhythm, ZoneId zone) {
  private static final long HOUR = 3600;

  /** The one an instant lies in. */
  long of(Instant instant) {
    return rhythm.hourly()
        ? Math.floorDiv(instant.getEpochSecond(), HOUR)
        : instant.atZone(zone).toLocalDate().toEpochDay();
  }

  /** When one begins; the one before ends then. */
  Instant begin(long slot) {
    return rhythm.hourly()
        ? Instant.ofEpochSecond(slot * HOUR)
        : LocalDate.ofEpochDay(slot).atStartOfDay(zone).toInstant();
  }

  /** The first that begins at an instant or later. */
  long from(Instant instant) {
    long slot = of(instant);
    return begin(slot).isBefore(instant) ? slot + 1 : slot;
  }

  /** The first with entries. */
  long first() {
    return from(rhythm.since().atStartOfDay(zone).toInstant());
  }
}
