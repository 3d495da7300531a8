package dev.upheld.engine;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Partitions.Over;
import dev.upheld.connect.act.Partitions.Partition;
import dev.upheld.connect.act.Remembered;
import dev.upheld.connect.act.TimedRows;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Ends rows past their time, batch by batch, each with all that goes with it in one transaction
 * that also remembers it. What was interrupted is found again by its age: nothing has to be
 * resumed, and nothing can be done twice.
 */
public final class Expiring implements Ending {
  /** Rows that a dry run looks at in one piece. */
  private static final int LOOK = 50_000;

  private final Function<SystemEntry, ActSession> open;
  private final Optional<ActLines> lines;
  private final Sparing sparing;
  private final InstantSource clock;

  /**
   * @param open a line to a system that may change it
   * @param sparing what keeps rows that are past their time; asked in every batch
   */
  public Expiring(Function<SystemEntry, ActSession> open, Sparing sparing, InstantSource clock) {
    this(open, Optional.empty(), sparing, clock);
  }

  private Expiring(
      Function<SystemEntry, ActSession> open,
      Optional<ActLines> lines,
      Sparing sparing,
      InstantSource clock) {
    this.open = open;
    this.lines = lines;
    this.sparing = sparing;
    this.clock = clock;
  }

  /** Where nobody was told anything, so that no row goes that needs a warning. */
  public Expiring(Function<SystemEntry, ActSession> open, Barring barring, InstantSource clock) {
    this(open, new Sparing(barring, Warned.NOBODY), clock);
  }

  /** What holds keep, told to whoever may only read. */
  public HeldAhead heldAhead() {
    return new HeldAhead(sparing.barring());
  }

  /** Lines that serve one rule after the other, until they are closed. */
  public ActLines lines() {
    return new ActLines(open, clock);
  }

  /** The same over such lines. */
  public Expiring over(ActLines kept) {
    return new Expiring(open, Optional.of(kept), sparing, clock);
  }

  private <T> T over(Workspace workspace, Expiry rule, Function<ActSession, T> work) {
    SystemEntry system = entry(workspace, rule);
    return lines.isPresent()
        ? lines.get().over(system, work)
        : ActLines.once(open.apply(system), work);
  }

  /** How rows or files of a rule end: by what kind of system they lie in. */
  public Ending of(Workspace workspace, Expiry rule) {
    SystemEntry entry = entry(workspace, rule);
    if (entry.isVault()) {
      return new ExpiringVault(sparing.barring());
    }
    return entry.folder().isPresent() ? new ExpiringFiles(sparing.barring(), clock) : this;
  }

  /**
   * How a run goes.
   *
   * @param run names its acts in the system's memory
   * @param halt asked between batches
   */
  public record Way(UUID run, Pace pace, BooleanSupplier halt, Progress progress) {}

  /**
   * What a run would do: the very work of a run, batch by batch, each rolled back.
   *
   * @throws dev.upheld.kernel.ProblemException where the map or the database leave no sound way, or
   *     the system does not answer
   */
  @Override
  public Foreseen look(Workspace workspace, Expiry rule, Progress progress) {
    return over(workspace, rule, session -> look(workspace, rule, session, progress));
  }

  private Foreseen look(Workspace workspace, Expiry rule, ActSession session, Progress progress) {
    ExpiryBatch batch = new ExpiryBatch(workspace, rule, session, sparing).seeing();
    Whole whole = partitions(batch.parts());
    long rows = session.inOne(batch::list);
    Expired sum = Expired.NOTHING;
    for (long after = 0; after < rows; after += LOOK) {
      progress.report("looking at " + rule.id(), after, rows);
      TimedRows.Piece piece = new TimedRows.Piece(after, Math.min(rows, after + LOOK));
      sum = sum.plus(session.inVain(() -> batch.judge(piece)));
    }
    return new Foreseen(sum, whole, session.remembers());
  }

  /** Partitions that would go as a whole; nothing is changed. */
  private static Whole partitions(ExpiryParts parts) {
    Over over = parts.over();
    SortedMap<String, Long> whole = new TreeMap<>();
    if (over.needs().isEmpty()) {
      for (Partition partition : over.partitions()) {
        parts.look(partition).ifPresent(rows -> whole.put(partition.name(), rows));
      }
    }
    return new Whole(whole, over.needs());
  }

