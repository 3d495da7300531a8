package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.TableName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The places and tables of one data map, so that clocks and links can refer to any of them. */
final class PlaceIndex {
  private final Map<String, Target> places = new LinkedHashMap<>();
  private final Map<TableName, Target> tables = new LinkedHashMap<>();

  /**
   * What a reference may lead to.
   *
   * @param place its id; empty for a table that is only ignored
   * @param key empty when it is not known
   */
  record Target(Optional<String> place, TableName table, List<String> key) {}

  /** A column of a target. */
  record Reference(Target target, String column) {}

  static PlaceIndex of(Map<String, View> places, Collection<TableName> ignored) {
    PlaceIndex index = new PlaceIndex();
    places.forEach(
        (id, view) -> {
          Target target = new Target(Optional.of(id), tableOf(id, view), keyOf(view));
          index.places.put(id, target);
          index.tables.putIfAbsent(target.table(), target);
        });
    ignored.forEach(
        table ->
            index.tables.putIfAbsent(table, new Target(Optional.empty(), table, List.of("id"))));
    return index;
  }

  static TableName tableOf(String id, View place) {
    return place
        .text("table")
        .map(Identifiers::table)
        .orElseGet(() -> new TableName(Optional.empty(), id));
  }

  /** As stated; {@code id} where the map speaks of such a column; else unknown. */
  static List<String> keyOf(View place) {
    if (place.has("key")) {
      return place.texts("key");
    }
    boolean mapped =
        place.texts("technical").contains("id")
            || place.child("fields").filter(fields -> fields.has("id")).isPresent();
    return mapped ? List.of("id") : List.of();
  }

  Optional<Target> place(String id) {
    return Optional.ofNullable(places.get(id));
  }

  /** {@code place.column}, {@code table.column} or {@code schema.table.column}. */
  Optional<Reference> column(Spot written, Faults faults) {
    List<String> parts = Identifiers.parts(written.text());
    List<String> owner = parts.subList(0, parts.size() - 1);
    Optional<Target> target =
        Optional.ofNullable(owner.size() == 1 ? places.get(owner.getFirst()) : null)
            .or(() -> Optional.ofNullable(tables.get(Identifiers.table(owner))));
    if (target.isEmpty()) {
      Spot table = new Spot(Identifiers.table(owner).toString(), written.at());
      faults.unknown(table, DataMapCode.UNKNOWN_PLACE, "place or table", names());
    }
    return target.map(t -> new Reference(t, parts.getLast()));
  }

  private Collection<String> names() {
    Collection<String> names = new TreeSet<>(places.keySet());
    tables.keySet().forEach(table -> names.add(table.toString()));
    return names;
  }

  Collection<String> placeIds() {
    return places.keySet();
  }

  /**
   * The columns a reference leads to: as stated, or the key of what it leads to; complains when
   * they do not match the columns that point.
   */
  static Optional<List<String>> matching(
      View reference, List<String> via, Target target, Faults faults) {
    List<String> key = reference.has("key") ? reference.texts("key") : target.key();
    if (key.isEmpty()) {
      faults.add(
          reference.keyAt("via"),
          DataMapCode.BAD_KEY,
          "The key of %s is not known.".formatted(Said.quote(target.table().toString())),
          "Say which columns this points at, with key: [column], here or at that place.");
      return Optional.empty();
    }
    if (key.size() != via.size()) {
      faults.add(
          reference.keyAt("via"),
          DataMapCode.BAD_KEY,
          "Here %s, but the key of %s has %d."
              .formatted(
                  via.size() == 1 ? "one column points" : via.size() + " columns point",
                  Said.quote(target.table().toString()),
                  key.size()),
          "Name as many columns as the key has: " + String.join(", ", key) + ".");
      return Optional.empty();
    }
    return Optional.of(key);
  }
}
