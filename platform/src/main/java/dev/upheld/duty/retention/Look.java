package dev.upheld.duty.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * A dry run that somebody asked for, and what came of it.
 *
 * @param digest of the rule when it was asked for
 * @param ended empty while it waits or runs
 * @param done rows looked at so far
 * @param total rows there are to look at; 0 while nobody knows
 * @param found what it saw; empty while it waits or runs
 */
public record Look(
    String rule,
    String digest,
    Instant asked,
    Optional<Instant> ended,
    long done,
    long total,
    Optional<Found> found) {

  /** Whether somebody is still at it. */
  public boolean isGoing() {
    return ended.isEmpty();
  }
}
