package dev.upheld.engine.drill;

import dev.upheld.datamap.TableName;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row that a drill made.
 *
 * @param place id in the data map; the table's name where it is on none
 * @param person whether it is the person's; else it only had to be there for one that is
 * @param key by which it is found again, and nothing else is
 * @param row all of it, as the system wrote it
 */
record PlantedRow(
    String system,
    String place,
    TableName table,
    boolean person,
    Map<String, String> key,
    Map<String, String> row) {
  PlantedRow {
    key = Map.copyOf(key);
    row = Map.copyOf(new TreeMap<>(row));
  }

  PlaceId id() {
    return new PlaceId(system, place);
  }
}
