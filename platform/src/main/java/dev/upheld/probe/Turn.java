package dev.upheld.probe;

import java.util.function.BooleanSupplier;

/**
 * When an inquiry is asked. All inquiries of a round are over before the next round begins, in all
 * systems, so that a later one may rest on what an earlier one found.
 *
 * @param round 0 for the first
 * @param needed asked when its round has come; when false, the inquiry is spared
 */
public record Turn(int round, BooleanSupplier needed) {

  /** At once, in any case. */
  public static Turn first() {
    return new Turn(0, () -> true);
  }
}
