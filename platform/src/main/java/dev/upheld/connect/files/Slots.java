package dev.upheld.connect.files;

import dev.upheld.datamap.logs.LogFiles.Rhythm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours or days, numbered. Hours are counted without a break, so that none is twice or missing when
 * clocks are set; they begin where the zone's own hours do.
 *
 * @param zone whose days are meant
 */
record Slots(Rhythm rhythm, ZoneId zone) {
  private static final long HOUR = 3600;

  /** The one an instant lies in. */
  long of(Instant instant) {
    return rhythm.hourly()
        ? Math.floorDiv(instant.getEpochSecond() + shift(), HOUR)
        : instant.atZone(zone).toLocalDate().toEpochDay();
  }

  /** When one begins; the one before ends then. */
  Instant begin(long slot) {
    return rhythm.hourly()
        ? Instant.ofEpochSecond(slot * HOUR - shift())
        : LocalDate.ofEpochDay(slot).atStartOfDay(zone).toInstant();
  }

  /** In India hours begin at the half of those of UTC. */
  private long shift() {
    ZonedDateTime first = rhythm.since().atStartOfDay(zone);
    return Math.floorMod(first.getOffset().getTotalSeconds(), HOUR);
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
