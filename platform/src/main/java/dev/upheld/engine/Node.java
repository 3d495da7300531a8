package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that may hold rows of a person: a place of the data map, or a table that is on no map and
 * whose rows the database deletes by itself when the row they point at goes.
 *
 * @param id of the place, or the table's name
 */
record Node(String id, Optional<Place> place, Description.Table table, RowSet set) {

  /** Whether each row is a person, and not something of theirs. */
  boolean isPeople() {
    return place
            .filter(p -> p.subjects().values().stream().anyMatch(set.key()::contains))
            .isPresent()
        && set.key().size() == 1;
  }

  /** Words for people whose numbers are the key of these rows. */
  List<String> words() {
    return place
        .map(
            p ->
                p.subjects().entrySet().stream()
                    .filter(e -> set.key().equals(List.of(e.getValue())))
                    .map(Map.Entry::getKey)
                    .toList())
        .orElse(List.of());
  }
}
