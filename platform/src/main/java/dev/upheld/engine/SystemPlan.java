package dev.upheld.engine;

import java.util.List;
import java.util.Optional;

/**
 * What is to be done in one system.
 *
 * @param steps by place; in the order of the data map
 * @param remembers whether the system has a memory of acts
 * @param unreachable why nothing is known of it; empty when it answered
 * @param partner for a service of another company, what has to be said of it
 * @param units the transactions in which it is done; empty where it is one
 */
public record SystemPlan(
    String system,
    List<PlaceStep> steps,
    boolean remembers,
    List<String> unreachable,
    Optional<Partner> partner,
    Optional<CommitUnits> units) {

  /**
   * A service of another company.
   *
   * @param title its name for people
   * @param besides what else it does when it erases, one sentence each
   */
  public record Partner(String title, List<String> besides) {
    public Partner {
      besides = List.copyOf(besides);
    }
  }

  /** Of a database that does not answer. */
  static SystemPlan away(String system, List<String> why) {
    return new SystemPlan(system, List.of(), false, why, Optional.empty(), Optional.empty());
  }

  public SystemPlan {
    steps = List.copyOf(steps);
    unreachable = List.copyOf(unreachable);
  }

  /** Rows something happens to. */
  public long touched() {
    return steps.stream().mapToLong(s -> s.counts().touched()).sum();
  }
}
