package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.probe.Drift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Says of a new table once what was seen of its columns one by one. */
final class NewTables {
  private static final int NAMED = 5;

  private NewTables() {}

  /**
   * @param fresh tables the data map does not speak of, by system
   * @param sawAll whether nothing was hidden in a table, by what people call it: of what was not
   *     seen nobody says that it is harmless
   */
  static List<Drift> folded(
      List<Drift> all, Map<String, List<Table>> fresh, Predicate<String> sawAll) {
    List<Drift> folded =
        new ArrayList<>(all.stream().filter(d -> d.kind() != Drift.Kind.NEW_COLUMN).toList());
    fresh.forEach(
        (system, tables) ->
            tables.forEach(
                table -> {
                  String name = Drift.written(table);
                  List<Drift> columns =
                      all.stream()
                          .filter(d -> d.kind() == Drift.Kind.NEW_COLUMN)
                          .filter(d -> d.system().equals(system) && d.table().equals(name))
                          .toList();
                  Nature worst = worst(columns);
                  folded.add(
                      worst == Nature.NOT_PERSONAL && !sawAll.test(where(system, table))
                          ? unseen(system, name)
                          : of(system, name, worst, columns));
                }));
    return folded;
  }

  /** What people call a table of a system. */
  static String where(String system, Table table) {
    return system + "/" + table.name();
  }

  private static Nature worst(List<Drift> columns) {
    return columns.stream()
        .map(Drift::nature)
        .min(Comparator.naturalOrder())
        .orElse(Nature.NOT_PERSONAL);
  }

  private static Drift unseen(String system, String table) {
    return new Drift(
        system,
        table,
        Optional.empty(),
        Drift.Kind.NEW_TABLE,
        Nature.UNSURE,
        Optional.empty(),
        "The table "
            + table
            + " in "
            + system
            + " is not in the data map, and not all of it could be looked at.");
  }

  private static Drift of(String system, String table, Nature worst, List<Drift> columns) {
    List<Drift> those = columns.stream().filter(d -> d.nature() == worst).toList();
    List<String> names = those.stream().flatMap(d -> d.column().stream()).distinct().toList();
    String what =
        switch (worst) {
          case PERSONAL -> " and holds personal data: ";
          case UNSURE -> " and may be personal: ";
          case NOT_PERSONAL -> "";
        };
    String listed =
        worst == Nature.NOT_PERSONAL
            ? "; it does not look personal"
            : what
                + String.join(", ", names.stream().limit(NAMED).toList())
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    Optional<String> term = those.stream().flatMap(d -> d.term().stream()).findFirst();
    return new Drift(
        system,
        table,
        Optional.empty(),
        Drift.Kind.NEW_TABLE,
        worst,
        worst == Nature.NOT_PERSONAL ? Optional.empty() : term,
        "The table " + table + " in " + system + " is not in the data map" + listed + ".");
  }
}
