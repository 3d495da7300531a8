package dev.upheld.datamap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The binding of a whole workspace. Maps keep the order of the files.
 *
 * @param systems by id
 * @param places by system id, then place id
 * @param proposed by system id, then place id: what a machine proposed and nobody has reviewed. It
 *     binds nothing; a promise that would rest on it is not proved
 * @param ignored by system id: tables known to hold no personal data, with the reason a person gave
 */
public record DataMap(
    Map<String, SystemEntry> systems,
    Map<String, Map<String, Place>> places,
    Map<String, Map<String, Place>> proposed,
    Map<String, Map<TableName, String>> ignored) {
  public DataMap {
    places = InOrder.copy(places);
    proposed = InOrder.copy(proposed);
    ignored = InOrder.copy(ignored);
    systems = InOrder.copy(named(systems, places, proposed, ignored));
  }

  /** Each system knows in which schemas its map names tables, so that its connector looks there. */
  private static Map<String, SystemEntry> named(
      Map<String, SystemEntry> systems,
      Map<String, Map<String, Place>> places,
      Map<String, Map<String, Place>> proposed,
      Map<String, Map<TableName, String>> ignored) {
    Map<String, SystemEntry> named = new LinkedHashMap<>();
    systems.forEach(
        (id, entry) -> {
          Set<String> schemas = new TreeSet<>(entry.schemas());
          Stream.of(places, proposed)
              .map(maps -> maps.getOrDefault(id, Map.of()))
              .flatMap(map -> map.values().stream())
              .forEach(place -> place.table().schema().ifPresent(schemas::add));
          ignored
              .getOrDefault(id, Map.of())
              .keySet()
              .forEach(table -> table.schema().ifPresent(schemas::add));
          named.put(id, schemas.equals(entry.schemas()) ? entry : entry.with(schemas));
        });
    return named;
  }

  /** A map of which every place has been reviewed. */
  public DataMap(
      Map<String, SystemEntry> systems,
      Map<String, Map<String, Place>> places,
      Map<String, Map<TableName, String>> ignored) {
    this(systems, places, Map.of(), ignored);
  }

  /** What it says of one system, as though there were no other. */
  public DataMap only(String system) {
    return new DataMap(
        only(systems, system), only(places, system), only(proposed, system), only(ignored, system));
  }

  private static <T> Map<String, T> only(Map<String, T> all, String system) {
    return Optional.ofNullable(all.get(system)).map(one -> Map.of(system, one)).orElse(Map.of());
  }
}
