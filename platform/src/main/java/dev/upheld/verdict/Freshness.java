package dev.upheld.verdict;

import java.time.Duration;

/**
 * How long a measurement counts.
 *
 * @param fresh up to this age a clean measurement makes a promise UPHELD
 * @param worthless beyond this age it says nothing any more; not shorter than {@code fresh}
 * @param skew how far ahead of now a measurement may be dated and still be trusted: clocks of two
 *     servers never agree to the second
 */
public record Freshness(Duration fresh, Duration worthless, Duration skew) {
  public Freshness {
    if (fresh.isNegative() || skew.isNegative() || worthless.compareTo(fresh) < 0) {
      throw new IllegalArgumentException("periods must not be negative, and grow");
    }
  }

  /** A daily measurement with two hours of grace; three days and it is worth nothing. */
  public static Freshness daily() {
    return new Freshness(Duration.ofHours(26), Duration.ofHours(72), Duration.ofMinutes(5));
  }
}
