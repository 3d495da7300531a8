package dev.upheld.connect.act;

import java.time.Instant;
import java.util.Optional;

/**
 * Rows that were held because their time is not over.
 *
 * @param rows how many
 * @param open of them, those whose clock has not begun to run
 * @param earliest the earliest instant among their clocks; empty where none runs
 * @param latest the latest
 */
public record Held(long rows, long open, Optional<Instant> earliest, Optional<Instant> latest) {
  /** No row was held. */
  public static final Held NOTHING = new Held(0, 0, Optional.empty(), Optional.empty());
}
