package dev.upheld.engine;

import dev.upheld.datamap.workspace.Workspace;
import java.util.Map;

/**
 * A plan with what is needed to carry it out. Holds personal data: lives in memory only, prints as
 * nothing.
 *
 * @param seeds how the person is found, by system and place, written as it is written there
 */
public record Planned(
    Plan plan,
    Workspace workspace,
    ErasureOrder order,
    Map<String, Map<String, Gathering.Seeds>> seeds) {
  public Planned {
    seeds = Map.copyOf(seeds);
  }

  @Override
  public String toString() {
    return "Planned[" + plan.digest() + "]";
  }
}
