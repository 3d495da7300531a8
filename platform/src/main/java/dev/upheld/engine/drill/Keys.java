package dev.upheld.engine.drill;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Place;
import java.util.List;

/** By what rows of a table are found again. */
final class Keys {
  private Keys() {}

  /** As the engine names rows of a place. */
  static List<String> of(Place place, Table table) {
    return place.key().isEmpty() ? of(table) : place.key();
  }

  /** The primary key, or else an index that names rows as well; empty where there is none. */
  static List<String> of(Table table) {
    return table.key().isEmpty()
        ? table.indexes().stream()
            .filter(Description.Index::unique)
            .map(Description.Index::columns)
            .filter(
                columns ->
                    columns.stream()
                        .allMatch(c -> table.column(c).filter(x -> !x.nullable()).isPresent()))
            .findFirst()
            .orElse(List.of())
        : table.key();
  }
}
