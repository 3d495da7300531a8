package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.engine.BoundLimit;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.KeptRows;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Counts rows that should be gone, in every place the promise speaks of. */
final class KeepProber implements Prober {
  private final BiFunction<Keep, BoundPlace, Optional<Forecast>> forecasts;

  /**
   * @param forecasts whether what has to go in a place in the nights to come can; empty where
   *     nobody knows
   */
  KeepProber(BiFunction<Keep, BoundPlace, Optional<Forecast>> forecasts) {
    this.forecasts = forecasts;
  }

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Keep;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Keep keep = (Keep) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    if (keep.limit() instanceof Limit.Criterion) {
      BoundLimit.criteria(keep.limit()).forEach(plan::beyond);
      return plan.build();
    }
    List<BoundPlace> places = scene.places(p -> KeptRows.concern(keep, p));
    if (places.isEmpty()) {
      plan.gap("", nothingBound(keep));
    }
    places.forEach(place -> add(keep, place, scene, plan));
    BoundLimit.criteria(keep.limit()).forEach(plan::beyond);
    boolean untold = places.isEmpty() || places.stream().anyMatch(p -> !Gaps.concern(p, scene));
    if (keep.atLeast() && untold) {
      plan.beyond(
          "Whether something was deleted too early cannot be seen in what is left: only a record of"
              + " every deletion could show it.");
    }
    return plan.build();
  }

  private static String nothingBound(Keep keep) {
    return "The data map binds no place"
        + keep.header().activity().map(a -> " to the activity " + a).orElse("")
        + keep.stage().map(s -> " in the stage " + s).orElse("")
        + (keep.words().isEmpty() ? "" : " with a field of " + String.join(", ", keep.words()))
        + ". Bind the places where this data lies.";
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Keep keep = (Keep) promise;
    return new KeepJudge(keep, plan, scene).judge(replies, bound -> forecasts.apply(keep, bound));
  }

  /** The part of the plan that one place needs. */
  private static void add(Keep keep, BoundPlace bound, Scene scene, PlanBuilder plan) {
    boolean reachable = plan.place(bound);
    KeepAt kept = at(keep, bound, scene);
    kept.gaps().forEach(gap -> plan.gap(bound.where(), gap));
    if (reachable) {
      kept.asks()
          .forEach(
              ask ->
                  plan.ask(
                      bound.system(),
                      ask.extension()
                          .map(e -> KeepJudge.extended(bound.where(), e))
                          .orElse(bound.where()),
                      ask.question()));
      if (keep.atLeast() && Gaps.concern(bound, scene)) {
        Gaps.ask(bound, kept, scene, plan);
      }
    }
  }

  private static KeepAt at(Keep keep, BoundPlace bound, Scene scene) {
    return at(keep, bound, scene, scene.now());
  }

  /** What a promise means in a place at an instant. */
  static KeepAt at(Keep keep, BoundPlace bound, Scene scene, Instant at) {
    KeepAt.Time time = new KeepAt.Time(at, scene.zone(), scene.zone(bound.system()));
    return KeepAt.of(keep, bound.place(), scene.promises(), time);
  }
}
