package dev.upheld.engine;

import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.register.HeldRows;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What can be put on hold by the workspace as it is now. */
public record Holdable(HoldingRows holding, Supplier<Workspace> workspace) {

  /** See {@link HoldingRows#of}. */
  public HeldRows of(RowsAsked asked) {
    return holding.of(workspace.get(), asked);
  }

  /** See {@link HoldingRows#count}. */
  public List<HoldingRows.Counted> count(HeldRows held) {
    return holding.count(workspace.get(), held);
  }

  /** Activities that some place is bound to, in order. */
  public List<String> activities() {
    Set<String> bound = new TreeSet<>();
    workspace
        .get()
        .map()
        .places()
        .values()
        .forEach(places -> places.values().forEach(p -> bound.addAll(p.activities())));
    bound.retainAll(workspace.get().charter().activities().keySet());
    return List.copyOf(bound);
  }

  /** Places of databases, as {@code system/place}, in order. */
  public List<String> places() {
    Set<String> known = new TreeSet<>();
    for (SystemEntry system : workspace.get().map().systems().values()) {
      if (system.folder().isEmpty() && system.partner().isEmpty() && !system.isVault()) {
        Acting.places(workspace.get(), system.id())
            .forEach(place -> known.add(system.id() + "/" + place.id()));
      }
    }
    return List.copyOf(known);
  }
}
