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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What of the desk takes long and runs as jobs: dry runs, runs by day, counting what comes due. */
public final class DeskWork {
  static final String LOOK = "retention.look";
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
        .onDemand(LOOK, FEW, run -> on.desk().look(on.workspace(), run.payload()))
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

  /** The instant of now. */
  public Instant now() {
    return on.clock().instant();
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
    run(run.payload(), () -> run.stopping() || run.leaseInDoubt());
  }

  /** Runs a rule, where there still is one of that id, and counts anew what comes due. */
  void run(String rule, BooleanSupplier halt) {
    if (on.desk().find(workspace(), rule).isPresent()) {
      Retaining.Way way =
          new Retaining.Way(on.pace(), halt, Progress.SILENT, false, _ -> workspace());
      on.retaining().run(workspace(), Optional.of(rule), way);
      count(rule);
    }
  }

  private void count(String rule) {
    on.desk().find(workspace(), rule).ifPresent(s -> on.desk().tryCount(workspace(), s));
  }

  /** Wants what comes due of a rule counted anew. */
  public void recount(String rule) {
    on.jobs().enqueue(COUNT_ONE, rule, rule);
  }

  private void count() {
    Workspace present = workspace();
    on.desk().countSince(present, Optional.empty(), Nights.last(now(), present.zone()));
  }
}
