package dev.upheld.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long whoever failed must wait. Counted for the name they gave, whether or not anybody has it,
 * and for the address they come from; so the answer never tells whether an account exists. The
 * delay grows and has a limit: nobody can shut a person out for ever by failing in their name.
 *
 * @param free failures without any wait
 * @param first the wait after the first failure beyond
 * @param longest the limit of the wait
 * @param forgottenAfter a pause after which counting starts anew
 */
record LockoutRules(int free, Duration first, Duration longest, Duration forgottenAfter) {
  /** For one name: five tries, then 15 seconds, doubling up to a quarter of an hour. */
  static final LockoutRules OF_NAME =
      new LockoutRules(5, Duration.ofSeconds(15), Duration.ofMinutes(15), Duration.ofHours(24));

  /** For one address, behind which many people may sit. */
  static final LockoutRules OF_ADDRESS =
      new LockoutRules(30, Duration.ofSeconds(15), Duration.ofHours(1), Duration.ofHours(24));

  private static final int MOST_DOUBLINGS = 30;

  /**
   * What was seen so far.
   *
   * @param count failures in a row
   * @param last the latest
   */
  record Failures(int count, Instant last) {
    static final Failures NONE = new Failures(0, Instant.EPOCH);
  }

  /** The instant from which another try is heard; not after now when it is heard at once. */
  Instant heardFrom(Failures failures) {
    int beyond = failures.count() - free;
    if (beyond < 0) {
      return Instant.EPOCH;
    }
    Duration wait = first.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
    return failures.last().plus(wait.compareTo(longest) > 0 ? longest : wait);
  }

  /** The count after one more failure. */
  Failures after(Failures before, Instant now) {
    boolean forgotten = now.isAfter(before.last().plus(forgottenAfter));
    return new Failures(forgotten ? 1 : before.count() + 1, now);
  }
}
