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
import dev.upheld.probe.keep.Statement;
import dev.upheld.store.Store;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.DSLContext;

/**
 * Measures what is due and keeps what it finds. Run as a leased job: one server at a time. Should a
 * server that lost its lease come back, what it found is thrown away. What another server entered
 * in the register with another wording or binding is left to that one.
 */
public final class ProofWork implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ProofWork.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration WATCH = Duration.ofSeconds(20);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

  /** How long another server may leave undone what it worded otherwise. */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private static final Duration TELL = Duration.ofSeconds(1);

  private final Store store;
  private final Keeper keeper;
  private final InstantSource clock;
  private final Means means;
  private volatile Digests digests = new Digests(Optional.empty());
  private volatile Optional<Prove> running = Optional.empty();
  private volatile boolean closing;

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
    return means.policy().get().flatMap(this::take).map(work -> tried(work, mayGoOn)).orElse(0);
  }

  /**
   * Measures everything now, due or not; a run that goes on elsewhere is too late then.
   *
   * @param progress hears how far it is
   * @return what it found, as kept; empty while the workspace has faults
   * @throws ProblemException when it was stopped, taken over, or could not be kept
   */
  public Optional<ProveReport> everything(Progress progress) {
    return means
        .policy()
        .get()
        .map(this::takeAll)
        .map(
            work -> {
              Progress written = progress(work);
              Progress both =
                  (step, done, total) -> {
                    progress.report(step, done, total);
                    written.report(step, done, total);
                  };
              return run(work, promise -> true, both, () -> true);
            });
  }

  private Optional<Work> take(Assignment assignment) {
    List<PromiseId> measurable = measurable(assignment);
    Instant now = now();
    takeBack(assignment, measurable, now);
    return store.inTransaction(
        tx -> {
          Set<PromiseId> due =
              digests(assignment).same(Agenda.registered(tx), Agenda.due(tx, measurable, now));
          return due.isEmpty() ? Optional.empty() : Optional.of(begun(tx, assignment, due, now));
        });
  }

  /** Enters this server's wording again when the server that entered another one is gone. */
  private void takeBack(Assignment assignment, List<PromiseId> measurable, Instant now) {
    Map<PromiseId, String> left = Agenda.abandoned(store.dsl(), now.minus(ABANDONED));
    List<PromiseId> known = measurable.stream().filter(left::containsKey).toList();
    if (!digests(assignment).same(left, known).containsAll(known)) {
      keeper.restore(known.getFirst().company(), Statement.of(assignment));
    }
  }

  private Digests digests(Assignment assignment) {
    Digests known = digests;
    if (known.isOf(assignment)) {
      return known;
    }
    Digests anew = new Digests(Optional.of(assignment));
    digests = anew;
    return anew;
  }

  private Work takeAll(Assignment assignment) {
    Set<PromiseId> all = Set.copyOf(measurable(assignment));
    Instant now = now();
    return store.inTransaction(
        tx -> {
          Agenda.measured(tx, all, now); // due, should this process end before they are measured
          return begun(tx, assignment, all, now);
        });
  }

  private static Work begun(DSLContext tx, Assignment assignment, Set<PromiseId> due, Instant now) {
    Agenda.takeOver(tx, now);
    return new Work(Agenda.begin(tx, due.size(), now), now, assignment, due);
  }

  private List<PromiseId> measurable(Assignment assignment) {
    return assignment.promises().stream()
        .filter(means.prover()::measures)
        .map(Promise::id)
        .toList();
  }

  private int tried(Work work, BooleanSupplier mayGoOn) {
    try {
      return run(work, promise -> work.due().contains(promise.id()), progress(work), mayGoOn)
          .results()
          .stream()
          .mapToInt(r -> r.evidence().size())
          .sum();
    } catch (ProblemException e) {
      return 0; // written down with the run
    }
  }

  private ProveReport run(
      Work work, Predicate<Promise> wanted, Progress progress, BooleanSupplier mayGoOn) {
    try {
      Prove prove = means.prover().prove(progress);
      running = Optional.of(prove);
      if (closing) {
        prove.cancel(); // whoever closed may not have seen it
      }
      ProveReport report = prove.run(work.assignment(), wanted);
      if (!mayGoOn.getAsBoolean()) {
        throw WatchProblem.takenOver();
      }
      keep(work, report);
      return report;
    } catch (ProblemException e) {
      failed(work, e.problems().getFirst());
      throw e;
    } catch (RuntimeException e) {
      // A fault of ours. Left open, the run would begin again at every look.
      Problem fault = Prove.fault("measuring", e);
      LOG.log(Level.SEVERE, "A run failed: {0}", fault.what());
      failed(work, fault);
      throw new ProblemException(fault);
    } finally {
      running = Optional.empty();
    }
  }

  private void keep(Work work, ProveReport report) {
    keeper.keep(
        report.results(),
        tx -> {
          if (!Agenda.end(tx, work.run(), now(), Optional.empty())) {
            throw WatchProblem.takenOver();
          }
          Agenda.plan(tx, next(tx, work, report), work.began());
        });
  }

  /** What is registered otherwise by now stays due: what was found does not count. */
  private Map<PromiseId, Instant> next(DSLContext tx, Work work, ProveReport report) {
    Set<PromiseId> counts = digests(work.assignment()).same(Agenda.registered(tx), work.due());
    Retries retries = new Retries(means.schedule(), work.began());
    return retries.next(
        tx, report.results().stream().filter(r -> counts.contains(r.promise().id())).toList());
  }

  /** Ends the run, unless another server did; it is tried again after a while. */
  private void failed(Work work, Problem problem) {
    Map<PromiseId, Instant> later = new HashMap<>();
    Instant again = now().plus(AFTER_FAILURE); // one for all: one statement plans them
    work.due().forEach(p -> later.put(p, again));
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
    closing = true;
    running.ifPresent(Prove::cancel);
  }
}