  /**
   * Does it.
   *
   * @throws dev.upheld.kernel.ProblemException where a batch cannot be done; those before it are
   *     done, and remembered
   */
  @Override
  public Expired run(Workspace workspace, Expiry rule, Way way) {
    return over(
        workspace,
        rule,
        session -> {
          ExpiryBatch batch = new ExpiryBatch(workspace, rule, session, sparing).seeing();
          batch.filing().settle(clock.instant());
          Expired done = new Run(rule, session, batch, way, session.remembers(), clock).all();
          batch.filing().settle(clock.instant()); // what a batch left that was tried again
          return done;
        });
  }

  /**
   * Shows the rows that a run would end at the rule's instant were everybody told, a piece at a
   * time; nothing is changed.
   *
   * @param rule as it will be at that instant
   * @return what such a run would do
   * @throws dev.upheld.kernel.ProblemException as {@link #look}
   */
  public Expired foretell(Workspace workspace, Expiry rule, Foretelling told) {
    Sparing all = new Sparing(sparing.barring(), Warned.EVERYBODY);
    return over(
        workspace,
        rule,
        session -> told.each(session, new ExpiryBatch(workspace, rule, session, all).seeing()));
  }

  /** One run over one line. */
  private record Run(
      Expiry rule,
      ActSession session,
      ExpiryBatch batch,
      Way way,
      boolean remembers,
      InstantSource clock) {

    Expired all() {
      ExpiryBatch.Some first = byThemselves(partitions());
      Expired sum = first.done();
      if (!first.more() || way.halt().getAsBoolean()) {
        return sum.of(sum.listed(), !first.more());
      }
      long rows = session.inOne(batch::list);
      long before = sum.listed();
      long after = 0;
      while (after < rows && !way.halt().getAsBoolean()) {
        way.progress().report("ending rows of " + rule.id(), after, rows);
        long upTo = Math.min(rows, after + way.pace().rows());
        TimedRows.Piece piece = new TimedRows.Piece(after, upTo);
        Optional<String> act = next(sum);
        long since = clock.millis();
        Optional<Expired> done = unlessBlocked(() -> session.inOne(() -> batch.act(piece, act)));
        if (done.isPresent()) {
          batch.filing().committed();
          sum = sum.plus(done.get());
          took(upTo - after, since);
          after = upTo;
        }
      }
      return sum.of(before + rows, after >= rows);
    }

    /** What goes as a whole goes first; what cannot goes row by row with the others. */
    private Expired partitions() {
      Expired sum = Expired.NOTHING;
      Over over = batch.parts().over();
      if (over.needs().isEmpty()) {
        for (Partition partition : over.partitions()) {
          if (!way.halt().getAsBoolean()) {
            way.progress().report("ending rows of " + rule.id(), sum.listed(), sum.listed() + 1);
            Optional<Expired> gone = batch.parts().drop(partition, next(sum));
            sum = gone.map(sum::plus).orElse(sum);
          }
        }
      }
      return sum;
    }

    /** Rows that go by themselves need no list, as long as that is so. */
    private ExpiryBatch.Some byThemselves(Expired before) {
      Expired sum = before;
      while (!way.halt().getAsBoolean()) {
        way.progress().report("ending rows of " + rule.id(), sum.listed(), sum.listed() + 1);
        Optional<String> act = next(sum);
        int most = way.pace().rows();
        long since = clock.millis();
        Optional<Optional<ExpiryBatch.Some>> tried =
            unlessBlocked(
                () ->
                    session.removing(
                        batch.rows(), rule.kept().keeping(), most, () -> batch.some(most, act)));
        if (tried.isPresent()) {
          Expired done = tried.get().map(ExpiryBatch.Some::done).orElse(Expired.NOTHING);
          boolean more = tried.get().map(ExpiryBatch.Some::more).orElse(true);
          sum = sum.plus(done);
          if (done.listed() > 0) {
            took(done.listed(), since);
          }
          if (done.listed() == 0 || !more) {
            return new ExpiryBatch.Some(sum, more);
          }
        }
      }
      return new ExpiryBatch.Some(sum, true);
    }

    /**
     * Does a batch; empty where somebody else was at its rows too long, and it is to be tried again
     * with fewer of them. Nothing of it is done then.
     */
    private <T> Optional<T> unlessBlocked(Supplier<T> work) {
      try {
        return Optional.of(work.get());
      } catch (ProblemException e) {
        boolean late = e.problems().stream().allMatch(p -> p.code() == ConnectProblem.TIMED_OUT);
        if (late && !way.halt().getAsBoolean() && way.pace().blocked()) {
          return Optional.empty();
        }
        throw e;
      }
    }

    private Optional<String> next(Expired sum) {
      return remembers ? Optional.of(act(way.run(), sum.batches() + 1)) : Optional.empty();
    }

    private void took(long rows, long since) {
      way.pace().took(rows, Duration.ofMillis(clock.millis() - since));
    }
  }

