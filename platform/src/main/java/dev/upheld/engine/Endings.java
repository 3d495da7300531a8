package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What columns become in rows that stay. Nothing where the column may be null and the end allows
 * it, else a value that says nothing and, where the database wants that, is like no other.
 */
final class Endings {
  /** Stands where words of the person stood. */
  static final String REDACTED = "[redacted]";

  private static final String ERASED = "erased-";

  private final Place place;
  private final Table table;

  Endings(Place place, Table table) {
    this.place = place;
    this.table = table;
  }

  /**
   * @param ends end action by field
   * @param wanted which of the fields
   */
  Map<String, Rewrite> of(Map<String, EndAction> ends, Predicate<Field> wanted) {
    Map<String, Rewrite> columns = new TreeMap<>();
    Map<String, List<Inside.Path>> paths = new HashMap<>();
    for (Map.Entry<String, EndAction> end : new TreeMap<>(ends).entrySet()) {
      Field field = place.fields().get(end.getKey());
      if (field == null || !wanted.test(field)) {
        continue;
      }
      if (field.inside().isEmpty()) {
        Column column = column(field);
        Optional<Rewrite> given =
            field.to().filter(_ -> end.getValue() == EndAction.REASSIGN).map(Rewrite.Put::new);
        columns.put(field.column(), given.orElseGet(() -> whole(column, end.getValue())));
      } else if (field.inside().get() instanceof Inside.Path path) {
        paths.computeIfAbsent(field.column(), c -> new ArrayList<>()).add(path);
      } else {
        throw EngineProblem.MAP.because(
            field.at()
                + ": rows of "
                + place.id()
                + " stay, and "
                + field.name()
                + " is only some of them.",
            "Make the rows with that key a place of their own (only: ...), or let the rows go.");
      }
    }
    paths.forEach((column, of) -> columns.putIfAbsent(column, new Rewrite.Without(of)));
    return columns;
  }

  private Column column(Field field) {
    return table
        .column(field.column())
        .orElseThrow(
            () ->
                EngineProblem.MAP.because(
                    field.at() + ": column " + field.column() + " is not there.",
                    "Correct the data map, or bring the column back."));
  }

  private Rewrite whole(Column column, EndAction end) {
    boolean text = column.type() == Description.Type.TEXT;
    boolean alone =
        table.indexes().stream().anyMatch(i -> i.unique() && i.columns().contains(column.name()));
    if (column.nullable() && !(text && end == EndAction.REDACT && !alone)) {
      return new Rewrite.Null();
    }
    if (alone) {
      return new Rewrite.Unique(ERASED);
    }
    return new Rewrite.Blank(end == EndAction.REDACT ? REDACTED : "");
  }
}
