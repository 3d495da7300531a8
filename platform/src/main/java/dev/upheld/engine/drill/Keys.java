package dev.upheld.engine.drill;

import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Place;
import java.util.List;

/** By what rows of a table are found again. */
final class Keys {
  private Keys() {}

  /** As the engine names rows of a place. */
  static List<String> of(Place place, Table table) {
    return place.key().isEmpty() ? table.naming() : place.key();
  }
}
