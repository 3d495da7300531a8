package dev.upheld.connect.mariadb;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Times in MariaDB, without its time zone tables, which many servers never loaded: a zone's offset
 * is written out as the list of its changes.
 */
final class MariaDbMoments {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Earlier offsets are taken as that of this time, later ones as that of the other. */
  private static final Instant FIRST_CHANGE = Instant.parse("1990-01-01T00:00:00Z");

  private static final Instant LAST_CHANGE = Instant.parse("2040-01-01T00:00:00Z");

  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME_OF_DAY = "[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?";
  private static final String OFFSET = " ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)";

  private static final long MOST_MONTHS = 1_200;

  private MariaDbMoments() {}

  /** A date or datetime, null where it is one of the zero dates that stand for nothing. */
  static Field<?> real(Field<?> value) {
    return DSL.field("case when month({0}) > 0 and dayofmonth({0}) > 0 then {0} end", value);
  }

  /**
   * Where, from a day to another, dates with a zero for day or month are sorted: between the end of
   * a month and the beginning of the next.
   *
   * @param day whether it is a date; otherwise a datetime
   * @return empty for more than a hundred years
   */
  static Optional<Condition> odd(Field<?> value, boolean day, LocalDate from, LocalDate upTo) {
    YearMonth first = YearMonth.from(from);
    long months = first.until(YearMonth.from(upTo), ChronoUnit.MONTHS);
    if (months > MOST_MONTHS) {
      return Optional.empty();
    }
    String form =
        day ? "{0} > date{1} and {0} < date{2}" : "{0} > timestamp{1} and {0} < timestamp{2}";
    List<Condition> gaps = new ArrayList<>();
    for (long i = 0; i <= months + 1; i++) {
      LocalDate begin = first.plusMonths(i).atDay(1);
      LocalDate end = begin.minusDays(1);
      gaps.add(
          DSL.condition(
              form,
              value,
              DSL.inline(day ? end.toString() : end + " 23:59:59.999999"),
              DSL.inline(day ? begin.toString() : begin + " 00:00:00")));
    }
    return Optional.of(DSL.or(gaps));
  }

  /** Seconds since 1970 as though the zone were UTC. */
  static Field<?> wallSeconds(Field<?> local) {
    return DSL.field(
        "(timestampdiff(microsecond, timestamp'1970-01-01 00:00:00', {0}) * 0.000001)", local);
  }

  /** Seconds since 1970-01-01T00:00Z of a date and time in the zone. */
  static Field<?> seconds(Field<?> local, ZoneId zone) {
    return DSL.field("({0} - {1})", wallSeconds(local), offset(local, zone));
  }

  /**
   * Seconds ahead of UTC. In the hour that autumn repeats the later reading counts, so that nothing
   * goes early, and the hour that spring leaves out is read as though it had not been.
   */
  private static Field<?> offset(Field<?> local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    int first = rules.getOffset(FIRST_CHANGE).getTotalSeconds();
    if (rules.isFixedOffset()) {
      return DSL.inline(first);
    }
    StringBuilder changes = new StringBuilder("case");
    ZoneOffsetTransition change = rules.previousTransition(LAST_CHANGE);
    while (change != null && change.getInstant().isAfter(FIRST_CHANGE)) {
      String from = TIME.format(change.getDateTimeAfter());
      changes.append(" when {0} >= timestamp'").append(from).append("' then ");
      changes.append(change.getOffsetAfter().getTotalSeconds());
      change = rules.previousTransition(change.getInstant());
    }
    return changes.length() == "case".length()
        ? DSL.inline(first)
        : DSL.field(changes + " else " + first + " end", local);
  }

  /** The end of a day. */
  static Field<?> endOf(Field<?> day) {
    return DSL.field("timestamp({0}, '23:59:59.999999')", day);
  }

  /**
   * ISO 8601 text as seconds since 1970-01-01T00:00Z, and anything else as null. A text without
   * offset is read in the zone; one without time of day stands for the whole day.
   */
  static Field<?> isoText(Field<String> text, ZoneId zone) {
    Field<?> plain = real(DSL.field("cast({0} as datetime(6))", text));
    Field<?> day = endOf(real(DSL.field("cast({0} as date)", text)));
    return DSL.field(
        "case when {0} rlike {1} then {2} when {0} rlike {3} then {4} when {0} rlike {5} then {6} end",
        text,
        DSL.inline("^" + DAY + "\\z"),
        seconds(day, zone),
        DSL.inline("^" + DAY + TIME_OF_DAY + "\\z"),
        seconds(plain, zone),
        DSL.inline("^" + DAY + TIME_OF_DAY + OFFSET + "\\z"),
        withOffset(text));
  }

  private static Field<?> withOffset(Field<String> text) {
    Field<?> local =
        real(
            DSL.field(
                "cast(regexp_replace({0}, {1}, '') as datetime(6))",
                text, DSL.inline(OFFSET + "\\z")));
    Field<?> offset =
        DSL.field(
            "replace(regexp_substr({0}, {1}), ':', '')",
            text, DSL.inline("[+-][0-9]{2}(?::?[0-9]{2})?\\z"));
    return DSL.field(
        "({0} - case when {1} = '' then 0 else (cast(substr({1}, 2, 2) as signed) * 3600"
            + " + cast(concat('0', substr({1}, 4)) as signed) * 60)"
            + " * case when left({1}, 1) = '-' then -1 else 1 end end)",
        wallSeconds(local), offset);
  }
}
