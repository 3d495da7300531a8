package dev.upheld.connect.sql;

import java.time.Instant;
import java.time.ZoneId;
import org.jooq.Field;

/**
 * A clock as an expression, null where the clock is not known, and the scale its values are on. A
 * clock is compared on its own scale, by moving the limit to it, so that nothing is converted for
 * each row.
 *
 * @param field the expression
 */
public record Moment(Scale scale, Field<?> field) {

  /** What a value of a clock counts. */
  public enum Scale {
    /** An instant. */
    INSTANT,
    /**
     * Date and time of day, to be read in a zone. In the hour that autumn repeats, the later is
     * meant.
     */
    LOCAL,
    /**
     * A day in a zone. It stands for the whole day: it is past when the day has ended, and not past
     * while it lasts.
     */
    DATE,
    /** Seconds since 1970-01-01T00:00Z, with or without fraction. */
    SECONDS,
    /** Milliseconds since then. */
    MILLIS;

    /** What values on this scale are held against for an instant. */
    Instant limit(Instant at, ZoneId zone) {
      return this == LOCAL ? RepeatedHour.surelyOver(at, zone) : at;
    }
  }
}
