package dev.upheld.datamap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When and how fast retention may change a system.
 *
 * @param hours of each day; empty for any
 * @param rowsPerSecond at most; 0 for as many as it can
 */
public record RunWindow(Optional<Hours> hours, long rowsPerSecond) {
  /** At any time, and as fast as it can. */
  public static final RunWindow ANY = new RunWindow(Optional.empty(), 0);

  /**
   * Hours by the clock on the wall, over midnight where the end is earlier than the begin. An hour
   * that autumn repeats counts twice, one that spring leaves out not at all.
   *
   * @param to the first moment that is outside; the same as {@code from} for the whole day
   */
  public record Hours(LocalTime from, LocalTime to) {

    /** Whether the moment is within. */
    public boolean isOpen(Instant at, ZoneId zone) {
      LocalTime time = at.atZone(zone).toLocalTime();
      boolean after = !time.isBefore(from);
      boolean before = time.isBefore(to);
      return from.isBefore(to) ? after && before : after || before;
    }

    /** The first moment within, from this one on. */
    public Instant opens(Instant at, ZoneId zone) {
      ZonedDateTime day = at.atZone(zone);
      Instant next = at;
      while (next.isBefore(at) || !isOpen(next, zone)) {
        next = day.with(from).toInstant();
        day = day.plusDays(1);
      }
      return next;
    }

    /** How long they are on a day without a change of clocks. */
    public Duration length() {
      Duration length = Duration.between(from, to);
      return from.isBefore(to) ? length : length.plusDays(1);
    }

    @Override
    public String toString() {
      return from + "-" + to;
    }
  }

  /** Whether it may run at that moment. */
  public boolean isOpen(Instant at, ZoneId zone) {
    return hours.filter(h -> !h.isOpen(at, zone)).isEmpty();
  }
}
