package dev.upheld.engine;

import dev.upheld.connect.Sight;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the account that changes rows sees all that a rule may touch or has to spare. A row that
 * is hidden from it is counted by nobody, on hold for nobody, and goes by a cascade all the same;
 * and a clock that lies in hidden rows makes a young row look old.
 */
final class Seeing {
  private final Expiry rule;
  private final Graph graph;

  Seeing(Expiry rule, Graph graph) {
    this.rule = rule;
    this.graph = graph;
  }

  /**
   * Refuses where it does not; within the running transaction.
   *
   * @throws dev.upheld.kernel.ProblemException with {@link EngineProblem#BLIND}
   */
  void look(ActSession session, Node seed) {
    Sight sight = session.sight(tables(seed));
    if (!sight.isFull()) {
      throw EngineProblem.BLIND.because(
          "The account that changes rows does not see all of those that the rule may touch: "
              + String.join("; ", sight.blind())
              + ". Nothing was done.",
          "Let that account see every row of these tables: where row-level security is meant for"
              + " others, give it BYPASSRLS or a policy of its own.");
    }
  }

  private Set<TableName> tables(Node seed) {
    Set<TableName> going = spread(seed);
    Set<TableName> all = new HashSet<>(going);
    for (Reference reference : graph.structure().references()) {
      if (going.contains(reference.to())) {
        all.add(reference.table());
      }
    }
    graph.nodes().stream()
        .filter(n -> going.contains(n.set().table()))
        .forEach(n -> graph.pointers(n).forEach(p -> all.add(p.pointing().table())));
    climb(all);
    Stream.concat(Stream.of(rule.kept()), rule.others().stream())
        .filter(
            k -> graph.node(k.place().id()).filter(n -> all.contains(n.set().table())).isPresent())
        .flatMap(k -> k.place().clocks().values().stream())
        .map(BoundClock::clock)
        .flatMap(Seeing::elsewhere)
        .flatMap(t -> graph.live(t).stream())
        .forEach(all::add);
    return all;
  }

  /** The rule's own table, and those of all that may go with its rows. */
  private Set<TableName> spread(Node seed) {
    Set<TableName> all = new HashSet<>(Set.of(seed.set().table()));
    boolean more = true;
    while (more) {
      more = false;
      for (Edge edge : graph.edges()) {
        if (all.contains(edge.parent().set().table())) {
          more |= all.add(edge.child().set().table());
        }
      }
    }
    return all;
  }

  /** What rows belong to has a say in whether they are on hold, or wanted. */
  private void climb(Set<TableName> all) {
    boolean more = true;
    while (more) {
      more = false;
      for (Edge edge : graph.edges()) {
        if (all.contains(edge.child().set().table())) {
          more |= all.add(edge.parent().set().table());
        }
      }
    }
  }

  private static Stream<TableName> elsewhere(Clock clock) {
    return switch (clock) {
      case Clock.Column _ -> Stream.empty();
      case Clock.Linked linked -> Stream.of(linked.table());
      case Clock.Parent parent -> Stream.of(parent.table());
      case Clock.Latest(List<Clock> of) -> of.stream().flatMap(Seeing::elsewhere);
      case Clock.Earliest(List<Clock> of) -> of.stream().flatMap(Seeing::elsewhere);
      case Clock.FirstKnown(List<Clock> of) -> of.stream().flatMap(Seeing::elsewhere);
    };
  }
}
