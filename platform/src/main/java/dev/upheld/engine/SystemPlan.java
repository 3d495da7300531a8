package dev.upheld.engine;

import java.util.List;

/**
 * What is to be done in one system.
 *
 * @param steps by place; in the order of the data map
 * @param remembers whether the system has a memory of acts
 * @param unreachable why nothing is known of it; empty when it answered
 */
public record SystemPlan(
    String system, List<PlaceStep> steps, boolean remembers, List<String> unreachable) {
  public SystemPlan {
    steps = List.copyOf(steps);
    unreachable = List.copyOf(unreachable);
  }

  /** Rows something happens to. */
  public long touched() {
    return steps.stream().mapToLong(s -> s.counts().touched()).sum();
  }
}
