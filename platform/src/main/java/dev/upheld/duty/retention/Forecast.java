package dev.upheld.duty.retention;

import dev.upheld.duty.retention.Outlook.Night;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether the hours of its system suffice for what a rule has to end in the nights to come, by the
 * speed of its own runs.
 */
public sealed interface Forecast {

  /** Nobody knows: no run was large enough to tell how fast rows end here. */
  record Unmeasured() implements Forecast {}

  /**
   * They do.
   *
   * @param perNight rows that can go in a night
   */
  record Enough(long perNight) implements Forecast {}

  /**
   * They do not: rows will be past their time when a night is over.
   *
   * @param night the first after which some are left, by the day in whose small hours it begins
   * @param backlog rows that are to go in it
   * @param perNight rows that can
   * @param nights after so many, it among them, no row is left; empty where that is later than
   *     anybody counted
   * @param counted so many nights were counted, from that one on
   */
  record TooShort(
      LocalDate night, long backlog, long perNight, Optional<Integer> nights, int counted)
      implements Forecast {}

  /**
   * The forecast.
   *
   * @param nights what comes due in each, in order; in the first also what is overdue
   * @param speed empty where nobody measured it; the limit of the system may still be too low
   */
  static Forecast of(List<Night> nights, Hours hours, Optional<Speed> speed) {
    long limit = hours.window().rowsPerSecond();
    if (speed.isEmpty() && limit == 0) {
      return new Unmeasured();
    }
    long most = limit == 0 ? Long.MAX_VALUE : limit * hours.length().toSeconds();
    Forecast forecast =
        of(nights, speed.map(s -> Math.min(most, s.in(hours.length()))).orElse(most));
    boolean atBest = speed.isEmpty() && forecast instanceof Enough;
    return atBest ? new Unmeasured() : forecast;
  }

  private static Forecast of(List<Night> nights, long perNight) {
    long left = 0;
    for (int first = 0; first < nights.size(); first++) {
      long backlog = left + nights.get(first).rows();
      left = Math.max(0, backlog - perNight);
      if (left > 0) {
        List<Night> on = nights.subList(first, nights.size());
        return new TooShort(
            on.getFirst().last(), backlog, perNight, caughtUp(on, backlog, perNight), on.size());
      }
    }
    return new Enough(perNight);
  }

  /** After how many of these nights nothing is left. */
  private static Optional<Integer> caughtUp(List<Night> nights, long backlog, long perNight) {
    long left = Math.max(0, backlog - perNight);
    for (int night = 1; night < nights.size(); night++) {
      left = Math.max(0, left + nights.get(night).rows() - perNight);
      if (left == 0) {
        return Optional.of(night + 1);
      }
    }
    return Optional.empty();
  }
}
