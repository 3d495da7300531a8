package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Keeping;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.TimedRows;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a rule of retention decides. Rows of other places go with the row they belong to only where
 * every promise about them lets them; what somebody is on hold for, nobody touches.
 */
final class ExpiryReach implements Deciding {
  /** The row's time is not over any more: somebody changed it meanwhile. */
  static final int CHANGED = 200;

  /** It belongs to somebody of whom nothing may be erased now. */
  static final int PERSON = 201;

  /** Nobody was told before that it goes, though the charter promises it. */
  static final int UNTOLD = 202;

  /** Somebody was told, and not long enough ago. */
  static final int TOLD_LATELY = 203;

  /** The first of the promises that want it kept; the next ones follow. */
  static final int PROMISE = 210;

  private final Expiry rule;
  private final ActSession session;
  private final Graph graph;
  private final Owners owners;
  private final Telling telling;
  private final boolean acting;
  private final List<KeepAt> promises;

  /**
   * Who has a say in what becomes of people's rows.
   *
   * @param owners people of whom nothing may be erased now
   * @param warned people who were told in time
   */
  record Guards(Owners owners, Warned warned) {}

  /**
   * @param acting whether rows are kept from changing before they are judged
   */
  ExpiryReach(Expiry rule, ActSession session, Graph graph, Guards guards, boolean acting) {
    this.rule = rule;
    this.session = session;
    this.graph = graph;
    this.owners = guards.owners();
    this.telling = new Telling(session, guards.warned(), rule.system());
    this.acting = acting;
    this.promises = rule.others().stream().filter(o -> !rule.isOwn(o)).toList();
  }

  @Override
  public Decision decide(Place place) {
    boolean own = place.id().equals(rule.kept().place().id());
    if (own && !rule.rowGoes()) {
      return new Decision(rule.ends(), Map.of(), List.of(), List.of());
    }
    boolean moves = !own || rule.kept().keep().then() == EndAction.ARCHIVE;
    List<Decision.Move> to =
        Optional.ofNullable(rule.archives().get(place.id())).filter(_ -> moves).stream()
            .map(a -> new Decision.Move(a.system(), a.place(), a.event(), "the next stage"))
            .toList();
    return new Decision(Map.of("*", EndAction.DELETE), Map.of(), List.of(), to);
  }

  @Override
  public Set<String> undecided() {
    return Set.of();
  }

  @Override
  public boolean leavesHeldAsTheyAre() {
    return true;
  }

  /** Whether its rows must be looked at before they go. */
  boolean matters(Node node) {
    return !owners.words(node).isEmpty()
        || owners.rows().touch(node)
        || promises.stream().anyMatch(p -> speaks(p, node));
  }

  @Override
  public void hold(Node node) {
    if (isSeed(node)) {
      if (session.depth(node.set()) > 0) {
        holdSeeds(node); // rows of the same place that belong to them have a time of their own
      }
    } else {
      if (matters(node)) {
        lock(node);
        holdAll(node);
      }
      owners.pointedAt(node, PERSON);
    }
  }

  /**
   * Whether rows of the rule's place go by themselves: nothing with them, and nothing holds them.
   */
  boolean isPlain(Node seed) {
    return goesWithoutTrace()
        && graph.edges().stream().noneMatch(e -> e.parent().id().equals(seed.id()))
        && graph.pointers(seed).isEmpty()
        && !graph.isWatched(seed.set().table())
        && promises.stream().noneMatch(p -> speaks(p, seed))
        && !owners.rows().touch(seed)
        && !owners.any();
  }

  private boolean goesWithoutTrace() {
    EndAction then = rule.kept().keep().then();
    return !Telling.isWanted(rule.kept())
        && rule.rowGoes()
        && then != EndAction.ARCHIVE
        && then != EndAction.AGGREGATE;
  }

  /** Whether whole partitions of the rule's place may go, where none of their rows is held. */
  boolean mayGoWhole(Node seed) {
    return goesWithoutTrace()
        && promises.stream()
            .filter(p -> speaks(p, seed))
            .noneMatch(p -> p.asks().isEmpty() && !timed(p, seed).isEmpty());
  }

  /** What other promises want kept of the rule's place. */
  List<Keeping> others(Node seed) {
    return promises.stream()
        .filter(p -> speaks(p, seed))
        .flatMap(p -> keeping(p).stream())
        .toList();
  }

  private boolean isSeed(Node node) {
    return node.id().equals(rule.kept().place().id());
  }

  private void lock(Node node) {
    if (acting) {
      session.lock(node.set());
    }
  }

  /** Holds rows of the rule's own place that must stay, whatever goes with them. */
  void holdSeeds(Node node) {
    lock(node);
    session.timed().hold(node.set(), rule.kept().keeping().ofEvery(), CHANGED);
    holdAll(node);
    owners.needed(node);
    owners.pointedAt(node, PERSON);
    if (Telling.isWanted(rule.kept())) {
      telling.hold(node, rule.kept());
    }
  }

  /** Of how many rows of the rule's place the people were told in time. */
  long told() {
    return telling.told();
  }

  private void holdAll(Node node) {
    for (int i = 0; i < promises.size(); i++) {
      if (speaks(promises.get(i), node)) {
        holdFor(promises.get(i), node, PROMISE + i);
        holdUntold(promises.get(i), node);
      }
    }
    owners.hold(node, PERSON);
  }

  /** What goes along with a row goes no more unannounced than by the promise about itself. */
  private void holdUntold(KeepAt promise, Node node) {
    if (Telling.isWanted(promise) && promise.place().id().equals(node.id())) {
      telling.hold(node, promise);
    }
  }

