package dev.upheld.connect.sql;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hour that comes twice where clocks are set back. A time without zone does not say which of
 * both is meant, so the later is taken: nothing goes early for that, nor is a wish over.
 */
final class RepeatedHour {
  private RepeatedHour() {}

  /**
   * What times without zone are held against for an instant: while the hour comes for the first
   * time that is the end of what came before, since any time of that hour may yet lie ahead.
   *
   * @param zone in which they are to be read
   * @return the instant itself at all other times
   */
  static Instant surelyOver(Instant at, ZoneId zone) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(at);
    if (next == null || !next.isOverlap()) {
      return at;
    }
    Instant begins = next.getInstant().plus(next.getDuration()); // which is below zero
    return at.isBefore(begins) ? at : begins.minus(1, ChronoUnit.MICROS);
  }
}
