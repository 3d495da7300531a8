package dev.upheld.engine;

import java.util.List;

/**
 * What an erasure will do, in every system, before anything is done. Holds no personal data, and
 * may be shown, kept and signed.
 *
 * @param digest names the plan: the same data, map, person and order give the same
 * @param company id of the company
 * @param person the identifiers as a hash with a key
 * @param ground why
 * @param map digest of the data map it was made from
 * @param systems in the order of {@code systems.yaml}
 * @param undecided what a person must decide first, one sentence each; empty means it may be done
 * @param round how often an act of otherwise the same plan was done before: who was erased and came
 *     back with as many rows is erased anew
 */
public record Plan(
    String digest,
    String company,
    String person,
    ErasureGround ground,
    String map,
    List<SystemPlan> systems,
    List<String> undecided,
    int round) {
  public Plan {
    systems = List.copyOf(systems);
    undecided = List.copyOf(undecided);
  }

  /** The same plan under the digest of such a round. */
  Plan sealed(int again) {
    Plan whole = new Plan("", company, person, ground, map, systems, undecided, again);
    return new Plan(
        PlanJson.digest(whole), company, person, ground, map, systems, undecided, again);
  }

  /** Rows something happens to, in all systems. */
  public long touched() {
    return systems.stream().mapToLong(SystemPlan::touched).sum();
  }

  /** Whether every system answered. */
  public boolean isWhole() {
    return systems.stream().allMatch(s -> s.unreachable().isEmpty());
  }

  /** The name of its act in one system. */
  public String act(String system) {
    return digest.substring(0, 40) + "/" + system;
  }
}