  /** Rows without a time of their own have that of the rows they belong to. */
  private void holdFor(KeepAt promise, Node node, int fate) {
    List<Edge> to = promise.asks().isEmpty() ? timed(promise, node) : List.of();
    for (Edge edge : to) {
      for (KeepAt above : of(promise, edge.parent())) {
        keeping(above)
            .ifPresent(
                k ->
                    owners.above(
                        edge, node.set(), fate, rows -> session.timed().hold(rows, k, fate)));
      }
    }
    keeping(promise)
        .ifPresent(
            k -> unlinked(k, to).forEach(held -> session.timed().hold(node.set(), held, fate)));
  }

  /**
   * What a promise keeps of rows that belong to none of those that tell their time: nobody can say
   * that it is over. A way of several columns leads nowhere as soon as one of them is null.
   */
  private static List<Keeping> unlinked(Keeping keeping, List<Edge> to) {
    List<List<Condition>> ways = List.of(List.of());
    for (Edge edge : to) {
      List<List<Condition>> longer = new ArrayList<>();
      for (List<Condition> way : ways) {
        for (String column : edge.columns()) {
          List<Condition> next = new ArrayList<>(way);
          next.add(new Condition.IsNull(column, false));
          longer.add(next);
        }
      }
      ways = longer;
    }
    return ways.stream().map(nulls -> with(keeping, nulls)).toList();
  }

  private static Keeping with(Keeping keeping, List<Condition> also) {
    List<Condition> meant = new ArrayList<>(also);
    keeping.meant().ifPresent(meant::add);
    return new Keeping(
        Condition.allOf(meant), keeping.settled(), keeping.asks(), keeping.now(), keeping.zone());
  }

  private List<Edge> timed(KeepAt promise, Node node) {
    return graph.edges().stream()
        .filter(e -> e.child().id().equals(node.id()) && !e.parent().id().equals(node.id()))
        .filter(e -> !of(promise, e.parent()).isEmpty())
        .toList();
  }

  /** What the same promise says of another place, where it can tell. */
  private List<KeepAt> of(KeepAt promise, Node node) {
    return rule.others().stream()
        .filter(o -> o.keep().id().equals(promise.keep().id()) && !o.asks().isEmpty())
        .filter(o -> o.place().id().equals(node.id()))
        .toList();
  }

  /** Whether a promise speaks of data that the rule would end in these rows. */
  private boolean speaks(KeepAt other, Node node) {
    boolean there =
        graph
            .node(other.place().id())
            .filter(n -> n.set().table().equals(node.set().table()))
            .isPresent();
    return there && matters(other);
  }

  private boolean matters(KeepAt other) {
    return rule.rowGoes() || columns(other).stream().anyMatch(ended()::contains);
  }

  private Set<String> ended() {
    return rule.ends().keySet().stream()
        .flatMap(name -> Optional.ofNullable(rule.kept().place().fields().get(name)).stream())
        .map(Field::column)
        .collect(Collectors.toSet());
  }

  private static Set<String> columns(KeepAt other) {
    return KeptRows.fields(other.keep(), other.place()).stream()
        .map(Field::column)
        .collect(Collectors.toSet());
  }

  /** What another promise wants kept; empty where nothing tells that it wants anything. */
  private Optional<Keeping> keeping(KeepAt other) {
    Keeping keeping = other.keeping();
    boolean archives = other.keep().then() == EndAction.ARCHIVE;
    boolean nowhere = archives && !rule.archives().containsKey(other.place().id());
    if (other.keep().then() == EndAction.KEEP || nowhere) {
      return Optional.of(never(keeping));
    }
    boolean ownActivity = other.keep().header().activity().equals(activity());
    boolean untold = keeping.asks().isEmpty();
    boolean goesWithIt = untold && ownActivity && !other.keep().atLeast();
    return goesWithIt ? Optional.empty() : Optional.of(keeping);
  }

  private Optional<String> activity() {
    return rule.kept().keep().header().activity();
  }

  private static Keeping never(Keeping keeping) {
    return new Keeping(
        keeping.meant(), keeping.settled(), List.of(), keeping.now(), keeping.zone());
  }

  /** Rows stay whose own rows must stay, step by step up to where it began. */
  @Override
  public void holdOwners(List<Node> gathered) {
    Deque<Node> held = new ArrayDeque<>(gathered.stream().filter(this::isHeld).toList());
    while (!held.isEmpty()) {
      Node child = held.remove();
      for (Edge edge : graph.edges()) {
        if (edge.child().id().equals(child.id()) && gathered.contains(edge.parent())) {
          TimedRows.Pointers by = new TimedRows.Pointers(child.set(), edge.columns());
          RowSet owners = edge.parent().set();
          long more = session.timed().holdOwners(owners, edge.key(), by, Fate.HUSK);
          if (more > 0 && !held.contains(edge.parent())) {
            held.add(edge.parent());
          }
        }
      }
    }
  }

  private boolean isHeld(Node node) {
    return session.fates(node.set()).keySet().stream().anyMatch(fate -> fate >= Fate.HUSK);
  }

  /** What held rows, in words, by fate. */
  Map<String, Long> reasons(Map<Integer, Long> fates) {
    Map<String, Long> reasons = new TreeMap<>();
    fates.forEach((fate, rows) -> reasons.merge(reason(fate), rows, Long::sum));
    return reasons;
  }

  private String reason(int fate) {
    return switch (fate) {
      case CHANGED -> Expired.CHANGED;
      case PERSON -> Expired.PEOPLE;
      case UNTOLD -> Expired.UNTOLD;
      case TOLD_LATELY -> Expired.TOLD_LATELY;
      case Fate.HUSK -> Expired.POINTED_AT;
      default ->
          fate >= RowBars.FIRST
              ? owners.rows().reason(fate)
              : Expired.PROMISE + promises.get(fate - PROMISE).keep().id();
    };
  }
}
