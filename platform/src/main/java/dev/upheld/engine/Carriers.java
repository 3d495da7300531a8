package dev.upheld.engine;

import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which columns carry a value, across all systems: the fields of its word, and what links to such a
 * column or is linked to, since both ends of a link hold the same.
 */
final class Carriers {
  private final Map<String, Map<String, SortedMap<String, String>>> words = new HashMap<>();

  private Carriers() {}

  static Carriers of(Workspace workspace, Set<String> words) {
    Carriers carriers = new Carriers();
    Map<String, Map<String, Place>> places = workspace.map().places();
    places.forEach(
        (system, all) -> all.values().forEach(place -> carriers.fields(system, place, words)));
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, Map<String, Place>> system : places.entrySet()) {
        for (Place place : system.getValue().values()) {
          more |= carriers.links(system.getKey(), place);
        }
      }
    }
    return carriers;
  }

  private void fields(String system, Place place, Set<String> asked) {
    for (Field field : place.fields().values()) {
      if (field.isWhole() && asked.contains(field.word())) {
        at(system, place.id()).put(field.column(), field.word());
      }
    }
  }

  private boolean links(String system, Place place) {
    boolean more = false;
    for (var link : place.links()) {
      more |= same(at(system, place.id()), link.columns(), at(system, link.place()), link.key());
    }
    for (var link : place.elsewhere()) {
      more |=
          same(at(system, place.id()), link.columns(), at(link.system(), link.place()), link.key());
    }
    return more;
  }

  private static boolean same(
      Map<String, String> here, List<String> columns, Map<String, String> there, List<String> key) {
    boolean more = false;
    for (int i = 0; i < columns.size(); i++) {
      String ours = here.get(columns.get(i));
      String theirs = there.get(key.get(i));
      if (ours != null && theirs == null) {
        there.put(key.get(i), ours);
        more = true;
      } else if (ours == null && theirs != null) {
        here.put(columns.get(i), theirs);
        more = true;
      }
    }
    return more;
  }

  private SortedMap<String, String> at(String system, String place) {
    return words
        .computeIfAbsent(system, s -> new HashMap<>())
        .computeIfAbsent(place, p -> new TreeMap<>());
  }

  /** The columns of a place that carry a word's value, with the word. */
  SortedMap<String, String> columns(String system, String place) {
    return at(system, place);
  }
}
