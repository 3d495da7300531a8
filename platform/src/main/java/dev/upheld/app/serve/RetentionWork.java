package dev.upheld.app.serve;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.crypto.CaseKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Nights;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Retention;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.engine.Sparing;
import dev.upheld.job.Jobs;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Bars;
import dev.upheld.register.Holds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Runs the released rules of retention every night. A rule that was not run at night, because the
 * server was down, runs when it is there again; one that stopped waits for the next night and says
 * why.
 */
public final class RetentionWork {
  private static final Duration LOOK = Duration.ofMinutes(15);

  private final Supplier<Workspace> workspace;
  private final Retaining retaining;
  private final InstantSource clock;

  RetentionWork(Supplier<Workspace> workspace, Retaining retaining, InstantSource clock) {
    this.workspace = workspace;
    this.retaining = retaining;
    this.clock = clock;
  }

  /** What is needed to run rules over a store, on a server or for one command. */
  public static Retaining retaining(
      Retaining.Books books, Retaining.Tellers tellers, CaseKeys keys, InstantSource clock) {
    Bars bars = new Bars(books.store()::dsl, tellers.prints());
    Holds holds = new Holds(books.store(), books.journal(), keys, clock);
    Sparing sparing =
        new Sparing(PeopleGuard.barring(bars, holds), Retention.warned(books, tellers.prints()));
    return new Retaining(
        new Retaining.Parts(
            Optional.of(books),
            new Expiring(ActConnector::open, sparing, clock),
            ResidueWork::open,
            clock,
            Optional.of(tellers)));
  }

  /** Names its job. */
  RetentionWork plan(Jobs jobs) {
    jobs.every("retention.run", LOOK, run -> look(() -> run.stopping() || run.leaseInDoubt()));
    return this;
  }

  /** Runs the rules that did not run since the last night began; what they did. */
  List<Ran> look(BooleanSupplier halt) {
    Workspace now = workspace.get();
    Retaining.Way way =
        new Retaining.Way(
            Pace.Way.usual(RetentionWork::rest),
            halt,
            Progress.SILENT,
            false,
            _ -> workspace.get());
    Instant night = Nights.last(clock.instant(), now.zone());
    retaining.warnSince(now, night, way);
    return retaining.runSince(now, night, way);
  }

  /** Waits between batches; an interruption is left to who looks for it. */
  public static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
