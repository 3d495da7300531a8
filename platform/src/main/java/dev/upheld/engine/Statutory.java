package dev.upheld.engine;

import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Places whose rows a duty keeps: books, archives, logs that law wants. */
public final class Statutory {
  private Statutory() {}

  /**
   * Why rows of a place must be kept for a time, as the charter says; empty where nothing does, or
   * where the map does not say enough.
   */
  public static Optional<String> of(Workspace workspace, String system, Place place) {
    Collection<Place> places = workspace.map().places().getOrDefault(system, Map.of()).values();
    Reach reach = new Reach(workspace.charter(), ErasureOrder.on(ErasureGround.PROMISE), places);
    try {
      return reach.decide(place).duties().stream().map(Decision.Duty::reason).findFirst();
    } catch (ProblemException e) {
      return Optional.empty(); // whoever plans is told what the map lacks
    }
  }
}
