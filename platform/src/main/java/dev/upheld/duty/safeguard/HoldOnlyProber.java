package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Place;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what lies in the live tables of an activity with what the charter lists: words that are
 * bound but not promised, columns that the data map does not know, and columns it calls technical
 * whose content says otherwise. See {@link TableLook}.
 */
final class HoldOnlyProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof HoldOnly && promise.header().activity().isPresent();
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    HoldOnly only = (HoldOnly) promise;
    String activity = only.header().activity().orElseThrow();
    PlanBuilder plan = new PlanBuilder(scene);
    List<BoundPlace> places = scene.places(p -> p.activities().contains(activity));
    if (places.isEmpty()) {
      plan.gap(
          "",
          "The data map binds no place to the activity "
              + activity
              + ". Bind the places where its data lies.");
    }
    for (BoundPlace bound : places) {
      words(only, bound, scene, plan);
      if (plan.place(bound)) {
        columns(only, bound, scene, plan);
      }
    }
    return plan.build();
  }

  /** A place may serve several activities; a word that any of them lists is promised there. */
  private static void words(HoldOnly only, BoundPlace bound, Scene scene, PlanBuilder plan) {
    bound.place().fields().values().stream()
        .filter(f -> !only.words().contains(f.word()))
        .filter(f -> !isListedByAnother(f.word(), bound.place(), scene))
        .map(f -> f.word() + " (" + f.name() + ")")
        .sorted()
        .forEach(
            word ->
                plan.found(
                    Outcome.VIOLATED,
                    bound.where(),
                    bound.where() + " holds " + word + ", which the charter does not list."));
  }

  private static boolean isListedByAnother(String word, Place place, Scene scene) {
    return scene.promises().stream()
        .filter(p -> p.header().activity().filter(place.activities()::contains).isPresent())
        .anyMatch(p -> p instanceof HoldOnly other && other.words().contains(word));
  }

  private static void columns(HoldOnly only, BoundPlace bound, Scene scene, PlanBuilder plan) {
    Description live = scene.description(bound.system()).orElseThrow();
    Map<String, Place> places = scene.map().places().getOrDefault(bound.system(), Map.of());
    Structure structure = new Structure(live, places, plan);
    Optional<Table> table = structure.table(bound);
    if (table.isEmpty()) {
      return;
    }
    structure.compare(bound, table.get());
    structure.elsewhere(bound, scene);
    new TableLook(bound.system(), bound.where(), table.get(), plan)
        .at(KnownColumns.unbound(table.get(), live, places));
    PartLook parts = new PartLook(bound.system(), bound.where(), table.get(), plan);
    KnownColumns.inParts(table.get(), live, places).forEach(parts::at);
    new FieldContents(only, scene).ask(bound, table.get(), plan);
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Set<String> wheres = plan.wheres();
    UnknownColumns columns =
        new UnknownColumns(plan, scene, new FieldContents((HoldOnly) promise, scene)::told);
    replies.forEach(columns::read);
    return columns.observe(
        "No personal data besides what the charter lists in the columns of "
            + wheres.size()
            + (wheres.size() == 1 ? " mapped place." : " mapped places."));
  }
}
