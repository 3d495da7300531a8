package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.Structure;
import dev.upheld.datamap.Field;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns that cannot become nothing in a row that stays, because the database would not have it:
 * those that name the row, and those that must point at another one.
 */
final class Fixed {
  private Fixed() {}

  /** Why, by column; empty where all can change. */
  static Map<String, String> of(Node node, Structure structure) {
    Map<String, String> fixed = new TreeMap<>();
    structure.references().stream()
        .filter(r -> r.table().equals(node.set().table()))
        .filter(r -> r.columns().stream().noneMatch(c -> isNullable(node, c)))
        .forEach(
            r ->
                r.columns()
                    .forEach(
                        c -> fixed.put(c, "its row stays and must point at one of " + r.to())));
    structure.references().stream()
        .filter(r -> r.to().equals(node.set().table()))
        .forEach(r -> r.key().forEach(c -> fixed.put(c, "its row stays, and others point at it")));
    node.set().key().forEach(c -> fixed.put(c, "its row stays and is named by it"));
    return fixed;
  }

  /** The same by field of the place. */
  static Map<String, String> fields(Node node, Structure structure) {
    Map<String, String> columns = of(node, structure);
    Map<String, String> fields = new TreeMap<>();
    Map<String, Field> all = node.place().map(p -> p.fields()).orElse(Map.of());
    all.forEach(
        (name, field) -> {
          String why = columns.get(field.column());
          if (why != null) {
            fields.put(name, why);
          }
        });
    return fields;
  }

  private static boolean isNullable(Node node, String column) {
    return node.table().column(column).filter(Description.Column::nullable).isPresent();
  }
}
