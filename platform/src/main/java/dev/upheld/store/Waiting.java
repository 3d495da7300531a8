package dev.upheld.store;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true by asking again and again, never longer than told. */
final class Waiting {
  private static final long STEP_MILLIS = 5;

  private Waiting() {}

  /**
   * @return whether it became true in time; an interrupt ends the waiting early and stays set
   */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0 || !pause()) {
        return condition.getAsBoolean();
      }
    }
    return true;
  }

  private static boolean pause() {
    try {
      Thread.sleep(STEP_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
