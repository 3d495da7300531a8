package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.job.JobRun;
import dev.upheld.job.Jobs;
import dev.upheld.job.Retry;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.Prove;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The queue of reviews on a server: what takes long runs as jobs. */
public final class ReviewWork {
  static final String LOOK = "retention.review-look";
  private static final String COUNT = "retention.review-recount";
  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final Retry FEW = new Retry(3, Duration.ofSeconds(10), Duration.ofMinutes(1));

  private final Reviewing reviewing;
  private final Jobs jobs;
  private final Supplier<Workspace> workspace;

  /**
   * Names its jobs.
   *
   * @param workspace as it was last read without faults
   */
  public ReviewWork(Reviewing reviewing, Jobs jobs, Supplier<Workspace> workspace) {
    this.reviewing = reviewing;
    this.jobs = jobs;
    this.workspace = workspace;
    jobs.onDemand(LOOK, FEW, this::look)
        .onDemand(COUNT, FEW, _ -> reviewing.countAll(workspace.get()))
        .every("retention.review-count", EVERY, _ -> reviewing.countStale(workspace.get()));
  }

  /** All there are, as they were last counted. */
  public List<Reviewing.Line> queue() {
    return reviewing.kept(workspace.get());
  }

  /** Those that need a person within two weeks. */
  public List<Reviewing.Line> soon() {
    return reviewing.soon(workspace.get());
  }

  /** Where the company is. */
  public LocalDate today() {
    return reviewing.today(workspace.get());
  }

  /** Whether what a look shows is no older than a day. */
  public boolean isFresh(ReviewLook look) {
    return reviewing.isFresh(look);
  }

  /** Wants all places counted anew. */
  public void recount() {
    jobs.enqueue(COUNT, "all", "");
  }

  /** Wants to see what would go; see {@link Reviewing#askLook}. */
  public void look(Set<String> rules, LocalDate before) {
    reviewing.askLook(workspace.get(), rules, before);
    rules.forEach(rule -> jobs.enqueue(LOOK, job(rule, before), job(rule, before)));
  }

  /** What makes two looks the same job. */
  static String job(String rule, LocalDate before) {
    return before + " " + rule;
  }

  private void look(JobRun run) {
    int space = run.payload().indexOf(' ');
    LocalDate before = LocalDate.parse(run.payload().substring(0, space));
    String rule = run.payload().substring(space + 1);
    try {
      var _ = reviewing.look(workspace.get(), rule, before);
    } catch (ProblemException e) {
      reviewing.unable(rule, before, Retaining.said(e).orElse("")); // it changed meanwhile
    } catch (RuntimeException e) { // a fault of ours would fail again and again, and say nothing
      reviewing.unable(rule, before, Prove.fault("looking what would go", e).what());
    }
  }

  /** See {@link Reviewing#keep}. */
  public void keep(Set<String> rules, LocalDate next, String reason, ReferenceId who) {
    reviewing.keep(workspace.get(), rules, next, reason, Optional.of(who));
  }

  /** See {@link Reviewing#erase}. */
  public void erase(List<Reviewing.Ending> what, String reason, ReferenceId who) {
    reviewing.erase(workspace.get(), what, reason, Optional.of(who));
  }
}
