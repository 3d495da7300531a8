package dev.upheld.discover.review;

import dev.upheld.connect.Description;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of a table just now.
 *
 * @param state whether it could be seen
 * @param columns as the system has them, by name
 */
public record Glimpse(State state, Map<String, Seen> columns) {
  public Glimpse {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** What came of looking. */
  public enum State {
    SEEN,
    /** Some columns took too long. */
    PARTLY,
    /** The system cannot be reached or answers too slowly. */
    AWAY,
    /** It has no such table, or does not show it. */
    NO_TABLE,
    /** Too many look at the same time. */
    BUSY,
    /** Nobody asked. */
    NOT_ASKED
  }

  /**
   * @param type as the system names it
   * @param looked whether values were looked at
   * @param shapes what they look like; empty for a column without values
   */
  public record Seen(String type, boolean looked, List<Shape> shapes) {
    public Seen {
      shapes = List.copyOf(shapes);
    }

    static Seen of(Description.Column column, List<Shape> shapes, boolean looked) {
      return new Seen(column.sqlType(), looked, shapes);
    }
  }

  /**
   * A form and how many of the values looked at have it.
   *
   * @param form empty text for all that are too rare to be shown
   */
  public record Shape(String form, int values) {}

  /** Nothing was seen, for this reason. */
  public static Glimpse none(State state) {
    return new Glimpse(state, Map.of());
  }
}
