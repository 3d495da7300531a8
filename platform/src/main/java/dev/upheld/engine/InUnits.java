package dev.upheld.engine;

import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Remembered;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Slice;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Carries a plan out in one system in several transactions. Each takes rows off so that the system
 * is sound and whoever begins anew finds the rest, and writes into the system how far all of it is;
 * the last one looks at everything and writes what a single transaction would have written. Going
 * on after a crash or a pause is the same as going on.
 */
final class InUnits {
  /** Sets of rows taken for one transaction are numbered from here. */
  private static final int SLICES = 1_000_000;

  private final ActSession session;
  private final Approved approved;
  private final CommitUnits units;
  private final Supplier<SystemWork> judging;
  private final Manner manner;
  private final LongConsumer reached;
  private Optional<Part> committed = Optional.empty();

  /**
   * @param approved done in several transactions
   * @param judging gathers and judges all rows anew, none of which is gone at once
   * @param reached hears after each transaction how many rows are done
   */
  InUnits(
      ActSession session,
      Approved approved,
      Supplier<SystemWork> judging,
      Manner manner,
      LongConsumer reached) {
    this.session = session;
    this.approved = approved;
    this.units = approved.system().units().orElseThrow();
    this.judging = judging;
    this.manner = manner;
    this.reached = reached;
  }

  /**
   * Does all of it, or what an earlier try left.
   *
   * @throws ProblemException where it cannot go on; what is committed stays done, and is told
   */
  Remembered act() {
    try {
      return rounds();
    } catch (ProblemException e) {
      boolean paused = e.problems().stream().allMatch(p -> p.code() == EngineProblem.PAUSED);
      throw paused ? e : committed.map(part -> partly(part, e)).orElse(e);
    }
  }

  private Remembered rounds() {
    while (true) {
      long before = System.nanoTime();
      Round round = session.inOne(this::begun);
      long since = System.nanoTime();
      long fresh = Math.max(manner.fresh(), 2 * (since - before)); // or gathering is all it does
      while (round.done.isEmpty()
          && !round.isAlmostDone()
          && !round.work.isStale()
          && System.nanoTime() - since < fresh) {
        told(round.part);
        session.inOne(round::goOn);
      }
      if (round.done.isPresent()) {
        return round.done.get();
      }
      told(round.part);
    }
  }

  private void told(Part part) {
    committed = Optional.of(part);
    reached.accept(part.rows());
    if (manner.paused().getAsBoolean()) {
      throw paused(part.rows(), approved.system().touched());
    }
  }

  static ProblemException paused(long rows, long of) {
    return EngineProblem.PAUSED.because(
        "Paused after " + rows + " of " + of + " rows.", "Resume it when it may go on.");
  }

  private Round begun() {
    committed = session.lastRemembered(Part.begin(approved.act())).map(Part::of);
    Round round = new Round(committed);
    round.unit(true);
    return round;
  }

  /** The same trouble, with what was done before it. */
  private ProblemException partly(Part part, ProblemException e) {
    String done =
        "In "
            + approved.system().system()
            + ", "
            + part.rows()
            + " of "
            + approved.system().touched()
            + " rows are done, in "
            + part.number()
            + " transactions, and stay done. ";
    return new ProblemException(
        e.problems().stream().map(p -> Problem.of(p.code(), done + p.what(), p.mend())).toList());
  }

  /** What is done with rows that were gathered once. */
  private final class Round {
    private final SystemWork work;
    private final SystemAct act;
    private final Deque<Node> left;
    private final Set<String> apart = new HashSet<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final long together;
    private final Map<String, List<Act.Detach>> letGo = new HashMap<>();
    private Part part;
    private Optional<Remembered> done = Optional.empty();

    Round(Optional<Part> before) {
      work = judging.get();
      before.ifPresent(p -> work.after(p.marks()));
      List<PlaceStep> steps = work.steps();
      before.ifPresentOrElse(
          done -> Unchanged.since(approved.system(), done, steps),
          () -> Unchanged.since(approved.system(), steps));
      part = before.map(p -> p.found(steps)).orElseGet(() -> Part.first(steps));
      act = new SystemAct(work);
      steps.forEach(s -> rows.put(s.place(), s.counts().touched()));
      Peeling peeling = Peeling.of(work, steps);
      together = peeling.together();
      left = new ArrayDeque<>(peeling.apart());
      for (Node node : peeling.apart()) {
        apart.add(node.id());
        letGo.put(node.id(), work.detaches(node, slice(node)));
      }
    }

    /**
     * Only rows gathered in the very transaction are taken for all there are: whatever comes
     * between two of them is found by whoever begins anew.
     */
    boolean isAlmostDone() {
      long rest = left.stream().mapToLong(n -> Math.max(0, rows.getOrDefault(n.id(), 0L))).sum();
      return rest == 0 || rest + together <= units.most();
    }

    boolean goOn() {
      work.lock();
      unit(false);
      return true;
    }

    /**
     * One transaction's worth.
     *
     * @param finishing whether it may be the last one
     */
    void unit(boolean finishing) {
      long room = units.most();
      while (room > 0 && !left.isEmpty()) {
        Node node = left.getFirst();
        long taken = change(node, room);
        taken += remove(node, room - taken);
        room -= taken;
        if (rows.merge(node.id(), -taken, Long::sum) <= 0 || taken == 0) {
          left.removeFirst();
        }
      }
      part = part.next();
      if (finishing && left.isEmpty() && (together <= room || room == units.most())) {
        finish();
      } else {
        session.remember(part.name(approved.act()), approved.digest(), part.figures());
      }
    }

    private void finish() {
      work.refresh();
      act.perform(apart);
      String figures = PlanJson.text(PlanJson.steps(part.whole()));
      session.remember(approved.act(), approved.digest(), figures);
      done = session.remembered(approved.act());
    }

    private long change(Node node, long room) {
      Set<Integer> fates = work.changing(node);
      if (fates.isEmpty() || room == 0) {
        return 0;
      }
      RowSet slice = slice(node);
      String mark = part.marks().getOrDefault(node.id(), "");
      long taken = session.take(node.set(), slice, Slice.after(fates, mark, room));
      if (taken > 0) {
        act.archive(node, slice);
        act.end(node, slice);
        part = part.upTo(node.id(), session.last(slice)).and(node.id(), counts(slice));
      }
      return taken;
    }

    private PlaceStep.Counts counts(RowSet slice) {
      Map<Integer, Long> fates = session.fates(slice);
      long husks = fates.getOrDefault(Fate.HUSK, 0L);
      long named = fates.getOrDefault(Fate.NAMED_IN, 0L);
      long all = fates.values().stream().mapToLong(Long::longValue).sum();
      return new PlaceStep.Counts(0, all - husks - named, husks, named, 0);
    }

    private long remove(Node node, long room) {
      if (room == 0) {
        return 0;
      }
      RowSet slice = slice(node);
      long taken = session.take(node.set(), slice, Slice.deepest(Fate.GOES, room));
      if (taken > 0) {
        act.archive(node, slice);
        letGo.getOrDefault(node.id(), List.of()).forEach(session::act);
        act.remove(node, slice);
        session.gone(node.set(), slice);
        part = part.and(node.id(), new PlaceStep.Counts(taken, 0, 0, 0, 0));
      }
      return taken;
    }

    private static RowSet slice(Node node) {
      RowSet set = node.set();
      return new RowSet(SLICES + set.number(), set.table(), set.key());
    }
  }
}
