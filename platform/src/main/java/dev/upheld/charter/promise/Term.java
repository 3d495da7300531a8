package dev.upheld.charter.promise;

import java.time.Duration;
import java.time.Period;

/**
 * A length of time as promised. Calendar parts and exact parts are never mixed: {@code 12 months}
 * follows the calendar, {@code 72 hours} the clock.
 */
public sealed interface Term {

  /** Days, months or years, counted on the calendar of the company's zone. */
  record Calendar(Period period) implements Term {}

  /** Hours or minutes, counted on the clock. */
  record Exact(Duration duration) implements Term {}
}
