package dev.upheld.connect.vault;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of clocks as instants, read as the databases compare them: a day lasts to its end, and of
 * an hour that autumn repeats the later reading counts, so that nothing goes early.
 */
final class Moments {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "(?:[T ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,9})?)?))?"
              + "(?: ?(?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?))?");

  private static final BigDecimal MILLI = new BigDecimal("0.001");

  private Moments() {}

  /**
   * The instant.
   *
   * @return empty where the value stands for nothing
   * @throws Unreadable where it means something that is no instant here, such as infinity
   */
  static Optional<Instant> of(
      String text, Description.Type type, Clock.Reading reading, ZoneId zone) throws Unreadable {
    try {
      return switch (reading) {
        case EPOCH_SECONDS -> seconds(new BigDecimal(text.strip()));
        case EPOCH_MILLIS -> seconds(new BigDecimal(text.strip()).multiply(MILLI));
        case NATIVE -> written(text.strip(), type, zone);
      };
    } catch (NumberFormatException | ArithmeticException e) {
      throw new Unreadable("a clock has a value that is no time");
    }
  }

  /** Zero is no time, as in the databases. */
  private static Optional<Instant> seconds(BigDecimal seconds) {
    return Optional.of(seconds)
        .filter(s -> s.signum() != 0)
        .map(s -> Instant.ofEpochSecond(0, s.movePointRight(9).toBigInteger().longValueExact()));
  }

  private static Optional<Instant> written(String text, Description.Type type, ZoneId zone)
      throws Unreadable {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      if (type == Description.Type.TEXT) {
        return Optional.empty(); // what the databases take for no time either
      }
      throw new Unreadable("a clock has a value that is no time");
    }
    try {
      LocalDate day = LocalDate.parse(form.group("day"));
      String time = form.group("time");
      String offset = form.group("offset");
      if (time == null) {
        return Optional.of(day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
      }
      LocalDateTime local = day.atTime(LocalTime.parse(time));
      if (offset != null) {
        return Optional.of(local.toInstant(ZoneOffset.of(offset)));
      }
      return Optional.of(
          type == Description.Type.TIMESTAMP_WITH_ZONE
              ? local.toInstant(ZoneOffset.UTC) // lines to databases speak UTC
              : local.atZone(zone).withLaterOffsetAtOverlap().toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // such as the zero dates that stand for nothing
    }
  }

  /** An instant as a column of that type would hold it. */
  static String text(Instant at, Description.Type type, Clock.Reading reading, ZoneId zone) {
    return switch (reading) {
      case EPOCH_SECONDS -> String.valueOf(at.getEpochSecond());
      case EPOCH_MILLIS -> String.valueOf(at.toEpochMilli());
      case NATIVE -> {
        ZonedDateTime there = at.atZone(zone);
        yield switch (type) {
          case DATE -> there.toLocalDate().toString();
          case TIMESTAMP -> there.toLocalDateTime().toString();
          default -> at.toString();
        };
      }
    };
  }
}
