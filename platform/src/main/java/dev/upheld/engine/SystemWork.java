package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Belonging;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Pointing;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Structure;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One person's rows in one system, gathered and judged within one transaction. The plan and the act
 * run the very same code up to here; the plan then only counts.
 */
final class SystemWork {
  private final ActSession session;
  private final Graph graph;
  private final Deciding reach;
  private final Time time;
  private final Gathering gathering;
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final Map<String, List<Kept>> kept = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Long>> fates = new HashMap<>();
  private final Younger younger;
  private final Map<String, String> marks = new HashMap<>();
  private Siblings siblings;
  private Optional<RowGuard> guard = Optional.empty();

  /** When and where times are read. */
  record Time(Instant now, ZoneId charter, ZoneId system) {}

  SystemWork(ActSession session, Graph graph, Deciding reach, Time time, Younger younger) {
    this.session = session;
    this.graph = graph;
    this.reach = reach;
    this.time = time;
    this.younger = younger;
    this.gathering = new Gathering(session, graph, younger);
    this.siblings = new Siblings(session, List.of());
  }

  /** The same, refusing where rows on hold would be reached. */
  SystemWork guarded(RowGuard by) {
    guard = Optional.of(by);
    return this;
  }

  /** Whether rows were put on hold since they were judged. */
  boolean isStale() {
    return guard.filter(RowGuard::isStale).isPresent();
  }

  /** Activities about which a person must decide; complete once judged. */
  Set<String> undecided() {
    return reach.undecided();
  }

  Gathering gathering() {
    return gathering;
  }

  Graph graph() {
    return graph;
  }

  ActSession session() {
    return session;
  }

  /** Whether rows are held by their age alone. */
  boolean byAge() {
    return younger.holds();
  }

  /** Rows up to these marks, by place, have been changed already, and count no more. */
  void after(Map<String, String> done) {
    marks.putAll(done);
  }

  /** The sets changed since they were judged. */
  void refresh() {
    fates.clear();
  }

  Optional<Decision> decision(Node node) {
    return Optional.ofNullable(decisions.get(node.id()));
  }

  /** How many rows of a node have which fate; judged before. */
  Map<Integer, Long> fates(Node node) {
    return fates.computeIfAbsent(node.id(), n -> session.fates(node.set()));
  }

  private boolean hasFree(Node node) {
    return fates(node).getOrDefault(RowSet.FREE, 0L) > 0;
  }

  /**
   * Gathers, and gives every row its fate.
   *
   * @param carried whether other systems name rows of a node as their owners
   * @param acting whether the rows that all hangs on are kept from changing meanwhile, and leaves
   *     go at once
   */
  void judge(Map<String, Gathering.Seeds> seeds, Predicate<Node> carried, boolean acting) {
    boolean byAge = younger.holds();
    guard.ifPresent(RowGuard::look);
    Predicate<Node> held = n -> guard.filter(g -> g.matters(n)).isPresent();
    Leaves leaves = new Leaves(graph, reach, seeds.keySet(), carried.or(held));
    gathering.gather(seeds, n -> !byAge && leaves.test(n));
    if (acting) {
      lock();
    }
    guard.ifPresent(g -> g.pass(gathering.gathered()));
    for (Node node : gathering.gathered()) {
      node.place().ifPresent(place -> judge(node, place));
    }
    siblings = new Siblings(session, gathering.gathered());
    husks();
    siblings.once();
    fates.clear();
    gathering
        .owned()
        .forEach((node, by) -> fates.put(node.id(), Map.of(Fate.GOES, owned(node, by, acting))));
  }

