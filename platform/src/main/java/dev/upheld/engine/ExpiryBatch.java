package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.TimedRows;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One batch of a rule within the running transaction: takes a piece of the list, holds what must
 * stay, gathers what goes with the rest, and does it. Where something that would go must stay, the
 * row it belongs to stays as well.
 */
final class ExpiryBatch {
  /** The number of a set of its own, of which no system has as many. */
  private static final int PLACEHOLDER = 999_999;

  private final ActSession session;
  private final Expiry rule;
  private final Graph graph;
  private final Node seed;
  private final ExpiryReach.Guards guards;
  private final SystemWork.Time time;
  private final Optional<Summing> summing;
  private final Filing filing;
  private final Set<RowSet> used = new LinkedHashSet<>();

  ExpiryBatch(Workspace workspace, Expiry rule, ActSession session, Sparing sparing) {
    this.session = session;
    this.rule = rule;
    Collection<Place> places =
        workspace.map().places().getOrDefault(rule.system(), Map.of()).values();
    this.graph = Graph.of(rule.system(), session.describe(), session.structure(), places);
    this.seed =
        graph
            .node(rule.kept().place().id())
            .orElseThrow(() -> new IllegalArgumentException("the rule's place is on no map"));
    Set<String> identifying = Reach.identifying(workspace.charter());
    RowBars rows = new RowBars(workspace, rule.system(), session, graph, sparing.barring()::rows);
    Owners owners = new Owners(session, graph, sparing.barring(), identifying, rows);
    this.guards = new ExpiryReach.Guards(owners, sparing.warned());
    this.summing = Summing.of(rule, identifying);
    this.filing = new Filing(workspace, rule, session);
    KeepAt.Time read = rule.kept().time();
    this.time = new SystemWork.Time(read.now(), read.charter(), read.system());
  }

  /** Refuses where the account does not see all that the rule may touch. */
  ExpiryBatch seeing() {
    session.inVain(
        () -> {
          new Seeing(rule, graph).look(session, seed);
          return true;
        });
    return this;
  }

  /** Lists the rows past their time; they are counted. */
  long list() {
    rule.ends().entrySet().stream()
        .filter(end -> end.getValue() == EndAction.REASSIGN)
        .flatMap(
            end -> Optional.ofNullable(rule.kept().place().fields().get(end.getKey())).stream())
        .forEach(this::placeholder);
    summing.ifPresent(sums -> sums.check(session, rule.kept().place()));
    return session.timed().list(seed.set(), rule.kept().keeping());
  }

  /** Whoever a column is given to must be there, where the data map says what it points at. */
  private void placeholder(Field field) {
    for (Link link : rule.kept().place().links()) {
      Optional<Node> to = graph.node(link.place());
      if (link.columns().equals(List.of(field.column())) && to.isPresent()) {
        Node owner = to.get();
        RowSet one = new RowSet(PLACEHOLDER, owner.set().table(), owner.set().key());
        session.open(one);
        Match match = new Match(link.key().getFirst(), field.to().stream().toList(), false);
        long found = session.find(one, List.of(match));
        session.timed().forget(List.of(one));
        if (found == 0) {
          throw EngineProblem.MAP.because(
              field.at()
                  + ": "
                  + owner.set().table()
                  + " has no row "
                  + field.to().orElse("")
                  + " that "
                  + field.name()
                  + " could be given to.",
              "Add the placeholder row, or correct to in the data map. Nothing was done.");
        }
      }
    }
  }

  /** What would become of a piece; to be rolled back. */
  Expired judge(TimedRows.Piece piece) {
    guards.owners().rows().look();
    Judged judged = settled(piece, false);
    judged.work().withLeaves(false);
    new SystemAct(judged.work(), filing).check(rule.system());
    return judged.expired();
  }

  /**
   * Does a piece.
   *
   * @param act under which the system remembers it; empty where it has no memory
   */
  Expired act(TimedRows.Piece piece, Optional<String> act) {
    filing.begin(act);
    Expired done = plainly(piece).orElseGet(() -> wholly(piece));
    if (done.touched() > 0) {
      act.ifPresent(name -> session.remember(name, rule.digest(), filing.figures(done)));
    }
    return done;
  }

  /** Rows that move into files of another system. */
  Filing filing() {
    return filing;
  }

  /**
   * What went without a list.
   *
   * @param more whether some may be left that are past their time
   */
  record Some(Expired done, boolean more) {}

  /**
   * Removes some rows without a list, where they go by themselves.
   *
   * @return what went, which may be nothing; empty where more has to be looked at
   */
  Optional<Some> some(long atMost, Optional<String> act) {
    return isPlain()
        ? session
            .timed()
            .removeSome(seed.set(), rule.kept().keeping(), atMost)
            .map(removed -> new Some(gone(removed.rows(), act), removed.more()))
        : Optional.empty();
  }

