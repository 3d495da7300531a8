package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.Span;
import dev.upheld.connect.Spans;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.register.HeldRows;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A live column by whose values rows are held. */
record HeldColumn(Description.Column column) {
  /** More than numbers of databases have. Short as "1e99999999" is, no server wants to read it. */
  private static final int DIGITS = 60;

  /**
   * Which rows these are, by each column that it names.
   *
   * @return empty where one of the columns does not fit
   */
  static Optional<Spans> spans(Description.Table table, HeldRows.By by, ZoneId zone) {
    List<Span> within = new ArrayList<>();
    for (HeldRows.By one : by.each()) {
      Optional<Span> span = of(table, one).flatMap(column -> column.span(one, zone));
      if (span.isEmpty()) {
        return Optional.empty();
      }
      within.add(span.get());
    }
    return Optional.of(new Spans(within, Optional.empty()));
  }

  /** The column, where the table has it and the account may read it. */
  static Optional<HeldColumn> of(Description.Table table, HeldRows.By by) {
    return table.column(by.column()).filter(Description.Column::readable).map(HeldColumn::new);
  }

  /** How its values are compared; empty where they have no order that people could mean. */
  Optional<Kind> kind() {
    return switch (column.type()) {
      case TEXT -> Optional.of(Kind.TEXT);
      case WHOLE, DECIMAL -> Optional.of(Kind.NUMBER);
      case UUID -> Optional.of(Kind.UUID);
      case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> Optional.of(Kind.DAY);
      case BOOLEAN, ADDRESS, BYTES, JSON, ARRAY, OTHER -> Optional.empty();
    };
  }

  /** What a value has to look like. */
  enum Kind {
    TEXT("text"),
    NUMBER("a number"),
    UUID("a UUID"),
    DAY("a day, like 2024-01-31");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean fits(String value) {
      try {
        return switch (this) {
          case TEXT -> !value.isEmpty();
          case NUMBER -> value.length() <= DIGITS && isWritten(new BigDecimal(value));
          case UUID -> java.util.UUID.fromString(value).toString().equalsIgnoreCase(value);
          case DAY -> ValueRange.of(1, 9999).isValidValue(LocalDate.parse(value).getYear());
        };
      } catch (IllegalArgumentException | DateTimeException e) {
        return false;
      }
    }

    /** Written out, with all its noughts. */
    private static boolean isWritten(BigDecimal number) {
      return number.precision() <= DIGITS && Math.abs(number.scale()) <= DIGITS;
    }

    /** Whether values between two others can be held. Of UUIDs nobody knows which lie there. */
    boolean hasOrder() {
      return this != UUID;
    }

    /** Whether the first value surely lies behind the second. How texts lie the database knows. */
    boolean isTurned(String from, String to) {
      return switch (this) {
        case TEXT, UUID -> false;
        case NUMBER -> new BigDecimal(from).compareTo(new BigDecimal(to)) > 0;
        case DAY -> LocalDate.parse(from).isAfter(LocalDate.parse(to));
      };
    }
  }

  /** How one value of it is written. */
  String words(Kind kind) {
    return switch (column.type()) {
      case TIMESTAMP -> "a time, like 2024-01-31T09:30:00";
      case TIMESTAMP_WITH_ZONE -> "a time and its zone, like 2024-01-31T09:30:00Z";
      default -> kind.words();
    };
  }

  /** The span; empty where the column does not fit it. */
  Optional<Span> span(HeldRows.By by, ZoneId zone) {
    boolean time = by.isOne() && kind().filter(Kind.DAY::equals).isPresent();
    return time
        ? HeldTime.of(column.type(), by.from().orElseThrow())
            .map(at -> new Span.Moment(by.column(), at))
        : within(by, zone);
  }

  private Optional<Span> within(HeldRows.By by, ZoneId zone) {
    Optional<Reading> reading = by.reading().flatMap(HeldColumn::reading);
    boolean days = reading.isPresent();
    Optional<Kind> kind = days ? Optional.of(Kind.DAY) : kind();
    boolean whole =
        !days || reading.get() == Reading.NATIVE || kind().filter(Kind.NUMBER::equals).isPresent();
    boolean fits =
        kind.isPresent()
            && whole
            && days == by.reading().isPresent()
            && (days || kind.get() != Kind.DAY)
            && by.from().stream().allMatch(kind.get()::fits)
            && by.to().stream().allMatch(kind.get()::fits);
    if (!fits) {
      return Optional.empty();
    }
    return Optional.of(
        days
            ? new Span.Days(
                by.column(),
                reading.get(),
                by.from().map(LocalDate::parse),
                by.to().map(LocalDate::parse),
                zone)
            : new Span.Values(by.column(), by.from(), by.to()));
  }

  private static Optional<Reading> reading(String id) {
    return Arrays.stream(Reading.values()).filter(r -> r.id().equals(id)).findFirst();
  }
}
