package dev.upheld.datamap;

import dev.upheld.kernel.Location;
import java.util.List;

/**
 * Values of this place are those of a place of another system, by which their rows are about the
 * same people. No statement can join them, so this is a type of its own: what follows links of one
 * database never meets it.
 *
 * @param columns the columns here
 * @param system id of the other system
 * @param place id of the place there
 * @param key the columns there, in the same order
 * @param at where the data map says it
 */
public record RemoteLink(
    List<String> columns,
    String system,
    String place,
    List<String> key,
    Link.Kind kind,
    Location at) {
  public RemoteLink {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** Whether it leads there. */
  public boolean leadsTo(String otherSystem, String otherPlace) {
    return system.equals(otherSystem) && place.equals(otherPlace);
  }
}
