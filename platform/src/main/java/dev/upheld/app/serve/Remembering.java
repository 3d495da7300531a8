package dev.upheld.app.serve;

import dev.upheld.engine.Erased;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.job.Jobs;
import dev.upheld.register.Deferrals;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Rests;
import dev.upheld.register.Tombstone;
import dev.upheld.register.Tombstones;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Remembers who was erased, without remembering whom, as long as a backup could bring them back.
 */
record Remembering(
    Tombstones tombstones,
    Rests rests,
    Deferrals deferrals,
    Fingerprints fingerprints,
    Duration backups,
    InstantSource clock) {
  private static final Duration LOOK = Duration.ofHours(6);

  /** Forgets in time what expired. */
  Remembering plan(Jobs jobs) {
    jobs.every(
        "register.expire",
        LOOK,
        _ -> {
          tombstones.expire(clock.instant());
          rests.expire();
        });
    return this;
  }

  /** Before the receipt is noted: a job that is interrupted between the two does both again. */
  void erased(Planned planned, Receipt receipt) {
    List<Tombstone> known = Erased.tombstones(planned, receipt, fingerprints, backups);
    keep(receipt, known);
  }

  /** Who was erased, what of them stayed, and what of that goes later. */
  void keep(Receipt receipt, List<Tombstone> people) {
    tombstones.keep(people);
    if (!people.isEmpty()) {
      rests.keep(Erased.rests(receipt));
      deferrals.keep(Erased.deferrals(receipt, people));
    }
  }
}