  /**
   * Gathers from rows of one place, and judges what hangs on them as well; nothing goes yet.
   *
   * @param adding puts the rows into the node's set, those that must stay under a fate that holds
   * @param spreading whether what belongs to the rows goes with them
   * @param carried nodes whose rows must be looked at before they go
   */
  void judge(Node from, Runnable adding, boolean spreading, Predicate<Node> carried) {
    Leaves leaves = new Leaves(graph, reach, Set.of(from.id()), carried);
    gathering.gather(from, adding, spreading, leaves);
    gathering.gathered().forEach(reach::hold);
    reach.holdOwners(gathering.gathered());
    for (Node node : gathering.gathered()) {
      node.place().ifPresent(place -> judge(node, place));
    }
    siblings = new Siblings(session, gathering.gathered());
    husks();
    siblings.once();
    fates.clear();
  }

  /** Counts what belongs to judged rows and was not gathered; where it is done, it goes at once. */
  void withLeaves(boolean acting) {
    gathering
        .owned()
        .forEach((node, by) -> fates.put(node.id(), Map.of(Fate.GOES, owned(node, by, acting))));
  }

  /** Keeps the rows that all hangs on from changing until the transaction ends. */
  void lock() {
    gathering.gathered().stream().filter(this::decides).forEach(n -> session.lock(n.set()));
  }

  private long owned(Node node, List<Belonging> by, boolean acting) {
    TableName table = node.set().table();
    return acting
        ? by.stream()
            .mapToLong(b -> session.act(new Act.DeleteOwned(table, b, Fate.NAMED_IN)))
            .sum()
        : stillOwned(node, by);
  }

  /** How many rows there are that were not gathered and belong to rows that were. */
  long stillOwned(Node node, List<Belonging> by) {
    return session.owned(node.set().table(), node.set().key(), by, Fate.NAMED_IN);
  }

  /** People, whom nothing may be added to, and rows whose age decides. */
  private boolean decides(Node node) {
    return node.isPeople()
        || node.place().filter(p -> !reach.decide(p).duties().isEmpty()).isPresent();
  }

  private void judge(Node node, Place place) {
    Decision decision = reach.decide(place);
    decisions.put(place.id(), decision);
    RowSet set = node.set();
    if (decision.ends().isEmpty()) {
      session.turn(set, Fate.GOES, Fate.NOT_REACHED);
      return;
    }
    kept.put(place.id(), new Duties(place, decision.duties()).judge(session, set, time));
    boolean rowsGo =
        decision.stays().isEmpty()
            && decision.ends().values().stream().allMatch(EndAction.DELETE::equals);
    if (!rowsGo) {
      session.turn(set, Fate.GOES, Fate.FIELDS_END);
    }
  }

  /** What must stay because something that stays points at it, and cannot let go. */
  private void husks() {
    fates.clear();
    boolean more = true;
    while (more) {
      more = siblings.hold() > 0;
      if (more) {
        fates.clear();
      }
      for (Node node : gathering.gathered()) {
        if (hasFree(node)) {
          for (Graph.Pointer pointer : graph.pointers(node)) {
            if (!pointer.detachable()
                && pointer.declared().isPresent()
                && !allGo(node, pointer)
                && session.holdPointedAt(node.set(), pointer.key(), opened(pointer), Fate.HUSK)
                    > 0) {
              more = true;
              fates.remove(node.id());
            }
          }
        }
      }
    }
  }

  /** Whether all rows that point so were gathered for that very reason, and go. */
  private boolean allGo(Node at, Graph.Pointer pointer) {
    return graph.edges().stream()
        .filter(e -> e.parent().id().equals(at.id()))
        .filter(e -> e.child().set().table().equals(pointer.pointing().table()))
        .filter(e -> e.child().set().only().isEmpty())
        .filter(e -> e.columns().equals(pointer.pointing().columns()))
        .filter(e -> e.key().equals(pointer.key()))
        .anyMatch(e -> fates(e.child()).keySet().stream().allMatch(fate -> fate == Fate.GOES));
  }

  /** The pointing rows' own sets count only where they were made. */
  private Pointing opened(Graph.Pointer pointer) {
    Pointing pointing = pointer.pointing();
    List<RowSet> made =
        pointing.own().stream()
            .filter(own -> gathering.gathered().stream().anyMatch(n -> n.set().equals(own)))
            .toList();
    return new Pointing(pointing.table(), pointing.columns(), made);
  }

