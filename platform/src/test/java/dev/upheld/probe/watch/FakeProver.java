package dev.upheld.probe.watch;

import dev.upheld.charter.promise.Promise;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Prove;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Measures whatever there is without any system, and lets the test do something meanwhile. */
final class FakeProver implements Prover, Prober {
  private final InstantSource clock;
  private final Function<Promise, Outcome> finds;

  FakeProver(InstantSource clock, Function<Promise, Outcome> finds) {
    this.clock = clock;
    this.finds = finds;
  }

  @Override
  public boolean measures(Promise promise) {
    return promise.kind().equals("watch");
  }

  @Override
  public Prove prove(Progress progress) {
    progress.report("looking", 1, 2);
    return new Prove(List.of(), List.of(this), clock, progress);
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    return new ProbePlan(Set.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Outcome outcome = finds.apply(promise);
    return new Observation(
        outcome, "Seen: " + outcome, List.of(), new Coverage(0, 0, 1), List.of(), false);
  }
}
