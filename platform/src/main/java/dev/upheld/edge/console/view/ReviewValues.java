package dev.upheld.edge.console.view;

import java.util.List;
import java.util.Map;

/**
 * A few values of a column, shown once to whoever said what for. Act: {@code POST
 * /map/review/values} with {@code system}, {@code table}, {@code column} and {@code purpose}.
 *
 * @param place the place's word
 * @param table as the map writes it
 * @param values as read just now; none before anybody asked
 * @param shown whether they were asked for
 * @param most as many as are shown
 * @param entered the form as it was sent
 * @param fault why they could not be read; empty text for none
 */
public record ReviewValues(
    String system,
    String place,
    String table,
    String column,
    List<String> values,
    boolean shown,
    int most,
    Map<String, String> entered,
    Map<String, FieldError> errors,
    String fault)
    implements View {
  public ReviewValues {
    values = List.copyOf(values);
    entered = Map.copyOf(entered);
    errors = Map.copyOf(errors);
  }

  /** Prints no value. */
  @Override
  public String toString() {
    return "ReviewValues[" + system + ", " + table + ", " + column + ", ***]";
  }
}
