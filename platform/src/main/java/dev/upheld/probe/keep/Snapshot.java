package dev.upheld.probe.keep;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.probe.Assignment;
import java.util.List;
import java.util.Optional;

/**
 * A workspace as it was read, with what follows from it.
 *
 * @param statements in the charter's order
 */
public record Snapshot(Workspace workspace, Assignment assignment, List<Statement> statements) {
  public Snapshot {
    statements = List.copyOf(statements);
  }

  /** Of a workspace without faults. */
  public static Snapshot of(Workspace workspace) {
    Assignment assignment =
        new Assignment(
            workspace.root(),
            workspace.promises(),
            workspace.terms(),
            workspace.map(),
            workspace.zone());
    return new Snapshot(workspace, assignment, Statement.of(assignment));
  }

  /** First part of every promise's id. */
  public String company() {
    return workspace.charter().company();
  }

  /** The promise of that id; empty when the charter has none. */
  public Optional<Promise> promise(PromiseId id) {
    return workspace.promises().stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /** The title of an activity; its word where the charter has no such activity. */
  public String title(String activity) {
    return Optional.ofNullable(workspace.charter().activities().get(activity))
        .map(a -> a.title())
        .orElse(activity);
  }
}
