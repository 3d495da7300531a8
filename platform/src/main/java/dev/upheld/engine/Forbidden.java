package dev.upheld.engine;

import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Check;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an act would write and a {@code CHECK} of the database forbids, found before the act. */
final class Forbidden {
  private final ActSession session;
  private final List<Check> checks;

  private Forbidden(ActSession session, List<Check> checks) {
    this.session = session;
    this.checks = checks;
  }

  /**
   * Asks the database itself what its rules say of the rows as they would be.
   *
   * @param changes by the node whose rows they change or let go
   * @throws ProblemException with each rule that forbids one, and how to mend the data map
   */
  static void refuse(ActSession session, String system, Map<Node, List<Act>> changes) {
    Set<TableName> tables =
        changes.values().stream()
            .flatMap(List::stream)
            .flatMap(act -> changed(act).keySet().stream())
            .collect(Collectors.toSet());
    if (tables.isEmpty()) {
      return;
    }
    Forbidden forbidden = new Forbidden(session, session.checks(tables));
    List<Problem> problems = new ArrayList<>();
    changes.forEach(
        (node, acts) -> acts.forEach(act -> forbidden.look(system, node, act, problems)));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** What becomes of which columns of which table. */
  private static Map<TableName, Map<String, Rewrite>> changed(Act act) {
    return switch (act) {
      case Act.Change change -> Map.of(change.set().table(), change.columns());
      case Act.Detach detach ->
          Map.of(
              detach.pointing().table(),
              detach.clear().stream().collect(Collectors.toMap(c -> c, _ -> new Rewrite.Null())));
      case Act.Copy _, Act.Total _, Act.Delete _, Act.DeleteOwned _ -> Map.of();
    };
  }

  private void look(String system, Node node, Act act, List<Problem> problems) {
    changed(act)
        .forEach(
            (table, columns) -> {
              for (Check check : checks) {
                Map<String, Rewrite> meant = new TreeMap<>(columns);
                meant.keySet().retainAll(new TreeSet<>(check.columns()));
                if (check.table().equals(table) && !meant.isEmpty()) {
                  long rows = session.forbidden(act, check);
                  if (rows > 0) {
                    problems.add(problem(system, node, act, new Found(check, meant, rows)));
                  }
                }
              }
            });
  }

  private record Found(Check check, Map<String, Rewrite> columns, long rows) {}

  private static Problem problem(String system, Node node, Act act, Found found) {
    String become =
        found.columns().entrySet().stream()
            .map(e -> e.getKey() + " would become " + said(e.getValue()))
            .collect(Collectors.joining(", "));
    String what =
        "In "
            + found.rows()
            + (found.rows() == 1 ? " row" : " rows")
            + " of "
            + found.check().table()
            + " in "
            + system
            + ", "
            + become
            + ", and the table's check \""
            + found.check().name()
            + "\" forbids that.";
    return Problem.of(EngineProblem.STRUCTURE, what, mend(node, act, found));
  }

  private static String mend(Node node, Act act, Found found) {
    if (act instanceof Act.Detach) {
      return "These rows stay and point at rows of "
          + node.id()
          + " that go. Let them go as well (a link of kind owns), or have the check changed.";
    }
    String fields =
        node.place().stream()
            .flatMap(p -> p.fields().entrySet().stream())
            .filter(e -> found.columns().containsKey(e.getValue().column()))
            .map(e -> e.getKey() + " (" + e.getValue().at() + ")")
            .sorted()
            .collect(Collectors.joining(", "));
    return "Give "
        + fields
        + " another end: redact writes "
        + Endings.REDACTED
        + ", clear empties, and where all fields of a row end with delete the row goes. Or have"
        + " the check changed.";
  }

  private static String said(Rewrite rewrite) {
    return switch (rewrite) {
      case Rewrite.Null() -> "null";
      case Rewrite.Blank(String text) when !text.isEmpty() -> text;
      case Rewrite.Blank _ -> "a value that says nothing";
      case Rewrite.Unique _ -> "text from chance";
      case Rewrite.Masked _, Rewrite.Without _ -> "the same without some of it";
      case Rewrite.Put _ -> "what is right";
    };
  }
}
