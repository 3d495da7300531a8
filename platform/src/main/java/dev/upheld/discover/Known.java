package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.FieldName;
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
import java.util.stream.Collectors;

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

  /**
   * Columns somebody has said something of, in whole or in part, under fields, technical or
   * undecided.
   */
  Set<String> columns(List<Place> places) {
    return names(places).stream().map(FieldName::column).collect(Collectors.toSet());
  }

  /** The same, as they are called: columns and parts of columns. */
  Set<FieldName> names(List<Place> places) {
    Set<FieldName> names = new HashSet<>();
    for (Place place : places) {
      place.fields().values().forEach(field -> names.add(field.name()));
      place.technical().forEach(column -> names.add(FieldName.whole(column)));
      names.addAll(place.technicalParts());
      for (String open : undecided.getOrDefault(place.id(), Set.of())) {
        if (FieldName.read(open) instanceof FieldName.Read.Sound(FieldName name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** The column of a place's own that an event's moment stands in. */
  static Optional<String> clock(Place place, String event) {
    return Optional.ofNullable(place.clocks().get(event))
        .map(bound -> bound.clock())
        .filter(Clock.Column.class::isInstance)
        .map(clock -> ((Clock.Column) clock).column());
  }
}