  private static String act(UUID run, int number) {
    return "retain/" + run + "/" + number;
  }

  /**
   * What the system remembers of a run that did not come to its end, by whatever was its reason.
   *
   * @return empty where the system has no memory
   */
  @Override
  public Optional<Expired> remembered(Workspace workspace, Expiry rule, UUID run) {
    return over(workspace, rule, session -> remembered(workspace, rule, session, run));
  }

  private Optional<Expired> remembered(
      Workspace workspace, Expiry rule, ActSession session, UUID run) {
    if (!session.remembers()) {
      return Optional.empty();
    }
    new Filing(workspace, rule, session).settle(clock.instant());
    Expired sum = Expired.NOTHING;
    for (int number = 1; ; number++) {
      String act = act(run, number);
      Optional<Expired> done = remembered(workspace, rule, session, act);
      if (done.isEmpty()) {
        return Optional.of(sum.of(0, false));
      }
      sum = sum.plus(done.get());
    }
  }

  /** Whether a run left files of an archive unconfirmed, which {@link #settle} is for. */
  public boolean isUnsettled(Workspace workspace, Expiry rule) {
    return Filing.isOpen(workspace, rule);
  }

  /**
   * Settles files of an archive that a run left unconfirmed, also where nothing is due any more.
   *
   * @throws dev.upheld.kernel.ProblemException where system or archive do not answer
   */
  public void settle(Workspace workspace, Expiry rule) {
    if (isUnsettled(workspace, rule)) {
      over(
          workspace,
          rule,
          session -> {
            new Filing(workspace, rule, session).settle(clock.instant());
            return true;
          });
    }
  }

  /** An act, or a partition of which only the intent was written and which is no longer there. */
  private Optional<Expired> remembered(
      Workspace workspace, Expiry rule, ActSession session, String act) {
    Optional<Remembered> done = session.inVain(() -> session.remembered(act));
    if (done.isPresent()) {
      return Optional.of(Expired.of(done.get().figures()));
    }
    return session
        .inVain(() -> session.remembered(ExpiryParts.intent(act)))
        .map(meant -> Expired.of(meant.figures()))
        .filter(
            meant -> {
              ExpiryParts parts = new ExpiryBatch(workspace, rule, session, sparing).parts();
              return meant.partitions().keySet().stream().noneMatch(parts::isThere);
            });
  }

  /**
   * What a run would do.
   *
   * @param whole of it, what would go at once
   * @param remembers whether the system has a memory of acts
   */
  public record Foreseen(Expired would, Whole whole, boolean remembers) {}

  /**
   * Partitions that would go as a whole, with their rows.
   *
   * @param needs what the account would have to be granted for that; then no partition would go
   */
  public record Whole(SortedMap<String, Long> partitions, Optional<String> needs) {
    public static final Whole NONE = new Whole(new TreeMap<>(), Optional.empty());

    public Whole {
      partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    }
  }

  private static SystemEntry entry(Workspace workspace, Expiry rule) {
    return Optional.ofNullable(workspace.map().systems().get(rule.system()))
        .orElseThrow(() -> new IllegalArgumentException("no system of that name"));
  }
}
