package dev.upheld.engine;

import dev.upheld.charter.promise.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a row must have been written to be past its time now.
 *
 * <p>Calendar periods end on the same date of the last month, or on its last day where that date
 * does not exist (Regulation 1182/71, article 3(2)(c)); so the end of a period does not always grow
 * with its beginning: 31 January 09:00 and 30 January 10:00 both end on 28 February, the later row
 * an hour sooner. In such days the limit leans towards the company: a row is called past only if
 * every older row is past as well.
 */
public final class PastLimit {
  private PastLimit() {}

  /**
   * The largest instant such that every row whose clock is earlier has its term behind it at {@code
   * now}.
   *
   * @param zone in which days, months and years are counted
   */
  public static Instant of(Term term, ZoneId zone, Instant now) {
    return switch (term) {
      case Term.Exact(var duration) -> now.minus(duration);
      case Term.Calendar(var period) -> ofCalendar(period, zone, now);
    };
  }

  /** When the term of a row with that clock ends. */
  public static Instant end(Term term, ZoneId zone, Instant clock) {
    return switch (term) {
      case Term.Exact(var duration) -> clock.plus(duration);
      case Term.Calendar(var period) -> clock.atZone(zone).plus(period).toInstant();
    };
  }

  /**
   * The earliest clock whose term is not over is either the beginning of a stretch of time in which
   * the end grows with the clock (a midnight, a change of offset here or at the end), or the point
   * in such a stretch where the end is exactly now. All of these are tried.
   */
  private static Instant ofCalendar(Period period, ZoneId zone, Instant now) {
    ZonedDateTime today = now.atZone(zone);
    LocalDate day = firstDateEndingOn(period, today.toLocalDate());
    List<Instant> candidates = new ArrayList<>();
    for (LocalDate date = day.minusDays(1);
        !date.isAfter(day.plusDays(1));
        date = date.plusDays(1)) {
      for (LocalTime time : times(date, date.plus(period), zone, today.toLocalTime())) {
        candidates.addAll(instants(date.atTime(time), zone));
      }
    }
    return candidates.stream()
        .filter(c -> !c.atZone(zone).plus(period).toInstant().isBefore(now))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The earliest date whose period ends on that date or later. */
  private static LocalDate firstDateEndingOn(Period period, LocalDate end) {
    LocalDate date = end.minus(period);
    while (!date.minusDays(1).plus(period).isBefore(end)) {
      date = date.minusDays(1);
    }
    while (date.plus(period).isBefore(end)) {
      date = date.plusDays(1);
    }
    return date;
  }

  private static List<LocalTime> times(LocalDate date, LocalDate end, ZoneId zone, LocalTime now) {
    List<LocalTime> times = new ArrayList<>(List.of(LocalTime.MIN, now));
    for (LocalDate changing : List.of(date, end)) {
      ZoneOffsetTransition change =
          zone.getRules().nextTransition(changing.atStartOfDay(zone).toInstant().minusNanos(1));
      if (change != null && change.getDateTimeBefore().toLocalDate().equals(changing)) {
        times.add(change.getDateTimeBefore().toLocalTime());
        times.add(change.getDateTimeAfter().toLocalTime());
        times.add(now.minus(change.getDuration()));
        times.add(now.plus(change.getDuration()));
      }
    }
    return times;
  }

  private static List<Instant> instants(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? List.of(local.atZone(zone).toInstant())
        : offsets.stream().map(local::toInstant).toList();
  }
}
