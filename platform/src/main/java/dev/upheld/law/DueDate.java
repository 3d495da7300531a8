package dev.upheld.law;

import java.time.LocalDate;

/**
 * The end of a period.
 *
 * @param counted as the period counts, days off not heeded
 * @param due the day to act by: moved past days off only where rule and holiday were read in a
 *     source
 * @param latest moved past every day off we have heard of; the same as {@code due} or later, and
 *     for information only
 * @param covered whether all holidays of the years concerned are known; if not, the true end may be
 *     later than {@code latest}, and never earlier than {@code due}
 */
public record DueDate(LocalDate counted, LocalDate due, LocalDate latest, boolean covered) {

  static DueDate of(LocalDate counted, Sourced<Roll> roll, WorkingCalendar calendar) {
    if (roll.value() == Roll.NONE) {
      return new DueDate(counted, counted, counted, true);
    }
    LocalDate due = roll.mayBind() ? calendar.rollBinding(counted) : counted;
    LocalDate latest = calendar.roll(counted);
    boolean covered = calendar.covers(counted.getYear()) && calendar.covers(latest.getYear());
    return new DueDate(counted, due, latest, covered);
  }
}
