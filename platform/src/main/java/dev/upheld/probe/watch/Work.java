package dev.upheld.probe.watch;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.probe.Assignment;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A run of proof that was taken on.
 *
 * @param due what is to be measured
 */
record Work(UUID run, Instant began, Assignment assignment, Set<PromiseId> due) {
  Work {
    due = Set.copyOf(due);
  }
}
