package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.Description;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.connect.act.Structure.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Does in one system what was judged, and looks afterwards whether it was done. */
final class SystemAct {
  private final SystemWork work;
  private final ActSession session;
  private final Elsewhere elsewhere;
  private final Map<String, Long> archived = new TreeMap<>();

  SystemAct(SystemWork work) {
    this(work, Elsewhere.NONE);
  }

  /**
   * @param elsewhere takes rows whose next stage lies in another system
   */
  SystemAct(SystemWork work, Elsewhere elsewhere) {
    this.work = work;
    this.elsewhere = elsewhere;
    this.session = work.session();
  }

  /** All of it, within the running transaction; a throw leaves nothing done. */
  void perform() {
    perform(Set.of());
  }

  /**
   * The rest, within the running transaction; a throw leaves nothing of it done.
   *
   * @param done nodes whose rows were taken before
   */
  void perform(Set<String> done) {
    List<Node> nodes = work.gathering().gathered();
    List<Node> rest = nodes.stream().filter(n -> !done.contains(n.id())).toList();
    rest.forEach(n -> archive(n, n.set()));
    rest.forEach(n -> end(n, n.set()));
    List<Node> going = nodes.stream().filter(this::goes).toList();
    Order order = childrenFirst(going);
    order.openings().forEach(session::act);
    going.forEach(n -> work.detaches(n).forEach(session::act));
    order.nodes().forEach(this::delete);
    nodes.forEach(this::verify);
    work.gathering().owned().forEach((node, by) -> verified(node, work.stillOwned(node, by)));
  }

  /**
   * Whether it can be done at all, changing nothing.
   *
   * @throws dev.upheld.kernel.ProblemException when rows hold each other, or a check of the
   *     database forbids what they would become
   */
  void check(String system) {
    List<Node> nodes = work.gathering().gathered();
    childrenFirst(nodes.stream().filter(this::goes).toList());
    nodes.forEach(this::archivable);
    Map<Node, List<Act>> changes = new LinkedHashMap<>();
    for (Node node : nodes) {
      List<Act> acts = new ArrayList<>(changes(node, node.set()));
      if (goes(node)) {
        acts.addAll(work.detaches(node));
      }
      changes.put(node, acts);
    }
    Forbidden.refuse(session, system, changes);
  }

  /** In which order rows go, and what lets go of what before. */
  private record Order(List<Node> nodes, List<Act> openings) {}

  /** Copies rows of a node that go, or stay emptied, where law wants them. */
  void archive(Node node, RowSet rows) {
    work.decision(node)
        .ifPresent(
            decision ->
                decision
                    .archive()
                    .forEach(
                        move -> {
                          if (move.system().isPresent()) {
                            refuseUnsafe(List.of(node));
                            elsewhere.take(node, rows, move);
                          } else {
                            move(node, rows, move);
                          }
                        }));
  }

  private void move(Node node, RowSet rows, Decision.Move move) {
    Node into = work.graph().node(move.place()).orElseThrow();
    refuseUnsafe(List.of(node, into));
    long copied =
        copied(node, copy(node, rows, into, move, Fate.GOES))
            + copied(node, copy(node, rows, into, move, Fate.HUSK));
    archived.merge(into.id(), copied, Long::sum);
  }

  /** A row that is there already need not be copied; another one of its key takes its place. */
  private long copied(Node node, Act.Copy copy) {
    long copied = session.act(copy);
    long wanted = session.fates(copy.set()).getOrDefault(copy.fate(), 0L);
    long unlike = copied < wanted ? session.unlike(copy) : 0;
    if (unlike > 0) {
      throw EngineProblem.CHANGED.because(
          unlike
              + " rows of "
              + node.set().table()
              + " are in "
              + copy.into()
              + " under the same key with other values, or did not arrive there: they would be lost."
              + " Nothing was done.",
          "Look at these rows in both tables, and for a trigger of the archive. Give the rows of the"
              + " archive another key, or remove those that should not be there.");
    }
    return copied;
  }

