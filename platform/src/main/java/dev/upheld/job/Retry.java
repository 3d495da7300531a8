package dev.upheld.job;

import java.time.Duration;

/**
 * How often and when a one-time job is tried again.
 *
 * @param attempts in all, the first included; after the last failure the job is dead
 * @param first the pause after the first failure; each further pause is twice the one before
 * @param longest no pause is longer
 */
public record Retry(int attempts, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /** Attempts over more than a day: ten seconds, twenty, and so on, at most six hours. */
  public static final Retry USUAL = new Retry(16, Duration.ofSeconds(10), Duration.ofHours(6));

  /**
   * The pause after so many failures in a row.
   *
   * @param failures 1 or more
   */
  Duration pause(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
