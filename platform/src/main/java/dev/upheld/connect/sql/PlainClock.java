package dev.upheld.connect.sql;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A clock that is a column of times or numbers, compared as it stands: so that an index or the
 * bounds of partitions can serve. Values that are no times are compared like any other; whoever
 * minds them asks the {@linkplain Dialect#moment moment} as well.
 */
record PlainClock(Dialect dialect, Col column, Moment moment, ZoneId zone) {

  /** Empty where the column holds texts, or the clock is made of more than one column. */
  static Optional<PlainClock> of(Source source, Clock clock, ZoneId zone) {
    return clock instanceof Clock.Column(String name, Clock.Reading reading)
        ? of(source.dialect(), source.column(name), reading, zone)
        : Optional.empty();
  }

  private static Optional<PlainClock> of(
      Dialect dialect, Col column, Clock.Reading reading, ZoneId zone) {
    boolean fit =
        reading != Clock.Reading.NATIVE
            || switch (column.type()) {
              case TIMESTAMP_WITH_ZONE, TIMESTAMP, DATE -> true;
              default -> false;
            };
    return fit
        ? Optional.of(new PlainClock(dialect, column, dialect.moment(column, reading, zone), zone))
        : Optional.empty();
  }

  /**
   * Holds the column against an instant.
   *
   * @param sign of the comparison
   */
  Condition is(String sign, Instant at) {
    return DSL.condition("{0} " + sign + " {1}", column.field(), literal(at));
  }

  /** A session reads a column with zone in UTC. */
  private Field<?> literal(Instant at) {
    boolean asNumber =
        column.type() == Description.Type.TIMESTAMP_WITH_ZONE
            && moment.scale() == Moment.Scale.SECONDS;
    return asNumber
        ? dialect.literal(Moment.Scale.LOCAL, at, ZoneOffset.UTC)
        : dialect.literal(moment.scale(), moment.scale().limit(at, zone), zone);
  }

  Condition isNull() {
    return column.field().isNull();
  }

  /** Whether a row's clock is not known, by its value or for want of one. */
  Condition isNoTime() {
    return DSL.condition("{0} is null", moment.field());
  }

  /** Whether every value of the column is a time. */
  boolean isBare() {
    Rendering rendering = dialect.rendering();
    return rendering.text(moment.field()).equals(rendering.text(column.field()));
  }

  /**
   * Where its values between two instants may be no times.
   *
   * @return empty where that cannot be said briefly
   */
  Optional<Condition> odd(Instant from, Instant upTo) {
    return dialect.odd(column, from.atZone(zone).toLocalDate(), upTo.atZone(zone).toLocalDate());
  }
}