  /** Where a crash could leave a row in two places, or in none, nothing is begun. */
  private void refuseUnsafe(List<Node> nodes) {
    for (Node each : nodes) {
      if (work.graph().structure().unsafe().contains(each.set().table())) {
        throw EngineProblem.STRUCTURE.because(
            each.set().table()
                + " has no transactions: rows on their way into the archive could be lost. Nothing"
                + " was done.",
            "Give the table an engine with transactions: ALTER TABLE "
                + each.set().table()
                + " ENGINE = InnoDB.");
      }
    }
  }

  private void archivable(Node node) {
    work.decision(node).stream()
        .filter(_ -> goes(node))
        .flatMap(decision -> decision.archive().stream())
        .forEach(
            move -> {
              if (move.system().isPresent()) {
                refuseUnsafe(List.of(node));
                elsewhere.check(node, move);
              } else {
                refuseUnsafe(List.of(node, work.graph().node(move.place()).orElseThrow()));
              }
            });
  }

  private Act.Copy copy(Node node, RowSet rows, Node into, Decision.Move move, int fate) {
    Structure structure = work.graph().structure();
    Set<String> there =
        into.table().columns().stream()
            .map(Description.Column::name)
            .filter(c -> !structure.isComputed(into.set().table(), c))
            .collect(Collectors.toSet());
    List<String> both =
        node.table().columns().stream()
            .map(Description.Column::name)
            .filter(there::contains)
            .toList();
    if (!both.containsAll(node.set().key())) {
      throw EngineProblem.MAP.because(
          "The archive " + into.id() + " has no column for the key of " + node.id() + ".",
          "Name the key of the archive's table as that of the table it archives.");
    }
    Optional<String> clock =
        into.place()
            .map(p -> p.clocks().get(move.event()))
            .map(c -> c.clock())
            .flatMap(
                c ->
                    c instanceof dev.upheld.datamap.Clock.Column column
                        ? Optional.of(column.column())
                        : Optional.empty());
    return new Act.Copy(rows, fate, into.set().table(), both, clock);
  }

  /** Ends the fields of rows of a node that stay. */
  void end(Node node, RowSet rows) {
    changes(node, rows).forEach(session::act);
  }

  private List<Act> changes(Node node, RowSet rows) {
    if (node.place().isEmpty()) {
      return List.of();
    }
    Endings endings = new Endings(node.place().get(), node.table());
    Map<Map<String, EndAction>, Set<Integer>> same = new LinkedHashMap<>();
    work.fates(node)
        .keySet()
        .forEach(
            fate -> same.computeIfAbsent(work.ends(node, fate), e -> new TreeSet<>()).add(fate));
    List<Act> changes = new ArrayList<>();
    same.forEach(
        (ends, fates) -> {
          Map<String, Rewrite> becomes = endings.of(ends, f -> true);
          if (!becomes.isEmpty()) {
            changes.add(new Act.Change(rows, fates, becomes));
          }
        });
    return changes;
  }

  private boolean goes(Node node) {
    return work.fates(node).getOrDefault(Fate.GOES, 0L) > 0;
  }

  private void delete(Node node) {
    boolean atOnce =
        work.graph().structure().references().stream()
            .filter(r -> isSelf(r, node) && r.onDelete() == Rule.RESTRICT)
            .allMatch(r -> letGo(node, node.set(), r));
    if (atOnce) {
      session.act(new Act.Delete(node.set()));
    } else {
      for (int level = session.depth(node.set()); level >= 0; level--) {
        session.act(new Act.Delete(node.set(), level));
      }
    }
  }

  /** Removes rows of a node that nothing else points at any more, in one statement. */
  void remove(Node node, RowSet rows) {
    work.graph().structure().references().stream()
        .filter(r -> isSelf(r, node) && r.onDelete() == Rule.RESTRICT)
        .forEach(r -> letGo(node, rows, r));
    session.act(new Act.Delete(rows));
    verified(node, session.left(rows, Fate.GOES));
  }

  /** Rows that go let go of each other, where their column can be null. */
  private boolean letGo(Node node, RowSet rows, Reference reference) {
    Map<String, Rewrite> loose = loose(node, reference);
    if (!loose.isEmpty()) {
      session.act(new Act.Change(rows, Set.of(Fate.GOES), loose));
    }
    return !loose.isEmpty();
  }

