package dev.upheld.engine;

import dev.upheld.datamap.workspace.Workspace;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * A plan with what is needed to carry it out. Holds personal data: lives in memory only, prints as
 * nothing.
 *
 * @param seeds how the person is found, by system and place, written as it is written there
 * @param subject what is known of the person
 * @param numbers how systems number this person, by word for people
 * @param partners the person's ids with each partner that answered, by system
 */
public record Planned(
    Plan plan,
    Workspace workspace,
    ErasureOrder order,
    Map<String, Map<String, Gathering.Seeds>> seeds,
    Subject subject,
    Map<String, Set<String>> numbers,
    Map<String, SortedSet<String>> partners) {
  public Planned {
    seeds = Map.copyOf(seeds);
    numbers = Map.copyOf(numbers);
    partners = Map.copyOf(partners);
  }

  @Override
  public String toString() {
    return "Planned[" + plan.digest() + "]";
  }
}
