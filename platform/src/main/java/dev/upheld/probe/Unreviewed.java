package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.Bindings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a machine proposed and nobody has reviewed binds nothing: it is not measured, and a promise
 * that would rest on it is not proved.
 */
final class Unreviewed {
  private static final String WHY =
      "The binding was proposed by a machine and nobody has reviewed it. Review the place, then"
          + " take its line `review: proposed` out of the data map.";

  private Unreviewed() {}

  /** The plan with a gap for each proposed place the promise would rest on. */
  static ProbePlan added(Promise promise, ProbePlan plan, Scene scene) {
    Set<String> wheres = new LinkedHashSet<>(plan.wheres());
    List<Gap> gaps = new ArrayList<>(plan.gaps());
    scene
        .map()
        .proposed()
        .forEach(
            (system, places) ->
                places.values().stream()
                    .filter(place -> Bindings.wouldRest(promise, place))
                    .map(place -> new BoundPlace(system, place).where())
                    .forEach(
                        where -> {
                          wheres.add(where);
                          gaps.add(new Gap(where, WHY));
                        }));
    return new ProbePlan(
        wheres, plan.inquiries(), gaps, plan.beyond(), plan.findings(), plan.drift(), plan.notes());
  }
}
