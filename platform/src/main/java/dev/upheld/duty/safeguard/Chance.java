package dev.upheld.duty.safeguard;

/**
 * Of long numbers that are nothing of the kind, a few in a hundred pass for a card or an account by
 * chance. Where about that share of many passes, a person must look; one among thousands that do
 * not is no chance.
 */
final class Chance {
  /** One in ten has a sound check digit; of these, some begin like an issuer's. */
  private static final long MANY = 50;

  private static final double MOST = 0.2;
  private static final double LEAST = 0.005;

  private Chance() {}

  static boolean mayBe(long hits, long candidates) {
    double share = (double) hits / Math.max(1, candidates);
    return candidates >= MANY && share > LEAST && share < MOST;
  }
}
