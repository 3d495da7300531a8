package dev.upheld.engine;

import java.time.Instant;

/**
 * An erasure that is done again, since a restore brought the rows back. Whoever signed up after the
 * erasure is somebody who came back and keeps their rows.
 *
 * @param erased when it was done; rows collected since then are left alone
 * @param allRows whether rows whose age nobody can tell are older, as an officer said
 * @param round tells one restore from the next, where the system remembers the one before
 */
public record Again(Instant erased, boolean allRows, int round) {
  String canonical() {
    return "\u001eagain=" + erased + "\u001f" + allRows + "\u001f" + round;
  }
}