  private Expired gone(long rows, Optional<String> act) {
    if (rows == 0) {
      return Expired.NOTHING;
    }
    Expired done = Expired.plain(new TimedRows.Piece(0, rows), seed.id(), rows);
    act.ifPresent(name -> session.remember(name, rule.digest(), done.json()));
    return done;
  }

  /** The rows of the rule's place, after they were judged. */
  RowSet rows() {
    return seed.set();
  }

  /** The set of rows of another place; empty where it is on no map of this system. */
  Optional<RowSet> rows(String place) {
    return graph.node(place).map(Node::set);
  }

  /** Whole partitions of the rule's table. */
  ExpiryParts parts() {
    ExpiryReach reach = new ExpiryReach(rule, session, graph, guards, true);
    return new ExpiryParts(rule, session, graph, guards.owners(), reach);
  }

  /** What is on hold is asked anew: a hold that was set meanwhile holds from here on. */
  private boolean isPlain() {
    guards.owners().rows().look();
    return new ExpiryReach(rule, session, graph, guards, true).isPlain(seed);
  }

  private Expired wholly(TimedRows.Piece piece) {
    Judged judged = settled(piece, true);
    judged.work().withLeaves(true);
    Expired done = judged.expired();
    if (done.touched() > 0) {
      summing.ifPresent(sums -> session.act(sums.of(seed.set())));
      new SystemAct(judged.work(), filing).perform();
      over();
    }
    return done;
  }

  /** Where rows go by themselves; empty where more has to be looked at. */
  private Optional<Expired> plainly(TimedRows.Piece piece) {
    if (!isPlain()) {
      return Optional.empty();
    }
    OptionalLong removed = session.timed().remove(seed.set(), piece, rule.kept().keeping());
    return removed.isEmpty()
        ? Optional.empty()
        : Optional.of(Expired.plain(piece, seed.id(), removed.getAsLong()));
  }

  /** A piece of which it is known what goes. */
  private record Judged(SystemWork work, ExpiryReach reach, long taken, Map<Integer, Long> kept) {
    Expired expired() {
      return Expired.of(taken, work.steps(), reach.reasons(kept)).told(reach.told());
    }
  }

  private Judged settled(TimedRows.Piece piece, boolean acting) {
    Map<Integer, Long> kept = new HashMap<>();
    while (true) {
      forget();
      Round round = round(piece, acting);
      Map<Integer, Long> held =
          held(seed) > sum(round.early())
              ? session.timed().keepBack(seed.set(), piece, Fate.HUSK)
              : round.early();
      held.forEach((fate, rows) -> kept.merge(fate, rows, Long::sum));
      if (held.equals(round.early())) {
        long rows = round.taken() + sum(kept) - sum(held);
        return new Judged(round.work(), round.reach(), rows, kept);
      }
    }
  }

  /**
   * One try.
   *
   * @param taken rows of the piece that nothing kept back before
   * @param early of these, rows that were held before anything was gathered from them
   */
  private record Round(SystemWork work, ExpiryReach reach, long taken, Map<Integer, Long> early) {}

  private Round round(TimedRows.Piece piece, boolean acting) {
    ExpiryReach reach = new ExpiryReach(rule, session, graph, guards, acting);
    SystemWork work = work(reach);
    AtomicLong taken = new AtomicLong();
    Map<Integer, Long> early = new HashMap<>();
    work.judge(
        seed,
        () -> {
          taken.set(session.timed().take(seed.set(), piece));
          reach.holdSeeds(seed);
          early.putAll(session.timed().keepBack(seed.set(), piece, Fate.HUSK));
        },
        rule.rowGoes(),
        reach::matters);
    work.gathering().gathered().forEach(n -> used.add(n.set()));
    return new Round(work, reach, taken.get(), early);
  }

  private static long sum(Map<Integer, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  private SystemWork work(ExpiryReach reach) {
    Younger none = Younger.of(session, ErasureOrder.on(ErasureGround.NO_LONGER_NECESSARY), time);
    return new SystemWork(session, graph, reach, time, none);
  }

  private long held(Node node) {
    return session.fates(node.set()).entrySet().stream()
        .filter(e -> e.getKey() >= Fate.HUSK)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Rows that stay must not be past their time any more, or the next run finds them again. */
  private void over() {
    if (rule.rowGoes()) {
      return;
    }
    session.turn(seed.set(), Fate.FIELDS_END, Fate.GOES);
    long ended = session.fates(seed.set()).getOrDefault(Fate.GOES, 0L);
    long over =
        session.timed().hold(seed.set(), rule.kept().keeping().ofEvery(), ExpiryReach.CHANGED);
    if (over < ended) {
      throw EngineProblem.LEFT_OVER.because(
          (ended - over)
              + " rows of "
              + seed.set().table()
              + " still count as past their time after their fields ended.",
          "Bind the state "
              + KeptRows.done(rule.kept().keep().then())
              + " in the data map to a test that is true once they ended. Nothing was done.");
    }
  }

  private void forget() {
    used.addAll(guards.owners().climbed());
    session.timed().forget(used);
    used.clear();
  }
}
