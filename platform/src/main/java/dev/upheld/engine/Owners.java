package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.TimedRows;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds gathered rows of people of whom nothing may be erased now: by what the rows themselves say
 * of their owners, and by the rows they belong to, up to the last one.
 */
final class Owners {
  private final ActSession session;
  private final Graph graph;
  private final Barring barring;
  private final Set<String> identifying;
  private final RowBars rows;
  private final List<RowSet> climbed = new ArrayList<>();
  private int next;

  /**
   * @param identifying words that single a person out
   */
  Owners(ActSession session, Graph graph, Barring barring, Set<String> identifying, RowBars rows) {
    this.session = session;
    this.graph = graph;
    this.barring = barring;
    this.identifying = Set.copyOf(identifying);
    this.rows = rows;
    this.next = graph.nodes().size();
  }

  /** The columns that name people in rows of a node's table, by word, on whatever place. */
  Map<String, Set<String>> words(Node node) {
    Map<String, Set<String>> words = new TreeMap<>();
    graph.nodes().stream()
        .filter(n -> n.set().table().equals(node.set().table()))
        .flatMap(n -> n.place().stream())
        .forEach(place -> words(place, words));
    return words;
  }

  private void words(Place place, Map<String, Set<String>> words) {
    place
        .subjects()
        .forEach((word, column) -> words.computeIfAbsent(word, w -> new TreeSet<>()).add(column));
    for (Field field : place.fields().values()) {
      if (field.isWhole() && identifying.contains(field.word())) {
        words.computeIfAbsent(field.word(), w -> new TreeSet<>()).add(field.column());
      }
    }
  }

  /** Whether there is anybody of whom nothing may be erased now. */
  boolean any() {
    return barring.any();
  }

  /** Whether one of these is somebody of whom nothing may be erased now. */
  boolean isAny(String word, List<String> values) {
    return !barring.among(word, values).isEmpty();
  }

  /** Rows that are on hold by themselves. */
  RowBars rows() {
    return rows;
  }

  /**
   * Gives free rows of such people this fate, and rows on hold that of their hold, with all that
   * belongs to them.
   *
   * @param fate lower than that of any hold of rows
   */
  void hold(Node node, int fate) {
    boolean people = barring.any();
    if (people || rows.touch(node)) {
      hold(node, node.set(), people, fate);
      Map<String, RowSet> above = climb(node);
      long held = 0;
      for (Map.Entry<String, RowSet> each : above.entrySet()) {
        Node owner = graph.node(each.getKey()).orElseThrow();
        held += hold(owner, each.getValue(), people, fate);
      }
      if (held > 0) {
        descend(node, above, fate);
      }
    }
  }

  private long hold(Node node, RowSet set, boolean people, int fate) {
    long held = rows.hold(set);
    return people ? held + session.timed().hold(set, barred(node, set), fate) : held;
  }

  /**
   * Rows stay that rows of people on hold point at and would have to let go of: not even that may
   * be done to them.
   */
  void pointedAt(Node node, int fate) {
    if (barring.any()) {
      for (Graph.Pointer pointer : graph.pointers(node)) {
        Optional<Node> by = graph.ofTable(pointer.pointing().table());
        if (by.isPresent() && !isOwned(node, pointer)) {
          pointedAt(node, pointer, by.get(), fate);
        }
      }
    }
  }

  /** What belongs to a row is gathered with it. */
  private boolean isOwned(Node node, Graph.Pointer pointer) {
    return graph.edges().stream()
        .filter(e -> e.parent().id().equals(node.id()) && e.key().equals(pointer.key()))
        .filter(e -> e.child().set().table().equals(pointer.pointing().table()))
        .anyMatch(e -> e.columns().equals(pointer.pointing().columns()));
  }

  private void pointedAt(Node node, Graph.Pointer pointer, Node by, int fate) {
    List<String> columns = pointer.pointing().columns();
    RowSet pointing = opened(by);
    long found = 0;
    for (int level = session.depth(node.set()); level >= 0; level--) {
      found += session.follow(node.set(), pointer.key(), pointing, columns, level);
    }
    if (found > 0) {
      hold(new Node(by.id(), by.place(), by.table(), pointing), fate);
      TimedRows.Pointers those = new TimedRows.Pointers(pointing, columns);
      session.timed().holdOwners(node.set(), pointer.key(), those, fate);
    }
  }

