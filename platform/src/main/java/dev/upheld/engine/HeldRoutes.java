package dev.upheld.engine;

import dev.upheld.connect.HeldBy;
import dev.upheld.connect.Join;
import dev.upheld.connect.Spans;
import dev.upheld.datamap.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All ways by which rows on hold keep rows of a node, as {@link Owners} finds them row by row: what
 * goes with a row is on hold or belongs to what is, or something on hold needs the row.
 */
final class HeldRoutes {
  /** More steps, or more ways, would make statements that no server likes. */
  private static final int LONGEST = 6;

  private static final int MOST = 24;

  /** More holds of one table than this are not written into one statement. */
  private static final int SPANS = 500;

  private final Graph graph;
  private final Map<TableName, List<Spans>> held;
  private final Map<List<Join>, List<Spans>> found = new LinkedHashMap<>();
  private final Map<Stand, List<Step>> steps = new HashMap<>();
  private final Map<Stand, Boolean> leads = new HashMap<>();
  private boolean rings;
  private boolean far;

  /**
   * @param held rows on hold, by table
   */
  HeldRoutes(Graph graph, Map<TableName, List<Spans>> held) {
    this.graph = graph;
    this.held = held;
    this.far = held.values().stream().anyMatch(spans -> spans.size() > SPANS);
  }

  /** How a way may go on. */
  private enum Turn {
    /** To what goes with a row, and from there on any way. */
    WITH,
    /** To what rows belong to. */
    UP,
    /** To what points at rows. */
    NEEDED
  }

  private record Stand(String place, Turn turn) {
    static Stand at(Node node, Turn turn) {
      return new Stand(node.id(), turn);
    }
  }

  private record Step(Stand to, Join join) {}

  private record At(Stand stand, List<Join> way, Set<TableName> before) {
    At to(Step step, TableName to) {
      List<Join> longer = new ArrayList<>(way);
      longer.add(step.join());
      Set<TableName> seen = new HashSet<>(before);
      seen.add(to);
      return new At(step.to(), List.copyOf(longer), Set.copyOf(seen));
    }
  }

  /** Looks for them, until it is clear that there are too many. */
  void from(Node node) {
    if (!far) {
      look(new At(Stand.at(node, Turn.WITH), List.of(), Set.of(table(node))));
    }
  }

  /** The ways to rows on hold. */
  List<HeldBy> found() {
    return far
        ? List.of()
        : found.entrySet().stream().map(e -> new HeldBy(e.getKey(), e.getValue())).toList();
  }

  /** Whether these are all there are. */
  boolean isWhole() {
    return !far && !rings;
  }

  /** Nodes whose rows hang together with those of a node, by whatever ways. */
  Set<Node> around(Node node) {
    Set<Node> all = new LinkedHashSet<>(Set.of(node));
    Deque<Node> next = new ArrayDeque<>(all);
    while (!next.isEmpty()) {
      Node at = next.remove();
      for (Node other : graph.nodes()) {
        if ((leads(at, other) || leads(other, at)) && all.add(other)) {
          next.add(other);
        }
      }
    }
    return all;
  }

  private boolean leads(Node from, Node to) {
    return from.set().table().equals(to.set().table())
        || graph.edges().stream()
            .anyMatch(e -> e.child().id().equals(from.id()) && e.parent().id().equals(to.id()))
        || graph.pointers(to).stream()
            .anyMatch(p -> p.pointing().table().equals(from.set().table()));
  }

  private void look(At at) {
    Optional.ofNullable(held.get(table(at.stand())))
        .ifPresent(spans -> found.putIfAbsent(at.way(), spans));
    far |= at.way().size() > LONGEST || found.size() > MOST;
    if (!far) {
      steps(at.stand()).forEach(step -> step(at, step));
    }
  }

  private List<Step> steps(Stand at) {
    return steps.computeIfAbsent(at, stand -> steps(node(stand), stand.turn()));
  }

  private List<Step> steps(Node node, Turn turn) {
    List<Step> all = new ArrayList<>();
    Map<Join, Node> down = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      if (edge.parent().id().equals(node.id())) {
        down.put(new Join(edge.key(), table(edge.child()), edge.columns()), edge.child());
      }
      if (edge.child().id().equals(node.id()) && turn != Turn.NEEDED) {
        Join up = new Join(edge.columns(), table(edge.parent()), edge.key());
        all.add(new Step(Stand.at(edge.parent(), Turn.UP), up));
      }
    }
    if (turn == Turn.WITH) {
      down.forEach((join, child) -> all.add(new Step(Stand.at(child, Turn.WITH), join)));
    }
    if (turn != Turn.UP) {
      Map<Join, Node> needed = new LinkedHashMap<>(down);
      needed.putAll(pointing(node));
      if (turn == Turn.WITH) {
        down.keySet().forEach(needed::remove); // they go with the row, which leads further
      }
      needed.forEach((join, by) -> all.add(new Step(Stand.at(by, Turn.NEEDED), join)));
    }
    return List.copyOf(all);
  }

  private Map<Join, Node> pointing(Node node) {
    Map<Join, Node> by = new LinkedHashMap<>();
    for (Graph.Pointer pointer : graph.pointers(node)) {
      graph
          .ofTable(pointer.pointing().table())
          .ifPresent(
              from ->
                  by.put(new Join(pointer.key(), table(from), pointer.pointing().columns()), from));
    }
    return by;
  }

  private Node node(Stand stand) {
    return graph.node(stand.place()).orElseThrow();
  }

  private TableName table(Stand stand) {
    return table(node(stand));
  }

  private static TableName table(Node node) {
    return node.set().table();
  }

  /** The same step back leads to the same row. Other rows of a table met before make a ring. */
  private void step(At at, Step step) {
    TableName to = table(step.to());
    boolean again = at.before().contains(to);
    if (far || (again && isBack(at, step.join())) || !leads(step.to())) {
      return;
    }
    if (again) {
      rings = true;
    } else {
      look(at.to(step, to));
    }
  }

  private static boolean isBack(At at, Join join) {
    if (at.way().isEmpty()) {
      return false;
    }
    Join last = at.way().getLast();
    return last.columns().equals(join.key()) && last.key().equals(join.columns());
  }

  /** Whether rows on hold lie there or further on, however far. */
  private boolean leads(Stand stand) {
    Boolean known = leads.get(stand);
    if (known == null) {
      known = search(stand);
      leads.put(stand, known);
    }
    return known;
  }

  private boolean search(Stand stand) {
    Set<Stand> seen = new HashSet<>();
    Deque<Stand> next = new ArrayDeque<>(List.of(stand));
    while (!next.isEmpty()) {
      Stand one = next.remove();
      if (held.containsKey(table(one))) {
        return true;
      }
      if (seen.add(one)) {
        steps(one).forEach(step -> next.add(step.to()));
      }
    }
    return false;
  }
}