  /** Fields that end in a node's rows of that fate. */
  Map<String, EndAction> ends(Node node, int fate) {
    Decision decision = decisions.get(node.id());
    boolean asItIs = fate > Fate.FIELDS_END && reach.leavesHeldAsTheyAre();
    if (decision == null || node.place().isEmpty() || fate < Fate.FIELDS_END || asItIs) {
      return Map.of();
    }
    Map<String, Field> fields = node.place().get().fields();
    Set<String> unchanged = new HashSet<>(siblings.spared(node, decisions));
    Set<String> wanted = new Duties(node.place().get(), decision.duties()).fields(fate);
    wanted.stream()
        .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
        .filter(Field::isWhole)
        .map(Field::column)
        .forEach(unchanged::add);
    Set<String> fixed = Fixed.of(node, graph.structure()).keySet();
    Map<String, EndAction> ends = new TreeMap<>(decision.ends());
    ends.keySet()
        .removeIf(
            name ->
                wanted.contains(name)
                    || Optional.ofNullable(fields.get(name))
                        .filter(f -> !unchanged.contains(f.column()) && !fixed.contains(f.column()))
                        .filter(f -> fate != Fate.NAMED_IN || matched(node).contains(f.column()))
                        .isEmpty());
    return fate == Fate.NOT_REACHED ? Map.of() : ends;
  }

  /** Fates of a node's rows in which something ends. */
  Set<Integer> changing(Node node) {
    return fates(node).keySet().stream()
        .filter(fate -> !ends(node, fate).isEmpty())
        .collect(Collectors.toSet());
  }

  /** How many rows of which fate something still happens to, or nothing does. */
  private Map<Integer, Long> counted(Node node) {
    Map<Integer, Long> all = fates(node);
    String mark = marks.get(node.id());
    if (mark == null) {
      return all;
    }
    Map<Integer, Long> counted = new TreeMap<>(all);
    Map<Integer, Long> after = session.fates(node.set(), mark);
    changing(node).forEach(fate -> counted.put(fate, after.getOrDefault(fate, 0L)));
    counted.values().removeIf(rows -> rows == 0);
    return counted;
  }

  private Set<String> matched(Node node) {
    return gathering.spelled().getOrDefault(node.id(), List.of()).stream()
        .map(Match::column)
        .collect(Collectors.toSet());
  }

  /** What each place's rows come to. */
  List<PlaceStep> steps() {
    Set<Node> reached = new HashSet<>(gathering.gathered());
    reached.addAll(gathering.owned().keySet());
    return graph.nodes().stream()
        .filter(reached::contains)
        .map(this::step)
        .filter(PlaceStep::says)
        .toList();
  }

  private PlaceStep step(Node node) {
    Map<Integer, Long> fates = counted(node);
    SortedMap<String, String> ends = new TreeMap<>();
    Map<Integer, Long> changed = new TreeMap<>();
    long asTheyAre = 0;
    for (Map.Entry<Integer, Long> fate : fates.entrySet()) {
      Map<String, EndAction> each = ends(node, fate.getKey());
      each.forEach((field, end) -> ends.put(field, end.id()));
      if (!each.isEmpty()) {
        changed.put(fate.getKey(), fate.getValue());
      } else if (fate.getKey() >= Fate.FIELDS_END && fate.getKey() <= Fate.NOT_REACHED) {
        asTheyAre += fate.getValue();
      }
    }
    long husks = changed.getOrDefault(Fate.HUSK, 0L);
    long named = changed.getOrDefault(Fate.NAMED_IN, 0L);
    long all = changed.values().stream().mapToLong(Long::longValue).sum();
    PlaceStep.Counts counts =
        new PlaceStep.Counts(
            fates.getOrDefault(Fate.GOES, 0L), all - husks - named, husks, named, asTheyAre);
    return new PlaceStep(
        node.id(),
        node.set().table().toString(),
        node.place().isPresent(),
        counts,
        kept.getOrDefault(node.id(), List.of()),
        ends,
        stays(node, fates),
        detached(node, counts),
        archived(node, counts),
        triggers(node, counts));
  }

