package dev.upheld.engine;

import dev.upheld.connect.Description;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One time as people write it who read it in a column: as ISO 8601 says, or with a blank. */
final class HeldTime {
  private static final DateTimeFormatter WITH_ZONE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendOffset("+HH:mm", "Z")
          .toFormatter(java.util.Locale.ROOT);

  private HeldTime() {}

  /**
   * The time, for a column without zone as if it were one of UTC.
   *
   * @param type of a column of times or days
   * @return empty where it is none that a database holds, or says no zone where the column has one
   */
  static Optional<Instant> of(Description.Type type, String written) {
    try {
      String iso = written.replaceFirst("(?<=\\d) (?=\\d)", "T");
      Instant at =
          switch (type) {
            case DATE -> LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            case TIMESTAMP -> LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            default -> OffsetDateTime.parse(iso, WITH_ZONE).toInstant();
          };
      return Optional.of(at).filter(HeldTime::isHeld);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Databases know microseconds, and years of four digits. */
  private static boolean isHeld(Instant at) {
    int year = at.atOffset(ZoneOffset.UTC).getYear();
    return year > 1 && year < 9999 && at.equals(at.truncatedTo(ChronoUnit.MICROS));
  }
}
