package dev.upheld.discover.review;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data map of a system as it is reviewed.
 *
 * @param digest of the file; a decision names it, so that nothing is changed that was not seen
 * @param places in the order of the file
 * @param open tables nobody has decided on, as the map writes them, with what is thought of them
 * @param ignored tables without personal data, with the reason
 * @param faults of the file; with any, nothing can be decided
 */
public record MapSheet(
    String system,
    String digest,
    List<PlaceSheet> places,
    Map<String, String> open,
    Map<String, String> ignored,
    List<Problem> faults) {
  public MapSheet {
    places = List.copyOf(places);
    open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    ignored = Collections.unmodifiableMap(new LinkedHashMap<>(ignored));
    faults = List.copyOf(faults);
  }

  /** What a text would be as the data map of a system of the workspace. */
  public static MapSheet of(Workspace workspace, String system, String text) {
    return SheetReader.read(workspace, system, text);
  }

  /** The place of that word. */
  public Optional<PlaceSheet> place(String id) {
    return places.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /** How many places nobody has reviewed. */
  public long proposed() {
    return places.stream().filter(PlaceSheet::proposed).count();
  }

  /** How many columns nobody has decided on, in all places. */
  public long openColumns() {
    return places.stream().mapToLong(PlaceSheet::open).sum();
  }

  /** What a machine says of a table in which no column looks personal. */
  static boolean looksHarmless(String thought) {
    return thought.startsWith("none of its ") && thought.endsWith(" looks personal");
  }

  /** Tables nobody has decided on in which no column looks personal. */
  public List<String> harmless() {
    return open.entrySet().stream()
        .filter(e -> looksHarmless(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
