package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.Spans;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.register.Holds.Hold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Rows of one system that are on hold by themselves, whoever they belong to: found by what a hold
 * says, each with a fate of its own. Where a hold does not bind to the data map and the database
 * any more, nobody knows what it covers, and nothing goes.
 */
final class RowBars {
  /** The fate of rows of the first hold; the next ones follow. No promise has as high a number. */
  static final int FIRST = 10_000;

  private final ActSession session;
  private final Graph graph;
  private final HeldPlaces places;
  private final Supplier<List<Hold>> inForce;
  private final List<Hold> known = new ArrayList<>();
  private final Set<TableName> held = new HashSet<>();
  private final Set<TableName> above = new HashSet<>();
  private final Set<TableName> below = new HashSet<>();
  private List<Bar> bars = List.of();
  private Set<UUID> seen = Set.of();

  /**
   * @param inForce holds of rows, asked before every transaction
   */
  RowBars(
      Workspace workspace,
      String system,
      ActSession session,
      Graph graph,
      Supplier<List<Hold>> inForce) {
    this.session = session;
    this.graph = graph;
    this.places = new HeldPlaces(workspace, system);
    this.inForce = inForce;
  }

  /** Rows of one table that one hold is about. */
  private record Bar(int fate, TableName table, Spans spans) {}

  /**
   * Asks anew what is on hold.
   *
   * @throws dev.upheld.kernel.ProblemException where a hold does not bind any more
   */
  void look() {
    List<Bar> found = new ArrayList<>();
    List<Hold> holds = inForce.get();
    seen = holds.stream().map(Hold::id).collect(Collectors.toSet());
    for (Hold hold : holds) {
      int fate = fate(hold);
      for (HeldPlaces.Bound part : places.of(hold)) {
        Node node = graph.node(part.place().id()).orElseThrow(() -> HeldPlaces.unbound(hold, part));
        if (node.table().kind() != Description.TableKind.TABLE) {
          throw HeldPlaces.unseen(hold, part);
        }
        found.add(new Bar(fate, node.set().table(), places.spans(hold, part, node.table())));
      }
    }
    bars = List.copyOf(found);
    held.clear();
    bars.forEach(bar -> held.add(bar.table()));
    above.clear();
    below.clear();
    if (!held.isEmpty()) {
      spread();
    }
  }

  private int fate(Hold hold) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).id().equals(hold.id())) {
        return FIRST + i;
      }
    }
    known.add(hold);
    return FIRST + known.size() - 1;
  }

  /** Tables whose rows belong to rows on hold, and tables whose rows those need. */
  private void spread() {
    boolean more = true;
    while (more) {
      more = false;
      for (Edge edge : graph.edges()) {
        TableName owner = edge.parent().set().table();
        if (held.contains(owner) || above.contains(owner)) {
          more |= above.add(edge.child().set().table());
        }
      }
      for (Node node : graph.nodes()) {
        more |= ways(node).stream().anyMatch(this::leads) && below.add(node.set().table());
      }
    }
  }

  private boolean leads(Way way) {
    TableName table = way.by().set().table();
    return held.contains(table) || below.contains(table);
  }

  /** Whether a row of the node's table may be on hold, by itself or by what it belongs to. */
  boolean touch(Node node) {
    return held.contains(node.set().table()) || above.contains(node.set().table());
  }

  /** Whether rows on hold may need a row of the node's table. */
  boolean need(Node node) {
    return below.contains(node.set().table());
  }

  /** Whether a hold was set since the last look. */
  boolean isStale() {
    return inForce.get().stream().anyMatch(hold -> !seen.contains(hold.id()));
  }

  /** Whether rows of the set are on hold by themselves, of those whose fate is lower than this. */
  boolean isAmong(RowSet set, int below) {
    return bars.stream()
        .filter(bar -> bar.table().equals(set.table()))
        .anyMatch(bar -> session.timed().count(set, bar.spans(), below) > 0);
  }

  /**
   * Gives free rows on hold the fate of their hold.
   *
   * @return rows held
   */
  long hold(RowSet set) {
    long rows = 0;
    for (Bar bar : bars) {
      if (bar.table().equals(set.table())) {
        rows += session.timed().hold(set, bar.spans(), bar.fate());
      }
    }
    return rows;
  }

  /** Rows that point at rows of a node, owned by them or not. */
  record Way(Node by, List<String> columns, List<String> key) {}

  /** Ways by which rows of places point at rows of a node. */
  private List<Way> ways(Node node) {
    Map<String, Way> ways = new HashMap<>();
    for (Edge edge : graph.edges()) {
      if (edge.parent().id().equals(node.id())) {
        add(ways, new Way(edge.child(), edge.columns(), edge.key()));
      }
    }
    for (Graph.Pointer pointer : graph.pointers(node)) {
      graph
          .ofTable(pointer.pointing().table())
          .ifPresent(by -> add(ways, new Way(by, pointer.pointing().columns(), pointer.key())));
    }
    return List.copyOf(ways.values());
  }

  private static void add(Map<String, Way> ways, Way way) {
    ways.putIfAbsent(way.by().set().table() + " " + way.columns() + " " + way.key(), way);
  }

  /** Those ways that lead to rows on hold. */
  List<Way> leading(Node node) {
    return ways(node).stream().filter(this::leads).toList();
  }

  /** What holds rows of that fate, as a run counts it. */
  String reason(int fate) {
    Hold hold = known.get(fate - FIRST);
    return hold.secret() ? Expired.PEOPLE : Expired.HOLD + hold.id();
  }
}
