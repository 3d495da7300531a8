package dev.upheld.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The person was asked for something, and the clock may have stood still.
 *
 * @param ground what was asked
 * @param asked the day it was asked
 * @param answered the day the answer came; empty while it has not
 * @param promptly whether it was asked without undue delay; a late question stops no clock
 */
public record Pause(
    SuspensionGround ground, LocalDate asked, Optional<LocalDate> answered, boolean promptly) {
  public Pause {
    if (answered.isPresent() && answered.get().isBefore(asked)) {
      throw new IllegalArgumentException("answered before it was asked");
    }
  }
}
