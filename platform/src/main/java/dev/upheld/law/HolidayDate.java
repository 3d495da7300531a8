package dev.upheld.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** On which days a holiday falls. */
public sealed interface HolidayDate {

  /** The same day every year. */
  record Fixed(MonthDay day) implements HolidayDate {}

  /**
   * So many days after Easter Sunday of the Gregorian calendar.
   *
   * @param days negative before Easter: Good Friday is -2
   */
  record FromEaster(int days) implements HolidayDate {}

  /** The first such weekday on or after a day: Midsummer is the Saturday from 20 June on. */
  record WeekdayFrom(DayOfWeek weekday, MonthDay first) implements HolidayDate {}

  /** One day of one year, for calendars that follow the moon and are announced. */
  record On(LocalDate date) implements HolidayDate {}

  /** Whether the holiday falls on that day. */
  default boolean fallsOn(LocalDate day) {
    return switch (this) {
      case Fixed(MonthDay fixed) -> MonthDay.from(day).equals(fixed);
      case FromEaster(int days) -> day.equals(Easter.sunday(day.getYear()).plusDays(days));
      case WeekdayFrom(DayOfWeek weekday, MonthDay first) ->
          day.equals(first.atYear(day.getYear()).with(TemporalAdjusters.nextOrSame(weekday)));
      case On(LocalDate date) -> day.equals(date);
    };
  }
}
