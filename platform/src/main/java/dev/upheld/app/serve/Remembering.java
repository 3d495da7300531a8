package dev.upheld.app.serve;

import dev.upheld.engine.Erased;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.job.Jobs;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstones;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Remembers who was erased, without remembering whom, as long as a backup could bring them back.
 */
record Remembering(
    Tombstones tombstones, Fingerprints fingerprints, Duration backups, InstantSource clock) {
  private static final Duration LOOK = Duration.ofHours(6);

  /** Forgets in time what expired. */
  Remembering plan(Jobs jobs) {
    jobs.every("register.expire", LOOK, _ -> tombstones.expire(clock.instant()));
    return this;
  }

  /** Before the receipt is noted: a job that is interrupted between the two does both again. */
  void erased(Planned planned, Receipt receipt) {
    tombstones.keep(Erased.tombstones(planned, receipt, fingerprints, backups));
  }
}
