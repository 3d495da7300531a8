package dev.upheld.probe.watch;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.job.Jobs;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.ProbeProblem;
import dev.upheld.probe.Prove;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.store.Store;
import dev.upheld.verdict.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures what is due and keeps what it finds. Run as a leased job: one server at a time. Should a
 * server that lost its lease come back, what it found is thrown away.
 */
public final class ProofWork implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ProofWork.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration WATCH = Duration.ofSeconds(20);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
  private static final Duration TELL = Duration.ofSeconds(1);

  private final Store store;
  private final Keeper keeper;
  private final InstantSource clock;
  private final Means means;
  private volatile Optional<Prove> running = Optional.empty();

  /**
   * What and how to measure.
   *
   * @param policy what is promised now; empty as long as the workspace has faults
   */
  public record Means(
      Supplier<Optional<Assignment>> policy, Prover prover, ProbeSchedule schedule) {}

  /** Nothing happens before {@link #plan} or {@link #due}. */
  public ProofWork(Store store, Keeper keeper, InstantSource clock, Means means) {
    this.store = store;
    this.keeper = keeper;
    this.clock = clock;
    this.means = means;
  }

  /** Names the jobs {@code probe.prove} and {@code probe.watch}; start the jobs afterwards. */
  public Jobs plan(Jobs jobs) {
    return jobs.every("probe.prove", LOOK, run -> due(() -> !run.leaseInDoubt()))
        .every("probe.watch", WATCH, run -> keeper.watch());
  }

  /**
   * Measures what is due, if anything is.
   *
   * @param mayGoOn asked before the result is kept; false throws the result away
   * @return how many promises were measured and kept
   */
  public int due(BooleanSupplier mayGoOn) {
    return means.policy().get().flatMap(this::take).map(work -> run(work, mayGoOn)).orElse(0);
  }

  private Optional<Work> take(Assignment assignment) {
    List<PromiseId> measurable =
        assignment.promises().stream().filter(means.prover()::measures).map(Promise::id).toList();
    Instant now = now();
    return store.inTransaction(
        tx -> {
          Set<PromiseId> due = Agenda.due(tx, measurable, now);
          if (due.isEmpty()) {
            return Optional.empty();
          }
          Agenda.takeOver(tx, now);
          return Optional.of(new Work(Agenda.begin(tx, due.size(), now), now, assignment, due));
        });
  }

  private int run(Work work, BooleanSupplier mayGoOn) {
    try {
      Prove prove = means.prover().prove(progress(work));
      running = Optional.of(prove);
      ProveReport report =
          prove.run(work.assignment(), promise -> work.due().contains(promise.id()));
      if (!mayGoOn.getAsBoolean()) {
        throw WatchProblem.takenOver();
      }
      return keep(work, report);
    } catch (ProblemException e) {
      failed(work, e.problems().getFirst());
      return 0;
    } finally {
      running = Optional.empty();
    }
  }

  private int keep(Work work, ProveReport report) {
    List<Evidence> evidence =
        report.results().stream().flatMap(r -> r.evidence().stream()).toList();
    keeper.keep(
        evidence,
        Optional.empty(),
        tx -> {
          if (!Agenda.end(tx, work.run(), now(), Optional.empty())) {
            throw WatchProblem.takenOver();
          }
          Agenda.plan(tx, next(work), work.began());
        },
        (tx, kept) -> {});
    return evidence.size();
  }

  private Map<PromiseId, Instant> next(Work work) {
    Map<PromiseId, Instant> next = new HashMap<>();
    work.due().forEach(p -> next.put(p, means.schedule().next(p, work.began())));
    return next;
  }

  /** Ends the run, unless another server did; it is tried again after a while. */
  private void failed(Work work, Problem problem) {
    Map<PromiseId, Instant> later = new HashMap<>();
    work.due().forEach(p -> later.put(p, now().plus(AFTER_FAILURE)));
    store.inTransaction(
        tx -> {
          boolean ours = Agenda.end(tx, work.run(), now(), Optional.of(problem.what()));
          if (ours && !isEndOfProcess(problem)) {
            Agenda.plan(tx, later, work.began());
          }
          return ours;
        });
  }

  /** What was only stopped stays due. */
  private static boolean isEndOfProcess(Problem problem) {
    return problem.code() == WatchProblem.TAKEN_OVER || problem.code() == ProbeProblem.STOPPED;
  }

  /** Written down once a second at most; how it goes can be read from any server. */
  private Progress progress(Work work) {
    AtomicLong next = new AtomicLong();
    return (step, done, total) -> {
      long now = now().toEpochMilli();
      long from = next.get();
      if (now >= from && next.compareAndSet(from, now + TELL.toMillis())) {
        tell(work, step, done, total);
      }
    };
  }

  private void tell(Work work, String step, long done, long total) {
    try {
      Agenda.progress(store.dsl(), work.run(), step, done, total);
    } catch (ProblemException e) {
      LOG.log(Level.FINE, "Progress is not shown: {0}", e.problems().getFirst().code().code());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Stops a run that goes on; another server, or this one later, begins it anew. */
  @Override
  public void close() {
    running.ifPresent(Prove::cancel);
  }
}
