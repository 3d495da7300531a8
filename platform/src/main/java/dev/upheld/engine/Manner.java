package dev.upheld.engine;

import java.util.function.BooleanSupplier;

/**
 * How plans are carried out.
 *
 * @param most rows in one transaction, before a plan fixes more of them
 * @param fresh nanoseconds after which rows are gathered anew between two transactions
 * @param paused asked between two systems and two transactions: whether to go no further for now
 */
record Manner(long most, long fresh, BooleanSupplier paused) {
  private static final long ONE_MINUTE = 60_000_000_000L;

  /** As usual. */
  static final Manner USUAL = new Manner(CommitUnits.USUAL, ONE_MINUTE, () -> false);

  /** The same, stopping as well where this throws: what was not in the way may come meanwhile. */
  Manner unless(Runnable barred) {
    return new Manner(
        most,
        fresh,
        () -> {
          barred.run();
          return paused.getAsBoolean();
        });
  }
}
