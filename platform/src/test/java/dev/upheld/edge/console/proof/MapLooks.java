package dev.upheld.edge.console.proof;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Words;
import dev.upheld.edge.console.view.MapPage;
import dev.upheld.edge.console.view.PromiseRef;
import dev.upheld.edge.console.view.View;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The map of an example at each of its levels. */
public final class MapLooks {
  private MapLooks() {}

  /** By name. */
  public static Map<String, View> all() {
    Workspace workspace =
        Workspaces.read(
                Path.of("..", "examples", "clouder"),
                References.machine(),
                LocalDate.of(2026, 11, 22))
            .workspace()
            .orElseThrow();
    Function<String, List<MapPage.Tile>> promises =
        activity ->
            List.of(
                new MapPage.Tile(
                    new PromiseRef("clouder/" + activity + "/keep", "It goes in time.", "en"),
                    Verdict.UPHELD));
    Mapped mapped = new Mapped(workspace, promises, Words.of(Language.EN));
    Map<String, View> looks = new LinkedHashMap<>();
    looks.put("map", page(mapped, null, null, null));
    looks.put("map-system", page(mapped, "office-db", null, null));
    looks.put("map-place", page(mapped, "office-db", "candidate", null));
    looks.put("map-search", page(mapped, null, null, "mail"));
    looks.put("map-nothing-found", page(mapped, null, null, "no such column"));
    looks.put("map-nothing-mapped", page(mapped, "errors", null, null));
    return looks;
  }

  private static View page(
      Mapped mapped, @Nullable String system, @Nullable String place, @Nullable String q) {
    return mapped.page(new MapDoor.Query(system, place, null, q));
  }
}
