package dev.upheld.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether what was approved is still what would be done. */
final class Unchanged {
  /** How far the data may have grown since the plan: people go on living meanwhile. */
  private static final long GROWTH = 1_000;

  private Unchanged() {}

  /**
   * The same kinds of acts in the same places. A little more data is life, much more is a fault;
   * less means that rows were not found again, which is never taken for done.
   */
  static void since(SystemPlan approved, List<PlaceStep> now) {
    since(approved.system(), approved.steps(), now);
  }

  /**
   * The same once part of it is done: what is done and what is found now come to what was approved,
   * and to what was found before. Rows may come into a table that is done already.
   */
  static void since(SystemPlan approved, Part done, List<PlaceStep> now) {
    List<PlaceStep> all = done.among(now);
    since(approved.system(), approved.steps(), all);
    since(approved.system(), done.whole(), all);
  }

  private static void since(String system, List<PlaceStep> steps, List<PlaceStep> now) {
    Map<String, PlaceStep> found = new LinkedHashMap<>();
    now.forEach(s -> found.put(s.place(), s));
    Map<String, PlaceStep> planned = new LinkedHashMap<>();
    steps.forEach(s -> planned.put(s.place(), s));
    Set<String> places = new TreeSet<>(planned.keySet());
    places.addAll(found.keySet());
    for (String place : places) {
      if (!isLike(Optional.ofNullable(planned.get(place)), Optional.ofNullable(found.get(place)))) {
        throw EngineProblem.CHANGED.because(
            "Since the plan was made, the rows of " + place + " in " + system + " have changed.",
            "Plan again and approve what it says then.");
      }
    }
  }

  private static boolean isLike(Optional<PlaceStep> planned, Optional<PlaceStep> now) {
    long before = planned.map(s -> s.counts().touched()).orElse(0L);
    long after = now.map(s -> s.counts().touched()).orElse(0L);
    if (before == 0 || after == 0) {
      return before == after;
    }
    PlaceStep then = planned.orElseThrow();
    PlaceStep found = now.orElseThrow();
    return after >= before
        && after <= 2 * before + GROWTH
        && found.counts().named() >= then.counts().named()
        && then.fields().keySet().containsAll(found.fields().keySet())
        && then.detached().keySet().containsAll(found.detached().keySet());
  }
}
