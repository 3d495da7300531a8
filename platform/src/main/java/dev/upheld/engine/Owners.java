package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.TimedRows;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final List<RowSet> climbed = new ArrayList<>();
  private int next;

  /**
   * @param identifying words that single a person out
   */
  Owners(ActSession session, Graph graph, Barring barring, Set<String> identifying) {
    this.session = session;
    this.graph = graph;
    this.barring = barring;
    this.identifying = Set.copyOf(identifying);
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

  /** Gives free rows of such people this fate. */
  void hold(Node node, int fate) {
    if (barring.any()) {
      hold(node, node.set(), fate, Set.of(node.id()));
    }
  }

  private void hold(Node node, RowSet set, int fate, Set<String> below) {
    session.timed().hold(set, barred(node, set), fate);
    for (Edge edge : graph.edges()) {
      if (edge.child().id().equals(node.id()) && !below.contains(edge.parent().id())) {
        Set<String> path = new LinkedHashSet<>(below);
        path.add(edge.parent().id());
        above(edge, set, fate, rows -> hold(edge.parent(), rows, fate, path));
      }
    }
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
    next++;
    RowSet above = new RowSet(next, edge.parent().set().table(), edge.parent().set().key());
    climbed.add(above);
    session.open(above);
    long found = 0;
    for (int level = session.depth(set); level >= 0; level--) {
      found += session.follow(set, edge.columns(), above, edge.key(), level);
    }
    if (found > 0) {
      holding.accept(above);
      session
          .timed()
          .holdOwners(set, edge.columns(), new TimedRows.Pointers(above, edge.key()), fate);
    }
  }

  /** Sets that were opened since the last call. */
  List<RowSet> climbed() {
    List<RowSet> all = List.copyOf(climbed);
    climbed.clear();
    next = graph.nodes().size();
    return all;
  }
}
