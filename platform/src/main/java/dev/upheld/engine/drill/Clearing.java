package dev.upheld.engine.drill;

import dev.upheld.connect.act.Planter;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.drill.DrillNotes.Begun;
import dev.upheld.engine.drill.DrillNotes.Noted;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes away what drills made: rows by the keys that were noted before they were made, and copies
 * that somebody's triggers made of them, where a column is nothing but a value of the invented
 * person. Nothing else is touched.
 */
final class Clearing {
  private final Workspace workspace;
  private final Function<SystemEntry, Planter> open;

  Clearing(Workspace workspace, Function<SystemEntry, Planter> open) {
    this.workspace = workspace;
    this.open = open;
  }

  /** A value that a column had after the erasure. */
  record Copy(String system, TableName table, String column) {}

  /** The database that a system is; another one of that name has other rows. */
  static String where(Workspace workspace, String system) {
    return Optional.ofNullable(workspace.map().systems().get(system))
        .flatMap(SystemEntry::hands)
        .map(e -> e.kind() + "://" + e.host() + ":" + e.port() + "/" + e.database())
        .orElse("");
  }

  /**
   * Takes the rows of a drill away.
   *
   * @param marked whether only rows go that still show whose they are
   * @return what could not be taken away, one sentence each
   */
  List<String> rows(Begun begun, boolean marked) {
    List<String> stuck = new ArrayList<>();
    Map<String, List<Noted>> bySystem = new LinkedHashMap<>();
    for (Noted row : begun.rows().reversed()) {
      if (row.where().equals(where(workspace, row.system()))) {
        bySystem.computeIfAbsent(row.system(), s -> new ArrayList<>()).add(row);
      } else if (stuck.isEmpty()) {
        stuck.add(
            row.system()
                + ": rows with "
                + begun.token()
                + " may be in the database that had this name then. Run a drill there, or look for"
                + " the word and remove the file of that name among the drills.");
      }
    }
    bySystem.forEach(
        (system, rows) ->
            within(
                system,
                begun.token(),
                stuck,
                planter -> {
                  if (!marked || isThere(planter, rows)) {
                    remove(planter, rows, begun.token(), stuck);
                  }
                }));
    return stuck;
  }

  private void within(
      String system, String token, List<String> stuck, java.util.function.Consumer<Planter> work) {
    SystemEntry entry = workspace.map().systems().get(system);
    if (entry == null) {
      return;
    }
    try (Planter planter = open.apply(entry)) {
      var _ =
          planter.inOne(
              () -> {
                work.accept(planter);
                return true;
              });
    } catch (ProblemException e) {
      e.problems().stream()
          .map(Problem::what)
          .map(what -> system + ": " + what + " Rows with " + token + " may be left.")
          .forEach(stuck::add);
    }
  }

  /**
   * Whether one of the rows is there and still says whose it is. They were made in one transaction:
   * where one is, the database is the one that gave all those keys. One that was put back since
   * counts anew, and a number may be somebody's.
   */
  private static boolean isThere(Planter planter, List<Noted> rows) {
    return rows.stream()
        .anyMatch(
            row ->
                row.marks().entrySet().stream()
                    .anyMatch(
                        mark -> {
                          Map<String, String> both = new TreeMap<>(row.key());
                          both.put(mark.getKey(), mark.getValue());
                          return there(planter, row.table(), both);
                        }));
  }

  private static boolean there(Planter planter, TableName table, Map<String, String> values) {
    try {
      return planter.count(table, values) > 0;
    } catch (ProblemException e) {
      return false; // a table that is gone has no rows
    }
  }

  /** Rows that others still point at are tried again once those are gone. */
  private static void remove(Planter planter, List<Noted> rows, String token, List<String> stuck) {
    List<Noted> rest = rows;
    for (int before = rest.size() + 1; !rest.isEmpty() && rest.size() < before; ) {
      before = rest.size();
      List<Noted> refused = new ArrayList<>();
      for (Noted row : rest) {
        try {
          planter.remove(row.table(), row.key());
        } catch (ProblemException e) {
          refused.add(row);
        }
      }
      rest = refused;
    }
    rest.forEach(
        row ->
            stuck.add(
                row.system()
                    + " / "
                    + row.table()
                    + ": a row of the drill "
                    + token
                    + " is left."));
  }

  /**
   * Takes away rows that are copies of the invented person's.
   *
   * @param values whole values of theirs
   */
  void copies(String token, List<Copy> found, List<String> values) {
    Map<String, List<Copy>> bySystem = new LinkedHashMap<>();
    found.forEach(c -> bySystem.computeIfAbsent(c.system(), s -> new ArrayList<>()).add(c));
    bySystem.forEach(
        (system, copies) ->
            within(
                system,
                token,
                new ArrayList<>(),
                planter -> copies.forEach(copy -> remove(planter, copy, values))));
  }

  private static void remove(Planter planter, Copy copy, List<String> values) {
    for (String value : values) {
      try {
        planter.remove(copy.table(), Map.of(copy.column(), value));
      } catch (ProblemException e) {
        return; // it is told as what is left
      }
    }
  }
}
