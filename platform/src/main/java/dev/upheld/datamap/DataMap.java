package dev.upheld.datamap;

import java.util.Map;

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
    systems = InOrder.copy(systems);
    places = InOrder.copy(places);
    proposed = InOrder.copy(proposed);
    ignored = InOrder.copy(ignored);
  }

  /** A map of which every place has been reviewed. */
  public DataMap(
      Map<String, SystemEntry> systems,
      Map<String, Map<String, Place>> places,
      Map<String, Map<TableName, String>> ignored) {
    this(systems, places, Map.of(), ignored);
  }
}
