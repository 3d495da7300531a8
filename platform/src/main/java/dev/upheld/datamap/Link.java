package dev.upheld.datamap;

import java.util.List;

/**
 * Rows of this place point at rows of another place of the same system.
 *
 * @param columns the columns here
 * @param place id of the other place
 * @param key the columns there, in the same order
 */
public record Link(List<String> columns, String place, List<String> key, Kind kind) {
  public Link {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** What the link means for a person's data. */
  public enum Kind {
    /** Goes with the person. */
    OWNS,
    /** Belongs to others too. */
    SHARED,
    /** Only named in it. */
    MENTIONS
  }
}
