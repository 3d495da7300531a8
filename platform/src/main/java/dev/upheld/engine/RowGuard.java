package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import java.util.List;
import java.util.Set;

/**
 * Keeps an erasure from rows on hold, what belongs to them and what they need. As long as one of a
 * person's rows is on hold, nothing of the person is erased: a person is erased whole or not yet.
 */
final class RowGuard {
  private final ActSession session;
  private final RowBars bars;
  private final Owners owners;

  RowGuard(Workspace workspace, String system, ActSession session, Graph graph, Guard guard) {
    this.session = session;
    this.bars = new RowBars(workspace, system, session, graph, guard::rows);
    this.owners = new Owners(session, graph, Barring.NONE, Set.of(), bars);
  }

  /** Asks anew what is on hold. */
  void look() {
    bars.look();
  }

  /** Whether rows of a node have to be gathered before anybody can say that they may go. */
  boolean matters(Node node) {
    return bars.touch(node);
  }

  /** Whether a hold was set since the last look. */
  boolean isStale() {
    return bars.isStale();
  }

  /**
   * Lets pass, or refuses; rows may have another fate then, so that the transaction must end.
   *
   * @throws ProblemException with {@link EngineProblem#BARRED}
   */
  void pass(List<Node> gathered) {
    for (Node node : gathered) {
      if (bars.isAmong(node.set(), Fate.NOT_REACHED)) {
        throw barred();
      }
      if (bars.touch(node) || bars.need(node)) {
        owners.hold(node, RowBars.FIRST);
        owners.needed(node);
        if (session.fates(node.set()).keySet().stream().anyMatch(f -> f >= RowBars.FIRST)) {
          throw barred();
        }
      }
    }
  }

  /**
   * Lets pass what a partner holds of a person, or refuses: an activity on hold is so there as
   * well.
   *
   * @throws ProblemException with {@link EngineProblem#BARRED}
   */
  static void pass(Workspace workspace, SystemEntry partner, Guard guard) {
    Set<String> there =
        partner.partner().map(access -> Set.copyOf(access.activities())).orElse(Set.of());
    boolean held =
        guard.rows().stream()
            .flatMap(hold -> hold.rows().stream())
            .flatMap(rows -> rows.activity().stream())
            .anyMatch(there::contains);
    if (held) {
      throw barred();
    }
  }

  /** The sentence of every hold: none gives another away. */
  private static ProblemException barred() {
    return EngineProblem.BARRED.because(
        "Nothing of this person may be erased for now.",
        "The data protection officer can say more.");
  }
}
