package dev.upheld.connect.sql.act;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL and the values of its question marks, in their order. The values may be personal
 * data and are never printed.
 */
public record Bound(String text, List<Object> values) {
  public Bound {
    values = List.copyOf(values);
  }

  /** A piece without values. */
  public static Bound of(String text) {
    return new Bound(text, List.of());
  }

  /** Several, one after the other. */
  static Bound joined(List<Bound> pieces, String between) {
    List<Object> values = new ArrayList<>();
    pieces.forEach(p -> values.addAll(p.values()));
    return new Bound(String.join(between, pieces.stream().map(Bound::text).toList()), values);
  }

  /** The same between other text. */
  Bound within(String before, String after) {
    return new Bound(before + text + after, values);
  }

  @Override
  public String toString() {
    return text;
  }
}
