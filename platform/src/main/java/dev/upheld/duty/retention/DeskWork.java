package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Pace;
import dev.upheld.job.JobRun;
import dev.upheld.job.Jobs;
import dev.upheld.job.Retry;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What of the desk takes long and runs as jobs: dry runs, runs by day, counting what comes due. */
public final class DeskWork {
  private static final String LOOK = "retention.look";
  private static final String NOW = "retention.now";
  private static final String COUNT_ONE = "retention.recount";
  private static final Duration COUNT = Duration.ofMinutes(15);
  private static final Retry FEW = new Retry(3, Duration.ofSeconds(10), Duration.ofMinutes(1));

  private final Parts on;

  /**
   * What it stands on.
   *
   * @param pace how runs that somebody wants by day go
   */
  public record Parts(
      Desk desk,
      Retaining retaining,
      Jobs jobs,
      Supplier<Workspace> workspace,
      Pace.Way pace,
      InstantSource clock) {}

  /** Names its jobs. */
  public DeskWork(Parts on) {
    this.on = on;
    on.jobs()
        .onDemand(LOOK, FEW, run -> on.desk().look(on.workspace().get(), run.payload()))
        .onDemand(NOW, FEW, this::run)
        .onDemand(COUNT_ONE, FEW, run -> count(run.payload()))
        .every("retention.count", COUNT, run -> count());
  }

  /** The desk itself. */
  public Desk desk() {
    return on.desk();
  }

  /** The workspace as it was last read without faults. */
  public Workspace workspace() {
    return on.workspace().get();
  }

  /** When the next night begins, in which released rules run. */
  public Instant next() {
    return Outlook.nextNight(on.clock().instant(), workspace().zone());
  }

  /** When a released rule runs next: in the night, or when the hours of its system come. */
  public Instant next(Standing standing) {
    Instant night = next();
    Instant before = night.minus(Duration.ofDays(1));
    boolean waits = standing.last().filter(r -> !r.began().isBefore(before)).isEmpty();
    return Retaining.window(workspace(), standing.rule())
        .hours()
        .map(hours -> hours.opens(waits ? on.clock().instant() : night, workspace().zone()))
        .orElse(night);
  }

  /** Wants a dry run; the page of the rule shows how far it is. */
  public void look(String rule) {
    on.desk().askLook(workspace(), rule);
    on.jobs().enqueue(LOOK, rule, rule);
  }

  /** Wants a run before the night. */
  public void run(String rule, ReferenceId who) {
    on.desk().want(workspace(), rule, who);
    on.jobs().enqueue(NOW, rule, rule);
  }

  private void run(JobRun run) {
    Retaining.Way way =
        new Retaining.Way(
            on.pace(),
            () -> run.stopping() || run.leaseInDoubt(),
            Progress.SILENT,
            false,
            _ -> workspace());
    boolean known = on.desk().find(workspace(), run.payload()).isPresent();
    if (known) {
      on.retaining().run(workspace(), Optional.of(run.payload()), way);
      on.desk().find(workspace(), run.payload()).ifPresent(s -> on.desk().tryCount(workspace(), s));
    }
  }

  private void count(String rule) {
    on.desk()
        .find(workspace(), rule)
        .filter(s -> !s.rule().kept().asks().isEmpty())
        .ifPresent(s -> on.desk().count(workspace(), s.rule()));
  }

  /** Wants what comes due of a rule counted anew. */
  public void recount(String rule) {
    on.jobs().enqueue(COUNT_ONE, rule, rule);
  }

  private void count() {
    Instant night = next().minus(Duration.ofDays(1));
    on.desk().countSince(workspace(), night);
  }
}
