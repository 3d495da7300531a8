package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.kernel.yaml.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the data map says already, held against the live catalogue.
 *
 * @param places reviewed or not, by id
 * @param undecided columns nobody has decided on, by place id
 * @param tables that are ignored or undecided, as written, with what is said of them
 * @param ignored those of them that are ignored
 */
record Known(
    Map<String, Place> places,
    Map<String, Set<String>> undecided,
    Map<TableName, String> tables,
    Set<TableName> ignored) {

  static Known of(DataMapReader.Result reading, YamlNode root) {
    Map<String, Place> places = new LinkedHashMap<>(reading.places());
    places.putAll(reading.proposed());
    Map<TableName, String> tables = new LinkedHashMap<>(reading.undecided());
    tables.putAll(reading.ignored());
    Map<String, Set<String>> undecided = new HashMap<>();
    for (String id : places.keySet()) {
      undecided.put(id, keys(child(child(child(root, "places"), id), "undecided")));
    }
    return new Known(places, undecided, tables, reading.ignored().keySet());
  }

  private static Optional<YamlNode> child(Optional<YamlNode> node, String key) {
    return node.flatMap(n -> child(n, key));
  }

  private static Optional<YamlNode> child(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : Optional.empty();
  }

  private static Set<String> keys(Optional<YamlNode> node) {
    return node.filter(YamlNode.Mapping.class::isInstance)
        .map(n -> Set.copyOf(((YamlNode.Mapping) n).entries().keySet()))
        .orElse(Set.of());
  }

  /** Places of a live table, in the order of the file. */
  List<Place> of(Description.Table table, Description live) {
    return places.values().stream()
        .filter(p -> live.table(p.table()).filter(table::equals).isPresent())
        .toList();
  }

  /** Whether a live table is spoken of at all. */
  boolean mentions(Description.Table table, Description live) {
    return !of(table, live).isEmpty() || speaksOf(tables.keySet(), table, live);
  }

  boolean ignores(Description.Table table, Description live) {
    return speaksOf(ignored, table, live);
  }

  private static boolean speaksOf(
      Collection<TableName> names, Description.Table table, Description live) {
    return names.stream().anyMatch(n -> live.table(n).filter(table::equals).isPresent());
  }

  /** Columns somebody has said something of, under fields, technical or undecided. */
  Set<String> columns(List<Place> places) {
    Set<String> columns = new HashSet<>();
    for (Place place : places) {
      columns.addAll(place.fields().keySet());
      columns.addAll(place.technical());
      columns.addAll(undecided.getOrDefault(place.id(), Set.of()));
    }
    return columns;
  }

  /** The column of a place's own that an event's moment stands in. */
  static Optional<String> clock(Place place, String event) {
    return Optional.ofNullable(place.clocks().get(event))
        .map(bound -> bound.clock())
        .filter(Clock.Column.class::isInstance)
        .map(clock -> ((Clock.Column) clock).column());
  }
}