  /** Rows stay that rows on hold point at, through whatever rows lie between. */
  void needed(Node node) {
    if (rows.need(node)) {
      needed(node, node.set(), Set.of());
    }
  }

  private void needed(Node node, RowSet set, Set<TableName> before) {
    Set<TableName> path = new HashSet<>(before);
    if (path.add(node.set().table())) {
      for (RowBars.Way way : rows.leading(node)) {
        RowSet pointing = opened(way.by());
        long found = 0;
        for (int level = session.depth(set); level >= 0; level--) {
          found += session.follow(set, way.key(), pointing, way.columns(), level);
        }
        if (found > 0) {
          rows.hold(pointing);
          needed(way.by(), pointing, path);
          TimedRows.Pointers by = new TimedRows.Pointers(pointing, way.columns());
          session.timed().holdOwners(set, way.key(), by, RowBars.FIRST);
        }
      }
    }
  }

  /** All rows above, whatever way leads there, be it through rows of the same table or in rings. */
  private Map<String, RowSet> climb(Node node) {
    Map<String, RowSet> above = new LinkedHashMap<>();
    Deque<String> grown = new ArrayDeque<>(List.of(node.id()));
    while (!grown.isEmpty()) {
      String at = grown.remove();
      for (Edge edge : graph.edges()) {
        if (edge.child().id().equals(at)) {
          RowSet into = above.computeIfAbsent(edge.parent().id(), _ -> opened(edge.parent()));
          long found = 0;
          for (RowSet from : rows(edge.child(), node, above)) {
            found += follow(edge, from, into);
          }
          if (found > 0 && !grown.contains(edge.parent().id())) {
            grown.add(edge.parent().id());
          }
        }
      }
    }
    return above;
  }

  /** What belongs to a held row is held, step by step down to where it began. */
  private void descend(Node node, Map<String, RowSet> above, int fate) {
    boolean more = true;
    while (more) {
      more = false;
      for (Edge edge : graph.edges()) {
        Optional<RowSet> owners = Optional.ofNullable(above.get(edge.parent().id()));
        if (owners.isPresent()) {
          TimedRows.Pointers by = new TimedRows.Pointers(owners.get(), edge.key());
          for (RowSet rows : rows(edge.child(), node, above)) {
            more |= session.timed().holdOwners(rows, edge.columns(), by, fate) > 0;
          }
        }
      }
    }
  }

  private static List<RowSet> rows(Node at, Node begin, Map<String, RowSet> above) {
    List<RowSet> rows = new ArrayList<>();
    if (at.id().equals(begin.id())) {
      rows.add(begin.set());
    }
    Optional.ofNullable(above.get(at.id())).ifPresent(rows::add);
    return rows;
  }

  private List<Match> barred(Node node, RowSet set) {
    List<Match> barred = new ArrayList<>();
    words(node)
        .forEach(
            (word, columns) -> {
              for (String column : columns) {
                List<String> values = session.values(set, column, Integer.MAX_VALUE);
                Set<String> those = barring.among(word, values);
                if (!those.isEmpty()) {
                  barred.add(new Match(column, List.copyOf(those), false));
                }
              }
            });
    return barred;
  }

  /**
   * Looks at the rows that rows of a set belong to; those that are held hold what belongs to them.
   *
   * @param holding gives free rows of the set it gets this fate
   */
  void above(Edge edge, RowSet set, int fate, Consumer<RowSet> holding) {
    RowSet above = opened(edge.parent());
    long found = follow(edge, set, above);
    if (found > 0) {
      holding.accept(above);
      session
          .timed()
          .holdOwners(set, edge.columns(), new TimedRows.Pointers(above, edge.key()), fate);
    }
  }

  private RowSet opened(Node owner) {
    next++;
    RowSet above = new RowSet(next, owner.set().table(), owner.set().key());
    climbed.add(above);
    session.open(above);
    return above;
  }

  private long follow(Edge edge, RowSet set, RowSet above) {
    long found = 0;
    for (int level = session.depth(set); level >= 0; level--) {
      found += session.follow(set, edge.columns(), above, edge.key(), level);
    }
    return found;
  }

  /** Sets that were opened since the last call. */
  List<RowSet> climbed() {
    List<RowSet> all = List.copyOf(climbed);
    climbed.clear();
    next = graph.nodes().size();
    return all;
  }
}
