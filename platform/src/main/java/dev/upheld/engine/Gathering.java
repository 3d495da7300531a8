package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Belonging;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Owner;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gathers all rows of a person in one system, to a fixpoint through cycles and self references: the
 * person's own rows by what is known of them, then what belongs to those, then what belongs to
 * that. A row found by a value alone that names another owner only mentions the person.
 */
final class Gathering {
  private static final int SPELLINGS = 1_000;

  private final ActSession session;
  private final Graph graph;
  private final Younger younger;
  private final Set<Integer> open = new HashSet<>();
  private final Map<String, List<Match>> spelled = new LinkedHashMap<>();
  private final Map<String, Long> people = new LinkedHashMap<>();
  private final Map<String, Set<Belonging>> owned = new LinkedHashMap<>();
  private Predicate<Node> leaf = n -> false;

  Gathering(ActSession session, Graph graph, Younger younger) {
    this.session = session;
    this.graph = graph;
    this.younger = younger;
  }

  /** How a person is looked for in one place. */
  record Seeds(List<Match> keys, List<Match> values) {
    boolean isEmpty() {
      return keys.isEmpty() && values.isEmpty();
    }

    List<Match> all() {
      List<Match> all = new ArrayList<>(keys);
      all.addAll(values);
      return all;
    }
  }

  /** What in a place matches what is known of the person, letters' size and blanks aside. */
  static Seeds seeds(Node node, Subject subject, Set<String> identifying) {
    Optional<Place> place = node.place();
    if (place.isEmpty()) {
      return new Seeds(List.of(), List.of());
    }
    List<Match> keys = new ArrayList<>();
    place
        .get()
        .subjects()
        .forEach(
            (word, column) -> {
              List<String> known = subject.identifiers().get(word);
              if (known != null) {
                keys.add(new Match(column, known, false));
              }
            });
    List<Match> values = new ArrayList<>();
    boolean byKeyAlone = node.isPeople() && !keys.isEmpty();
    for (Field field : place.get().fields().values()) {
      List<String> known = subject.identifiers().get(field.word());
      if (known != null && identifying.contains(field.word()) && field.isWhole() && !byKeyAlone) {
        values.add(new Match(field.column(), known, true));
      }
    }
    return new Seeds(keys, values);
  }

  /**
   * Gathers from these seeds.
   *
   * @param seeds by place; only those that are not empty
   */
  void gather(Map<String, Seeds> seeds) {
    gather(seeds, n -> false);
  }

  /**
   * Gathers from these seeds.
   *
   * @param leaves whose rows are not gathered; what they belong to is noted
   */
  void gather(Map<String, Seeds> seeds, Predicate<Node> leaves) {
    leaf = leaves;
    List<Node> order = new ArrayList<>();
    graph.nodes().stream().filter(Node::isPeople).forEach(order::add);
    ownersFirst(order);
    for (Node node : order) {
      Seeds of = seeds.get(node.id());
      if (of != null && !of.isEmpty()) {
        plant(node, of);
      }
    }
    refuseNamesakes();
  }

  /**
   * Gathers from rows of one place.
   *
   * @param adding puts the rows into the node's set, which it opens
   * @param spreading whether what belongs to the rows is gathered as well
   * @param leaves whose rows are not gathered; what they belong to is noted
   */
  void gather(Node from, Runnable adding, boolean spreading, Predicate<Node> leaves) {
    leaf = leaves;
    open.add(from.set().number());
    adding.run();
    if (spreading && !session.isEmpty(from.set())) {
      spread(from);
    }
    refuseNamesakes();
  }

  /**
   * What is done to a row is done to all that have its key: where the server does not rule out that
   * there are several, it is looked at.
   */
  private void refuseNamesakes() {
    for (Node node : gathered()) {
      RowSet set = node.set();
      if (!node.table().isNamedBy(set.key()) && session.namesSeveral(set)) {
        List<String> naming = node.table().naming();
        throw EngineProblem.MAP.because(
            node.place().map(p -> p.at() + ": ").orElse("")
                + "the key "
                + String.join(", ", set.key())
                + " names more than one row of "
                + set.table()
                + ": rows of others would be taken for those that are meant. Nothing was done.",
            naming.isEmpty()
                ? "Give the place in the data map the columns that name one row as its key."
                : "Write into the data map: key: [" + String.join(", ", naming) + "].");
      }
    }
  }

