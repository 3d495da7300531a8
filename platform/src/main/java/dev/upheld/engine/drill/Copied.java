package dev.upheld.engine.drill;

import dev.upheld.engine.Exporting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a copy and remembers it: it is one invented person's, and small. */
final class Copied implements Exporting.Sink {
  private final Map<PlaceId, List<Map<String, String>>> rows = new HashMap<>();
  private @Nullable PlaceId place;
  private List<String> columns = List.of();

  @Override
  public void place(String system, String id, List<String> shown) {
    place = new PlaceId(system, id);
    columns = shown;
  }

  @Override
  public void row(List<Optional<String>> values) {
    if (place == null) {
      return;
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      values.get(i).ifPresent(v -> row.put(column, v));
    }
    rows.computeIfAbsent(place, p -> new ArrayList<>()).add(row);
  }

  /** The row as it was copied; empty where it is missing. */
  Optional<Map<String, String>> of(PlantedRow planted) {
    return rows.getOrDefault(planted.id(), List.of()).stream()
        .filter(r -> r.entrySet().containsAll(planted.key().entrySet()))
        .findFirst();
  }
}
