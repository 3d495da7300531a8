package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.engine.BoundLimit;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts rows that should be gone, in every place the promise speaks of. */
final class KeepProber implements Prober {

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
    places.forEach(place -> new PlacePlan(keep, place, scene, plan).add());
    BoundLimit.criteria(keep.limit()).forEach(plan::beyond);
    if (keep.atLeast()) {
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
    return new KeepJudge((Keep) promise, plan, scene).judge(replies);
  }

  /** The part of the plan that one place needs. */
  private record PlacePlan(Keep keep, BoundPlace bound, Scene scene, PlanBuilder plan) {

    void add() {
      boolean reachable = plan.place(bound);
      Place place = bound.place();
      Optional<String> unbound = keep.state().filter(s -> !place.states().containsKey(s));
      if (unbound.isPresent()) {
        plan.gap(
            bound.where(),
            "The data map does not say which rows are "
                + unbound.get()
                + ". Bind it under states, as a test on a column.");
        return;
      }
      BoundLimit limit = bind(keep.limit());
      Optional<Field> hidden = KeptRows.hiddenEnd(keep, place);
      if (hidden.isPresent()) {
        plan.gap(
            bound.where(),
            "Whether "
                + hidden.get().name()
                + " has gone cannot be seen while its row stays. Bind the state "
                + KeptRows.done(keep.then())
                + " to a test on a column.");
        return;
      }
      if (!reachable) {
        return;
      }
      List<Condition> settled = KeptRows.settled(keep, place, scene);
      List<Condition> exempt = new ArrayList<>(settled);
      keep.extensions().forEach(e -> exemption(e).ifPresent(exempt::add));
      limit.due().ifPresent(due -> ask(bound.where(), due, List.of(), exempt));
      keep.extensions().forEach(e -> extended(e, settled));
    }

    private BoundLimit bind(Limit limit) {
      BoundLimit bind = BoundLimit.of(limit, bound.place(), scene.zone(), scene.now());
      for (String event : bind.missing()) {
        plan.gap(
            bound.where(),
            "The data map binds no clock to " + event + ". Bind it under clocks in this place.");
      }
      return bind;
    }

    private Optional<Condition> exemption(Extension extension) {
      return Optional.ofNullable(bound.place().exempt().get(extension.reason()));
    }

    /** Rows kept for a reason that has its own, later limit must be gone by that one. */
    private void extended(Extension extension, List<Condition> settled) {
      Optional<Condition> kept = exemption(extension);
      if (kept.isPresent() && extension.limit().isPresent()) {
        bind(extension.limit().get())
            .due()
            .ifPresent(
                due ->
                    ask(
                        KeepJudge.extended(bound.where(), extension),
                        due,
                        List.of(kept.get()),
                        settled));
      }
    }

    private void ask(String where, Due due, List<Condition> also, List<Condition> exempt) {
      List<Condition> meant = new ArrayList<>();
      bound.place().meant(keep.state()).ifPresent(meant::add);
      meant.addAll(also);
      plan.ask(
          bound.system(),
          where,
          new Question.CountDue(
              bound.place().table(), due, Condition.allOf(meant), exempt, scene.now(), zone()));
    }

    private ZoneId zone() {
      return scene.system(bound.system()).map(SystemEntry::zone).orElse(scene.zone());
    }
  }
}
