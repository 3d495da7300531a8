package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.ActLines;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs a rule while nobody else does: counted from outside before and after, and kept. */
final class RuleRun {
  /** Clocks of machines that share a store may differ by so much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Parts on;
  private final Workspace workspace;
  private final Retaining.Way way;

  /** What it stands on. */
  record Parts(RetentionStore kept, Expiring expiring, AllLines lines, InstantSource clock) {
    Counting counting() {
      return new Counting(lines.reading()::lend);
    }
  }

  /** Lines to systems, which one rule leaves to the next. */
  record AllLines(Lines reading, ActLines acting) {
    /** After something that may have changed what they know of their systems. */
    void hangUp() {
      reading.hangUp();
      acting.hangUp();
    }
  }

  RuleRun(Parts on, Workspace workspace, Retaining.Way way) {
    this.on = on;
    this.workspace = workspace;
    this.way = way;
  }

  private Instant now() {
    return on.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Looks whether it has nothing to do, as most rules on most nights.
   *
   * @param noted what the store says of it
   * @return what is to be noted then; empty where more has to be looked at
   */
  Optional<Ran> idle(Rule rule, Noted noted) {
    boolean plain =
        noted.isReleased(rule)
            && !noted.open().contains(rule.id())
            && !noted.paused().contains(rule.id())
            && !way.halt().getAsBoolean()
            && (way.anyway() || hours(rule).isOpen(now()))
            && !on.expiring().isUnsettled(workspace, rule.expiry().orElseThrow());
    return plain ? tryIdle(rule, noted) : Optional.empty();
  }

  private Optional<Ran> tryIdle(Rule rule, Noted noted) {
    try {
      Ran run = begun(rule);
      refuseClockMovedBack(run, Optional.ofNullable(noted.began().get(rule.id())));
      Ran counted = run.counted(on.counting().count(workspace, rule, way.progress()));
      return counted.due().filter(due -> due.past() == 0).map(_ -> nothing(counted));
    } catch (ProblemException e) {
      return Optional.empty(); // whoever runs it notes why
    }
  }

  /** What was counted before is what is left. */
  private Ran nothing(Ran run) {
    return run.ended(now(), Optional.of(Expired.NOTHING), run.due(), Optional.empty());
  }

  /**
   * Runs it.
   *
   * @param release the leave it has
   * @return what was done; where another run has the rule, that alone, and nothing is kept
   */
  Ran run(Rule rule, Release release) {
    Optional<ProblemException> closed = hours(rule).closed(now()).filter(_ -> !way.anyway());
    if (closed.isPresent()) {
      return begun(rule).stopped(said(closed.get()));
    }
    Optional<RuleTurn> turn = on.kept().turn(rule.id());
    if (turn.isEmpty()) {
      return begun(rule)
          .stopped(
              "Another run of this rule is at work: nothing was done here. Its figures come when it"
                  + " ends, see upheld retain status.");
    }
    try (RuleTurn mine = turn.get()) {
      return run(rule, release, mine);
    }
  }

  private Hours hours(Rule rule) {
    return Hours.of(workspace, rule);
  }

  private static String said(ProblemException e) {
    return Retaining.said(e).orElseThrow();
  }

  /** As fast as was asked for, and no faster than the system may be changed. */
  private Pace.Way pace(Rule rule) {
    long most = hours(rule).window().rowsPerSecond();
    long asked = way.pace().perSecond();
    long least = most == 0 || asked == 0 ? Math.max(most, asked) : Math.min(most, asked);
    return new Pace.Way(way.pace().longest(), way.pace().most(), least, way.pace().rest());
  }

  private Ran run(Rule rule, Release release, RuleTurn turn) {
    Ran run = begun(rule);
    try {
      closeInterrupted(rule, rule.expiry().orElseThrow());
      on.expiring().settle(workspace, rule.expiry().orElseThrow());
      refuseClockMovedBack(run, on.kept().last(run.rule()).map(Ran::began));
      run = run.counted(on.counting().count(workspace, rule, way.progress()));
      if (run.due().filter(due -> due.past() == 0).isPresent()) {
        Ran idle = nothing(run);
        on.kept().idle(List.of(idle));
        return idle;
      }
      on.kept().begin(run);
      refuseTooMuch(LargeShare.of(workspace, rule), run, release);
    } catch (ProblemException e) {
      return ended(rule, run.did(Optional.empty(), Retaining.said(e)), Optional.empty());
    }
    return carriedOut(rule, run, turn);
  }

  /** From here on the system may remember something of the run. */
  private Ran carriedOut(Rule rule, Ran run, RuleTurn turn) {
    Expiry expiry = rule.expiry().orElseThrow();
    Halting halting =
        new Halting(new Halting.Run(rule, workspace, way), on.kept(), turn, on.clock());
    Expiring.Way how = new Expiring.Way(run.id(), new Pace(pace(rule)), halting, way.progress());
    try {
      long since = on.clock().millis();
      Expired done = on.expiring().of(workspace, expiry).run(workspace, expiry, how);
      Duration took = Duration.ofMillis(on.clock().millis() - since);
      if (!done.partitions().isEmpty()) {
        on.lines().hangUp();
      }
      Ran ran = run.did(Optional.of(done), halting.trouble().filter(_ -> !done.whole()));
      return ended(rule, ran, Optional.of(Speed.of(rule, done, took)));
    } catch (ProblemException e) {
      on.lines().hangUp();
      Ran ran = run.did(remembered(expiry, run.id()), Retaining.said(e));
      return ended(rule, ran, Optional.empty());
    }
  }

  private Ran begun(Rule rule) {
    return new Ran(
        UUID.randomUUID(),
        rule.id(),
        rule.digest(),
        now(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A clock that was set back, or was ahead before, says of no row surely that its time is over.
   */
  private void refuseClockMovedBack(Ran run, Optional<Instant> last) {
    Optional<Instant> before =
        last.filter(began -> began.isAfter(run.began().plus(SKEW)) && !way.anyway());
    if (before.isPresent()) {
      throw RetentionProblem.CLOCK.because(
          "The clock says "
              + run.began()
              + ", and the run before began at "
              + before.get()
              + ": one of them is wrong. Nothing was done.",
          "Correct the clock of this machine. Where that of the run before was the wrong one, run"
              + " the rule once with upheld retain run --anyway.");
    }
  }

  private static void refuseTooMuch(LargeShare large, Ran run, Release release) {
    DueRows due = run.due().orElseThrow();
    double seen = release.rows() == 0 ? 0 : (double) release.due() / release.rows();
    if (large.isBeyond(due, seen)) {
      throw RetentionProblem.TOO_MUCH.because(
          "The rule would take "
              + due.past()
              + " of "
              + due.rows()
              + " rows, far more than when it was released.",
          "Look at upheld retain plan. If it is right, release the rule again.");
    }
  }

  private Optional<Expired> remembered(Expiry expiry, UUID run) {
    try {
      return on.expiring().of(workspace, expiry).remembered(workspace, expiry, run);
    } catch (ProblemException e) {
      return Optional.empty(); // the system is away: the next run asks it again
    }
  }

  private Ran ended(Rule rule, Ran run, Optional<Speed> speed) {
    Optional<DueRows> left;
    Optional<String> why = run.trouble();
    try {
      left = Optional.of(on.counting().count(workspace, rule, Progress.SILENT));
    } catch (ProblemException e) {
      left = Optional.empty();
      why = why.or(() -> Retaining.said(e));
    }
    Optional<String> stayed = left.flatMap(counted -> stayed(run, counted));
    Ran ended = run.ended(now(), run.done(), left, why.or(() -> stayed));
    on.kept().end(ended, speed);
    return ended;
  }

  /** Nothing kept them back, and yet they are there: the run is not what it says of itself. */
  private static Optional<String> stayed(Ran run, DueRows left) {
    long kept =
        run.done()
            .filter(Expired::whole)
            .map(done -> done.kept() - done.keptBack().getOrDefault(Expired.CHANGED, 0L))
            .orElse(Long.MAX_VALUE);
    return left.past() > kept
        ? Optional.of(
            Wording.count(left.past() - kept, "row", "rows")
                + " past the promised time remained after the run, though nothing keeps back so"
                + " many: they came or came back while it worked, or nothing names them. Look for a"
                + " trigger that copies rows, for what writes old rows, and for keys that are null.")
        : Optional.empty();
  }

  /**
   * What a killed run did is known to the system; nothing is done again, only written down. Nobody
   * else runs the rule now, so whatever is open was interrupted.
   */
  private void closeInterrupted(Rule rule, Expiry expiry) {
    for (Ran open : on.kept().open(rule.id())) {
      Optional<Expired> done =
          on.expiring().of(workspace, expiry).remembered(workspace, expiry, open.id());
      Optional<String> why = Optional.of(Ran.INTERRUPTED);
      on.kept().end(open.ended(now(), done, Optional.empty(), why), Optional.empty());
    }
  }
}