  private static boolean isSelf(Reference reference, Node node) {
    return reference.table().equals(node.set().table())
        && reference.to().equals(node.set().table());
  }

  /** Whoever points goes before what it points at; a circle is opened where it can be. */
  private Order childrenFirst(List<Node> nodes) {
    List<Node> rest = new ArrayList<>(nodes);
    Order order = new Order(new ArrayList<>(), new ArrayList<>());
    Set<Reference> opened = new java.util.HashSet<>();
    while (!rest.isEmpty()) {
      Optional<Node> next = rest.stream().filter(n -> isFree(n, rest, opened)).findFirst();
      if (next.isPresent()) {
        rest.remove(next.get());
        order.nodes().add(next.get());
      } else {
        order.openings().add(open(work.graph().structure(), rest, opened));
      }
    }
    return order;
  }

  private boolean isFree(Node node, List<Node> rest, Set<Reference> opened) {
    return work.graph().structure().references().stream()
        .filter(r -> r.to().equals(node.set().table()) && !isSelf(r, node))
        .filter(r -> !opened.contains(r))
        .noneMatch(r -> rest.stream().anyMatch(n -> n.set().table().equals(r.table())));
  }

  /** Lets go of one foreign key of the circle, in rows that go anyway. */
  private static Act open(Structure structure, List<Node> rest, Set<Reference> opened) {
    for (Reference reference : structure.references()) {
      Optional<Node> from =
          rest.stream().filter(n -> n.set().table().equals(reference.table())).findFirst();
      boolean within =
          from.isPresent()
              && rest.stream().anyMatch(n -> n.set().table().equals(reference.to()))
              && !reference.table().equals(reference.to())
              && !opened.contains(reference);
      if (within) {
        Map<String, Rewrite> loose = loose(from.get(), reference);
        if (!loose.isEmpty()) {
          opened.add(reference);
          return new Act.Change(from.get().set(), Set.of(Fate.GOES), loose);
        }
      }
    }
    throw EngineProblem.STRUCTURE.because(
        "The foreign keys of "
            + rest.stream().map(n -> n.set().table().toString()).sorted().toList()
            + " form a circle that no row can leave.",
        "Let one of their columns be null, or give one of the tables an end other than delete.");
  }

  private static Map<String, Rewrite> loose(Node node, Reference reference) {
    return reference.columns().stream()
        .flatMap(c -> node.table().column(c).stream())
        .filter(Description.Column::nullable)
        .filter(c -> !node.set().key().contains(c.name()))
        .collect(Collectors.toMap(Description.Column::name, c -> new Rewrite.Null()));
  }

  /** Reads again by the keys: nothing that was to go is there, and nobody is found by name. */
  private void verify(Node node) {
    long left = goes(node) ? session.left(node.set(), Fate.GOES) : 0;
    RowSet set = node.set();
    List<Match> known =
        work.gathering().spelled().getOrDefault(node.id(), List.of()).stream()
            .filter(m -> isField(node, m.column()))
            .toList();
    boolean ends = work.decision(node).filter(d -> !d.ends().isEmpty()).isPresent();
    if (ends && !known.isEmpty()) {
      long matching = session.matching(set, known, Fate.NOT_REACHED);
      left += Math.max(0, matching - archived.getOrDefault(node.id(), 0L));
    }
    verified(node, left);
  }

  private static void verified(Node node, long left) {
    if (left > 0) {
      throw EngineProblem.LEFT_OVER.because(
          left + " rows of " + node.set().table() + " are still there after they were erased.",
          "Look for a trigger or a rule of the database that brings them back. This transaction did nothing.");
    }
  }

  /** A column whose values end; one that names the owner ends only with its row. */
  private boolean isField(Node node, String column) {
    return node.place().stream()
        .flatMap(p -> p.fields().entrySet().stream())
        .filter(e -> e.getValue().isWhole() && e.getValue().column().equals(column))
        .anyMatch(
            e -> work.decision(node).filter(d -> d.ends().containsKey(e.getKey())).isPresent());
  }
}
