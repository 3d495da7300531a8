package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.probe.Drift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of a new table once what was seen of its columns one by one. */
final class NewTables {
  private static final int NAMED = 5;

  private NewTables() {}

  /**
   * @param fresh tables the data map does not speak of, by system
   */
  static List<Drift> folded(List<Drift> all, Map<String, List<Table>> fresh) {
    List<Drift> folded =
        new ArrayList<>(all.stream().filter(d -> d.kind() != Drift.Kind.NEW_COLUMN).toList());
    fresh.forEach(
        (system, tables) ->
            tables.forEach(
                table -> {
                  String name = Drift.written(table);
                  folded.add(
                      of(
                          system,
                          name,
                          all.stream()
                              .filter(d -> d.kind() == Drift.Kind.NEW_COLUMN)
                              .filter(d -> d.system().equals(system) && d.table().equals(name))
                              .toList()));
                }));
    return folded;
  }

  private static Drift of(String system, String table, List<Drift> columns) {
    Nature worst =
        columns.stream()
            .map(Drift::nature)
            .min(Comparator.naturalOrder())
            .orElse(Nature.NOT_PERSONAL);
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
