package dev.upheld.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives.
 *
 * @param idle without any request
 * @param absolute in all, however busy
 * @param halfway from the password to the second factor
 */
public record SessionRules(Duration idle, Duration absolute, Duration halfway) {
  /** Half an hour idle, a working day in all, ten minutes to find the telephone. */
  public static final SessionRules USUAL =
      new SessionRules(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(10));

  /** Last seen is written no more often than this, so that reading pages stays reading. */
  static final Duration SEEN_GRAIN = Duration.ofMinutes(1);

  public SessionRules {
    if (!idle.isPositive() || !halfway.isPositive() || absolute.compareTo(idle) < 0) {
      throw new IllegalArgumentException("a session that lives for no time");
    }
  }

  /** Whether a session is over. */
  boolean over(boolean bothFactors, Instant opened, Instant lastSeen, Instant now) {
    if (!bothFactors) {
      return !now.isBefore(opened.plus(halfway));
    }
    return !now.isBefore(opened.plus(absolute)) || !now.isBefore(lastSeen.plus(idle));
  }

  /** Whether this visit is worth writing down. */
  boolean worthNoting(Instant lastSeen, Instant now) {
    return !now.isBefore(lastSeen.plus(SEEN_GRAIN));
  }
}