  /** Adds the rest so that whom rows belong to is known before it is asked. */
  private void ownersFirst(List<Node> order) {
    Set<String> placed = new LinkedHashSet<>();
    order.forEach(n -> placed.add(n.id()));
    List<Node> rest = new ArrayList<>(graph.nodes());
    rest.removeIf(n -> placed.contains(n.id()));
    while (!rest.isEmpty()) {
      Node next =
          rest.stream()
              .filter(
                  n ->
                      graph.edges().stream()
                          .filter(e -> e.child().id().equals(n.id()))
                          .allMatch(
                              e ->
                                  placed.contains(e.parent().id())
                                      || e.parent().id().equals(n.id())))
              .findFirst()
              .orElse(rest.getFirst());
      rest.remove(next);
      placed.add(next.id());
      order.add(next);
    }
  }

  private void plant(Node node, Seeds seeds) {
    opened(node);
    if (!seeds.keys().isEmpty()) {
      session.find(node.set(), seeds.keys());
    }
    if (!seeds.values().isEmpty()) {
      byValue(node, seeds);
    }
    younger.hold(node);
    if (node.isPeople()) {
      people.put(node.id(), session.fates(node.set()).getOrDefault(RowSet.FREE, 0L));
    }
    spread(node);
  }

  /**
   * Finds rows by what somebody wrote in them. Only those that nothing else says are the person's
   * are asked whose they are.
   */
  private void byValue(Node node, Seeds seeds) {
    boolean people = node.isPeople();
    if (!people) {
      session.turn(node.set(), Fate.GOES, Fate.SURE);
    }
    session.find(node.set(), seeds.values());
    if (!people) {
      mentions(node);
      session.turn(node.set(), Fate.SURE, Fate.GOES);
    }
    spell(node, seeds);
  }

  /** Keeps how the values are written here, so that the act finds the same rows by an index. */
  private void spell(Node node, Seeds seeds) {
    List<Match> exact = new ArrayList<>(seeds.keys());
    for (Match match : seeds.values()) {
      Set<String> known = new LinkedHashSet<>(match.values());
      if (match.folded()) {
        Set<String> folded = new HashSet<>();
        match.values().forEach(v -> folded.add(fold(v)));
        session.values(node.set(), match.column(), SPELLINGS).stream()
            .filter(v -> folded.contains(fold(v)))
            .forEach(known::add);
      }
      exact.add(new Match(match.column(), List.copyOf(known), false));
    }
    spelled.put(node.id(), exact);
  }

  static String fold(String value) {
    return value.strip().toLowerCase(java.util.Locale.ROOT);
  }

  private void mentions(Node node) {
    List<Owner> owners = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      if (edge.child().id().equals(node.id()) && !edge.parent().id().equals(node.id())) {
        boolean gathered = open.contains(edge.parent().set().number());
        owners.add(
            new Owner(
                edge.columns(),
                gathered ? Optional.of(edge.parent().set()) : Optional.empty(),
                edge.key()));
      }
    }
    if (!owners.isEmpty()) {
      session.holdOwnedByOthers(node.set(), owners, Fate.NAMED_IN);
    }
  }

  private void opened(Node node) {
    if (open.add(node.set().number())) {
      session.open(node.set());
    }
  }

  /** Follows what belongs to the rows, step by step, until nothing is new. */
  private void spread(Node from) {
    Set<Node> frontier = new LinkedHashSet<>(Set.of(from));
    int level = 0;
    while (!frontier.isEmpty()) {
      Set<Node> next = new LinkedHashSet<>();
      for (Edge edge : graph.edges()) {
        if (frontier.contains(edge.parent()) && leaf.test(edge.child())) {
          Belonging by = new Belonging(edge.parent().set(), edge.columns());
          owned.computeIfAbsent(edge.child().id(), n -> new LinkedHashSet<>()).add(by);
        } else if (frontier.contains(edge.parent())) {
          opened(edge.child());
          long found =
              session.follow(
                  edge.parent().set(), edge.key(), edge.child().set(), edge.columns(), level);
          if (found > 0) {
            younger.hold(edge.child());
            next.add(edge.child());
          }
        }
      }
      frontier = next;
      level++;
    }
  }

  /** All tables there are, looked at or not. */
  Graph graph() {
    return graph;
  }

  /** Nodes that were looked at, some perhaps without a row. */
  List<Node> gathered() {
    return graph.nodes().stream().filter(n -> open.contains(n.set().number())).toList();
  }

  /** Nodes whose rows were not gathered, in their order, with what those belong to. */
  Map<Node, List<Belonging>> owned() {
    Map<Node, List<Belonging>> all = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      Set<Belonging> by = owned.get(node.id());
      if (by != null) {
        all.put(node, List.copyOf(by));
      }
    }
    return all;
  }

  /** Exact values by place, for those found by value. */
  Map<String, List<Match>> spelled() {
    return spelled;
  }

  /** How many people matched, by the place that holds them. */
  Map<String, Long> people() {
    return people;
  }
}
