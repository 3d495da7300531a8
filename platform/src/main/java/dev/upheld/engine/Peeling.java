package dev.upheld.engine;

import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order a person's rows can be taken off table by table, with a commit anywhere between
 * two of them: what belongs to a row, and what points at it, goes before it. So the database is
 * sound after each commit, and whoever begins anew finds the rest as it was found at first. What
 * cannot be ordered so is left for the last transaction.
 */
final class Peeling {
  private final SystemWork work;
  private final Graph graph;
  private final Map<String, PlaceStep> steps = new HashMap<>();
  private final Set<TableName> watched = new HashSet<>();
  private final List<Node> apart = new ArrayList<>();
  private final List<Node> rest;

  private Peeling(SystemWork work, List<PlaceStep> all) {
    this.work = work;
    this.graph = work.graph();
    all.stream().filter(s -> s.counts().touched() > 0).forEach(s -> steps.put(s.place(), s));
    Set<String> bound = bound();
    this.rest =
        new ArrayList<>(
            graph.nodes().stream()
                .filter(n -> steps.containsKey(n.id()) || bound.contains(n.id()))
                .toList());
  }

  /**
   * Places where nothing happens to a row, but which hold rows that another place of their table
   * would let go, and what leads to them: without it they would not be found any more, and hold
   * nothing.
   */
  private Set<String> bound() {
    Set<TableName> touched =
        graph.nodes().stream()
            .filter(n -> steps.containsKey(n.id()))
            .map(n -> n.set().table())
            .collect(Collectors.toSet());
    List<Node> there =
        work.gathering().gathered().stream().filter(n -> !work.fates(n).isEmpty()).toList();
    Set<String> bound = new HashSet<>();
    List<String> more =
        there.stream()
            .filter(n -> !steps.containsKey(n.id()) && touched.contains(n.set().table()))
            .map(Node::id)
            .toList();
    while (bound.addAll(more)) {
      more = there.stream().filter(n -> leadsTo(n, bound)).map(Node::id).toList();
    }
    return bound;
  }

  private boolean leadsTo(Node node, Set<String> places) {
    return graph.edges().stream()
        .anyMatch(e -> e.parent().id().equals(node.id()) && places.contains(e.child().id()));
  }

  static Peeling of(SystemWork work, List<PlaceStep> steps) {
    Peeling peeling = new Peeling(work, steps);
    peeling.graph.nodes().forEach(peeling::watch);
    peeling.peel();
    return peeling;
  }

  /** Tables that can be taken off, in this order. */
  List<Node> apart() {
    return List.copyOf(apart);
  }

  /** Rows of all other tables. */
  long together() {
    return rest.stream()
        .flatMap(n -> Optional.ofNullable(steps.get(n.id())).stream())
        .mapToLong(s -> s.counts().touched())
        .sum();
  }

  private void peel() {
    boolean more = true;
    while (more) {
      List<Node> free = rest.stream().filter(this::isFree).limit(1).toList();
      more = !free.isEmpty();
      apart.addAll(free);
      rest.removeAll(free);
    }
  }

  /** People go last: as long as they are there, rows that come late are found by them. */
  private boolean isFree(Node node) {
    return !node.isPeople()
        && !watched.contains(node.set().table())
        && letsGoOfItself(node)
        && rest.stream().noneMatch(m -> !m.id().equals(node.id()) && hangsOn(m, node));
  }

  /** One table in two places may be judged by both. */
  private boolean hangsOn(Node node, Node other) {
    TableName table = node.set().table();
    TableName to = other.set().table();
    return table.equals(to)
        || graph.structure().references().stream()
            .anyMatch(r -> r.table().equals(table) && r.to().equals(to))
        || graph.edges().stream()
            .anyMatch(e -> e.child().id().equals(node.id()) && e.parent().id().equals(other.id()))
        || node.place().stream()
            .flatMap(p -> p.links().stream())
            .anyMatch(link -> link.place().equals(other.id()));
  }

  /** Rows that point at others of their own table can do without, and are found without. */
  private boolean letsGoOfItself(Node node) {
    Set<String> ended = ended(node);
    return graph.pointers(node).stream()
            .filter(p -> p.pointing().table().equals(node.set().table()))
            .filter(p -> p.declared().isPresent())
            .allMatch(Graph.Pointer::detachable)
        && graph.edges().stream()
            .filter(e -> e.child().id().equals(node.id()) && e.parent().id().equals(node.id()))
            .noneMatch(
                e ->
                    Stream.concat(e.columns().stream(), e.key().stream())
                        .anyMatch(ended::contains));
  }

  private Set<String> ended(Node node) {
    Map<String, Field> fields = node.place().map(Place::fields).orElse(Map.of());
    Set<String> ended = new HashSet<>();
    Optional.ofNullable(steps.get(node.id())).stream()
        .flatMap(s -> s.fields().keySet().stream())
        .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
        .map(Field::column)
        .forEach(ended::add);
    return ended;
  }

  /** What decides how old rows are must not go before all of them are judged for the last time. */
  private void watch(Node node) {
    boolean judged =
        work.byAge() || work.decision(node).filter(d -> !d.duties().isEmpty()).isPresent();
    if (judged) {
      node.place().stream()
          .flatMap(p -> p.clocks().values().stream())
          .map(BoundClock::clock)
          .forEach(this::watch);
    }
  }

  private void watch(Clock clock) {
    switch (clock) {
      case Clock.Column _ -> {
        // the row's own
      }
      case Clock.Linked linked -> watched.add(linked.table());
      case Clock.Parent parent -> watched.add(parent.table());
      case Clock.Latest latest -> latest.of().forEach(this::watch);
      case Clock.Earliest earliest -> earliest.of().forEach(this::watch);
      case Clock.FirstKnown first -> first.of().forEach(this::watch);
    }
  }
}
