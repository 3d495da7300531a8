package dev.upheld.datamap.logs;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * How a date or time stamp is written: a pattern of {@link DateTimeFormatter} with English names,
 * or one of the words {@code iso} (ISO 8601, with a blank for the T or before the zone and a comma
 * for the point allowed), {@code epoch-seconds} and {@code epoch-millis}. Reads text that nobody
 * trusts.
 */
public final class StampForm {
  private static final String ISO = "iso";
  private static final String SECONDS = "epoch-seconds";
  private static final String MILLIS = "epoch-millis";

  /** Seconds since the beginning of 1970, from 1973 until 2286. */
  private static final int MOST_DIGITS = 10;

  /** The same in thousandths has so many more. */
  private static final int OF_MILLIS = 3;

  private final String pattern;
  private final Optional<DateTimeFormatter> formatter;
  private final ChronoUnit unit;

  private StampForm(String pattern, Optional<DateTimeFormatter> formatter, ChronoUnit unit) {
    this.pattern = pattern;
    this.formatter = formatter;
    this.unit = unit;
  }

  /** What a text says at some position. */
  public sealed interface Reading {
    /** Nothing of that form stands there. */
    record None() implements Reading {}

    /** It has the form, and there is no such date. */
    record Bad() implements Reading {}

    /**
     * A time.
     *
     * @param first the earliest instant it may mean
     * @param last the latest one
     * @param end where the text goes on
     * @param again how much later the same local time came again, where clocks were put back; else
     *     zero
     */
    record At(Instant first, Instant last, int end, Duration again) implements Reading {}
  }

  private static final Reading NONE = new Reading.None();
  private static final Reading BAD = new Reading.Bad();

  /** The form of a pattern; empty where it is none, or names no month of a year. */
  public static Optional<StampForm> of(String pattern) {
    return switch (pattern) {
      case ISO -> Optional.of(new StampForm(pattern, Optional.of(iso()), ChronoUnit.SECONDS));
      case SECONDS, MILLIS ->
          Optional.of(new StampForm(pattern, Optional.empty(), ChronoUnit.SECONDS));
      default -> written(pattern);
    };
  }

  private static Optional<StampForm> written(String pattern) {
    String letters = pattern.replaceAll("'[^']*'", "");
    try {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(proleptic(pattern))
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
      StampForm form = new StampForm(pattern, Optional.of(formatter), unit(letters));
      String sample =
          formatter.format(ZonedDateTime.of(2026, 11, 22, 13, 14, 15, 0, ZoneOffset.UTC));
      return form.read(sample, 0, ZoneOffset.UTC) instanceof Reading.At
          ? Optional.of(form)
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Years are meant, never years of an era, which strict reading wants to know. */
  private static String proleptic(String pattern) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      text.append(c == 'y' && !quoted ? 'u' : c);
    }
    return text.toString();
  }

  private static ChronoUnit unit(String letters) {
    if (letters.matches("(?s).*[sSAnN].*")) {
      return ChronoUnit.SECONDS;
    }
    if (letters.contains("m")) {
      return ChronoUnit.MINUTES;
    }
    if (letters.matches("(?s).*[HhKk].*")) {
      return ChronoUnit.HOURS;
    }
    return letters.matches("(?s).*[dD].*") ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
  }

  private static DateTimeFormatter iso() {
    return new DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd['T'][ ][HH:mm[:ss]]")
        .optionalStart()
        .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
        .optionalEnd()
        .optionalStart()
        .appendLiteral(',')
        .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
        .optionalEnd()
        .optionalStart()
        .appendOffset("+HH:MM", "Z")
        .optionalEnd()
        .optionalStart()
        .appendOffset("+HHMM", "Z")
        .optionalEnd()
        .optionalStart()
        .appendOffset("+HH", "Z")
        .optionalEnd()
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The shortest time it tells apart: months, days, hours, minutes or seconds. */
  public ChronoUnit unit() {
    return unit;
  }

  /** Whether it names a day at least. */
  public boolean hasDay() {
    return unit != ChronoUnit.MONTHS;
  }

  /**
   * Reads a text at a position.
   *
   * @param zone of stamps that name none
   */
  public Reading read(CharSequence text, int at, ZoneId zone) {
    boolean signed = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
    if (signed) {
      return NONE; // no log is from before our era: the sign only stands before the date
    }
    try {
      return formatter.isPresent() ? formatted(formatter.get(), text, at, zone) : epoch(text, at);
    } catch (DateTimeException | ArithmeticException e) {
      return BAD;
    }
  }

  private Reading epoch(CharSequence text, int at) {
    int end = at;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (end == at) {
      return NONE;
    }
    int most = pattern.equals(SECONDS) ? MOST_DIGITS : MOST_DIGITS + OF_MILLIS;
    if (end - at > most) {
      return BAD;
    }
    if (end - at < most - 1) {
      return NONE; // a number, and no time since there are logs
    }
    long number = Long.parseLong(text, at, end, 10);
    Instant instant =
        pattern.equals(SECONDS) ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    return new Reading.At(instant, instant.plusSeconds(1).minusNanos(1), end, Duration.ZERO);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Reading formatted(DateTimeFormatter form, CharSequence text, int at, ZoneId zone) {
    ParsePosition shape = new ParsePosition(at);
    if (form.parseUnresolved(text, shape) == null || shape.getErrorIndex() >= 0) {
      return NONE;
    }
    ParsePosition position = new ParsePosition(at);
    TemporalAccessor read = form.parse(text, position);
    ZoneId own = read.query(TemporalQueries.zone());
    ZoneId where = own == null ? zone : own;
    LocalDate date = read.query(TemporalQueries.localDate());
    LocalTime time = read.query(TemporalQueries.localTime());
    ChronoUnit finest = time == null && unit.isTimeBased() ? ChronoUnit.DAYS : unit;
    if (date == null) {
      date =
          LocalDate.of(
              Math.toIntExact(read.getLong(ChronoField.YEAR)),
              Math.toIntExact(read.getLong(ChronoField.MONTH_OF_YEAR)),
              1);
      finest = ChronoUnit.MONTHS;
    }
    LocalDateTime first = date.atTime(time == null ? LocalTime.MIN : time);
    int end = position.getIndex();
    if (own == null && time != null) {
      Optional<ZoneText> written = ZoneText.read(text, end, first, zone);
      if (written.isPresent() && written.get().offset().isEmpty()) {
        return BAD;
      }
      where = written.flatMap(ZoneText::offset).<ZoneId>map(offset -> offset).orElse(zone);
      end = written.map(ZoneText::end).orElse(end);
    }
    return at(first, finest, where, end);
  }

  private static Reading at(LocalDateTime time, ChronoUnit finest, ZoneId zone, int end) {
    ZonedDateTime begin = time.atZone(zone);
    Instant from = begin.withEarlierOffsetAtOverlap().toInstant();
    Duration again = Duration.between(from, begin.withLaterOffsetAtOverlap().toInstant());
    Instant to = time.plus(1, finest).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    Instant last = to.minusNanos(1);
    return new Reading.At(from, last.isBefore(from) ? from : last, end, again);
  }
}
