package dev.upheld.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which days are working days in one country.
 *
 * @param zone where "the end of the day" is; empty for a pack that stands for no single country
 * @param weekend days of every week that are no working days
 * @param holidays all that are known
 * @param coveredFrom first year for which all holidays are known; empty when no year is
 * @param coveredTo last such year; empty when the rules hold without end
 */
public record WorkingCalendar(
    Optional<ZoneId> zone,
    Set<DayOfWeek> weekend,
    List<Holiday> holidays,
    Optional<Integer> coveredFrom,
    Optional<Integer> coveredTo) {
  public WorkingCalendar {
    weekend = Set.copyOf(weekend);
    holidays = List.copyOf(holidays);
    if (weekend.size() > 6) {
      throw new IllegalArgumentException("some day of the week must be a working day");
    }
  }

  /** Whether all holidays of that year are known. */
  public boolean covers(int year) {
    return coveredFrom.map(from -> year >= from).orElse(false)
        && coveredTo.map(to -> year <= to).orElse(true);
  }

  /** Neither weekend nor a holiday we know of, however sure of it we are. */
  public boolean isWorkingDay(LocalDate day) {
    return isWorkingDay(day, holiday -> true);
  }

  /** The first working day on or after a day, all known holidays heeded. */
  public LocalDate roll(LocalDate day) {
    return roll(day, holiday -> true);
  }

  /** As {@link #roll(LocalDate)}, but heeding only holidays that were read in a source. */
  public LocalDate rollBinding(LocalDate day) {
    return roll(day, holiday -> holiday.name().mayBind());
  }

  private LocalDate roll(LocalDate day, Predicate<Holiday> heeded) {
    LocalDate rolled = day;
    while (!isWorkingDay(rolled, heeded)) {
      rolled = rolled.plusDays(1);
    }
    return rolled;
  }

  private boolean isWorkingDay(LocalDate day, Predicate<Holiday> heeded) {
    return !weekend.contains(day.getDayOfWeek())
        && holidays.stream().noneMatch(h -> h.date().fallsOn(day) && heeded.test(h));
  }
}
