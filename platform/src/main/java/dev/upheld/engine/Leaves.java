package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Places whose rows need not be gathered: each goes with the row it belongs to whatever it holds,
 * and nothing hangs on it. They are counted, and go, by what they belong to.
 */
final class Leaves implements Predicate<Node> {
  private final Graph graph;
  private final Deciding reach;
  private final Set<String> sought;
  private final Predicate<Node> carried;
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * @param sought places in which somebody is looked for, by their id
   * @param carried whether other systems name rows of a node as their owners
   */
  Leaves(Graph graph, Deciding reach, Set<String> sought, Predicate<Node> carried) {
    this.graph = graph;
    this.reach = reach;
    this.sought = Set.copyOf(sought);
    this.carried = carried;
  }

  @Override
  public boolean test(Node node) {
    return known.computeIfAbsent(node.id(), n -> isLeaf(node));
  }

  private boolean isLeaf(Node node) {
    return !sought.contains(node.id())
        && !node.isPeople()
        && !carried.test(node)
        && isAlone(node)
        && graph.pointers(node).isEmpty()
        && isReachedByKeysAlone(node)
        && node.place().map(this::allGoes).orElse(true);
  }

  private boolean isAlone(Node node) {
    return node.set().only().isEmpty()
        && graph.nodes().stream().filter(n -> n.set().table().equals(node.set().table())).count()
            == 1
        && graph.edges().stream().noneMatch(e -> e.parent().id().equals(node.id()));
  }

  /** Whatever its rows point at, they go with: nothing else could be held by one of them. */
  private boolean isReachedByKeysAlone(Node node) {
    List<Edge> edges =
        graph.edges().stream().filter(e -> e.child().id().equals(node.id())).toList();
    List<List<String>> points = new ArrayList<>();
    for (Reference reference : graph.structure().references()) {
      if (reference.table().equals(node.set().table())
          && graph.ofTable(reference.to()).isPresent()) {
        points.add(reference.columns());
      }
    }
    for (Link link : node.place().map(Place::links).orElse(List.of())) {
      points.add(link.columns());
    }
    return edges.stream().allMatch(e -> e.key().equals(e.parent().set().key()))
        && edges.stream().allMatch(e -> e.parent().set().only().isEmpty())
        && points.stream().allMatch(p -> edges.stream().anyMatch(e -> e.columns().equals(p)));
  }

  private boolean allGoes(Place place) {
    Decision decision = reach.decide(place);
    return !decision.ends().isEmpty()
        && decision.stays().isEmpty()
        && decision.duties().isEmpty()
        && decision.archive().isEmpty()
        && decision.ends().values().stream().allMatch(EndAction.DELETE::equals);
  }
}
