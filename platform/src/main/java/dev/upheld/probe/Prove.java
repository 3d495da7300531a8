package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Connector;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.verdict.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures promises in the real systems: describe, plan, ask, judge. One connection for each system
 * at a time, systems side by side. What fails makes only the promises that needed it unproven; the
 * others go on. Keeps nothing.
 */
public final class Prove {
  private final Map<String, Connector> connectors;
  private final List<Prober> probers;
  private final InstantSource clock;
  private final Progress progress;
  private volatile @Nullable Lanes running;
  private volatile boolean cancelled;

  /**
   * @param connectors one for each kind of system
   * @param probers of all duties that are built; of several that measure a promise the first counts
   */
  public Prove(
      Collection<Connector> connectors,
      List<Prober> probers,
      InstantSource clock,
      Progress progress) {
    this.connectors =
        connectors.stream().collect(Collectors.toUnmodifiableMap(Connector::kind, c -> c));
    this.probers = List.copyOf(probers);
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Measures all promises.
   *
   * @throws ProblemException only when stopped by {@link #cancel} or by interruption
   */
  public ProveReport run(Assignment assignment) {
    return run(assignment, promise -> true);
  }

  /**
   * Measures some promises; the others still bound what these ask.
   *
   * @param wanted which
   * @throws ProblemException only when stopped by {@link #cancel} or by interruption
   */
  public ProveReport run(Assignment assignment, Predicate<Promise> wanted) {
    Instant now = clock.instant();
    try (Lanes lanes = open(assignment)) {
      Scene scene = look(assignment, lanes, now);
      List<Job> jobs =
          assignment.promises().stream()
              .filter(wanted)
              .map(p -> Job.plan(p, proberOf(p), scene))
              .toList();
      List<Inquiry<?>> inquiries = new ArrayList<>();
      jobs.forEach(job -> inquiries.addAll(job.inquiries()));
      List<Reply> replies = lanes.ask(inquiries);
      List<PromiseResult> results = new ArrayList<>();
      int from = 0;
      for (Job job : jobs) {
        int to = from + job.inquiries().size();
        results.add(job.result(replies.subList(from, to), scene, Freshness.daily()));
        from = to;
      }
      return new ProveReport(now, Duration.between(now, clock.instant()), results, systems(scene));
    } finally {
      running = null;
    }
  }

  /** How a promise would be measured; connects to compile the texts, but asks nothing. */
  public Explanation explain(Assignment assignment, Promise promise) {
    try (Lanes lanes = open(assignment)) {
      Scene scene = look(assignment, lanes, clock.instant());
      return Job.plan(promise, proberOf(promise), scene).explain(lanes, scene);
    } finally {
      running = null;
    }
  }

  /** From any thread: stops the statements that run now and ends the run. */
  public void cancel() {
    cancelled = true;
    Lanes lanes = running;
    if (lanes != null) {
      lanes.stop();
    }
  }

  private Lanes open(Assignment assignment) {
    Lanes lanes = new Lanes(List.copyOf(assignment.map().systems().values()), progress);
    running = lanes;
    if (cancelled) {
      lanes.stop();
    }
    return lanes;
  }

  private Scene look(Assignment assignment, Lanes lanes, Instant now) {
    lanes.describe(connectors, assignment.map().places());
    return new Scene(assignment, lanes.described(), lanes.silent(), now);
  }

  private Optional<Prober> proberOf(Promise promise) {
    return probers.stream().filter(p -> p.measures(promise)).findFirst();
  }

  private static List<SystemResult> systems(Scene scene) {
    Function<SystemEntry, SystemResult> result =
        entry ->
            new SystemResult(
                entry.id(),
                scene.description(entry.id()).map(d -> d.product()),
                Optional.ofNullable(scene.silent().get(entry.id())),
                entry.access().isEmpty() && entry.unreachable().isEmpty());
    return scene.systems().stream().map(result).toList();
  }

  /** What is said of everything that a stop kept from being measured. */
  static Problem stopped() {
    return Problem.of(ProbeProblem.STOPPED, "The run was stopped.", "Run it again.");
  }

  /**
   * A fault of ours. Says the kind of fault and where, never its message: that may hold data.
   *
   * @param doing what was being done
   */
  public static Problem fault(String doing, @Nullable Throwable e) {
    String kind = e == null ? "unknown" : e.getClass().getSimpleName();
    String where = e == null || e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    return Problem.of(
        ProbeProblem.FAULT,
        "A fault in Upheld while " + doing + ": " + kind + where + ".",
        "Report it with this line.");
  }
}