  /** Why fields stay in rows that stay; refuses where that leaves the person to be found. */
  private SortedMap<String, String> stays(Node node, Map<Integer, Long> fates) {
    Decision decision = decisions.get(node.id());
    if (decision == null) {
      return new TreeMap<>();
    }
    SortedMap<String, String> stays = new TreeMap<>(decision.stays());
    boolean emptied =
        IntStream.rangeClosed(Fate.FIELDS_END, Fate.HUSK)
            .anyMatch(fate -> fates.getOrDefault(fate, 0L) > 0);
    if (emptied) {
      Fixed.fields(node, graph.structure())
          .forEach(
              (field, why) -> {
                if (decision.ends().containsKey(field)) {
                  unlessTelling(node, field, why);
                  stays.put(field, why);
                }
              });
    }
    return stays;
  }

  private void unlessTelling(Node node, String field, String why) {
    Optional<Field> found = node.place().map(p -> p.fields().get(field));
    if (found.filter(f -> matched(node).contains(f.column())).isPresent()) {
      throw EngineProblem.STRUCTURE.because(
          "The field " + field + " of " + node.id() + " names the person and cannot end: " + why,
          "Let the rows of " + node.id() + " go, or give them another key.");
    }
  }

  private SortedMap<String, Long> detached(Node node, PlaceStep.Counts counts) {
    SortedMap<String, Long> detached = new TreeMap<>();
    if (counts.deleted() > 0) {
      for (Act.Detach detach : detaches(node)) {
        long rows =
            session.pointing(detach.pointing(), detach.at(), detach.key(), Fate.NOT_REACHED);
        if (rows > 0) {
          detached.put(detach.pointing().table() + "." + String.join("+", detach.clear()), rows);
        }
      }
    }
    return detached;
  }

  /** The same for some of the rows, while others that go are still there. */
  List<Act.Detach> detaches(Node node, RowSet some) {
    TableName table = node.set().table();
    return graph.pointers(node).stream()
        .filter(Graph.Pointer::detachable)
        .filter(p -> p.pointing().table().equals(table) || !allGo(node, p))
        .map(
            p ->
                new Act.Detach(
                    p.pointing().table().equals(table)
                        ? new Pointing(table, p.pointing().columns(), List.of(some))
                        : opened(p),
                    some,
                    p.key(),
                    p.clear()))
        .toList();
  }

  /** What lets go of a node's rows before they go. */
  List<Act.Detach> detaches(Node node) {
    return graph.pointers(node).stream()
        .filter(Graph.Pointer::detachable)
        .filter(p -> !allGo(node, p))
        .map(p -> new Act.Detach(opened(p), node.set(), p.key(), p.clear()))
        .toList();
  }

  private SortedMap<String, Long> archived(Node node, PlaceStep.Counts counts) {
    SortedMap<String, Long> archived = new TreeMap<>();
    Decision decision = decisions.get(node.id());
    if (decision != null && counts.deleted() + counts.husks() > 0) {
      decision.archive().forEach(move -> archived.put(move.where(), moved(move, counts)));
    }
    return archived;
  }

  /** What stays as it is moves to no other system. */
  private static long moved(Decision.Move move, PlaceStep.Counts counts) {
    return counts.deleted() + (move.system().isPresent() ? 0 : counts.husks());
  }

  private List<String> triggers(Node node, PlaceStep.Counts counts) {
    boolean changes = counts.ended() + counts.husks() + counts.named() > 0;
    return graph.structure().triggers().stream()
        .filter(t -> t.table().equals(node.set().table()))
        .filter(t -> (t.onDelete() && counts.deleted() > 0) || (t.onUpdate() && changes))
        .map(Structure.Trigger::name)
        .sorted()
        .toList();
  }
}
