package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.connect.Answer.DueCount;
import dev.upheld.datamap.BoundClock;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.KeptRows;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Inquiry;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Whether rows that are kept by a reason without a number were looked at in time. The reason itself
 * nobody can measure; that a person decided about every row that is old enough can be.
 */
final class ReviewProber implements Prober {
  private final BiFunction<Keep, BoundPlace, Optional<Reviewed>> kept;

  /**
   * @param kept the last decision to keep rows of a promise, as it is now, in a place
   */
  ReviewProber(BiFunction<Keep, BoundPlace, Optional<Reviewed>> kept) {
    this.kept = kept;
  }

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Keep keep && ReviewTimes.speakOf(keep);
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Keep keep = (Keep) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    List<BoundPlace> places = scene.places(p -> KeptRows.concern(keep, p));
    if (places.isEmpty()) {
      plan.gap("", "The data map binds no place to it. Bind the places where this data lies.");
    }
    for (BoundPlace bound : places) {
      boolean reachable = plan.place(bound);
      KeepAt at = KeepProber.at(keep, bound, scene, scene.now());
      at.gaps().forEach(gap -> plan.gap(bound.where(), gap));
      if (at.isBound()) {
        ReviewTimes.gap(at).ifPresent(gap -> plan.gap(bound.where(), gap));
      }
      Optional<ReviewTimes> times = ReviewTimes.of(at, kept.apply(keep, bound));
      if (reachable && times.isPresent()) {
        ask(plan, bound, at, times.get());
      }
    }
    return plan.build();
  }

  /**
   * What was decided when the questions were made: judging by a decision that somebody takes
   * meanwhile would weigh answers to other questions.
   */
  private record Asked(ReviewTimes times, Uncovered waiting) implements ProbePlan.Note {}

  private static void ask(PlanBuilder plan, BoundPlace bound, KeepAt at, ReviewTimes times) {
    Inquiry<?> old = before(times.old(), bound, at, times);
    Optional<Inquiry<?>> covered = times.covered().map(u -> before(u, bound, at, times));
    Uncovered waiting = new Uncovered(old, covered);
    plan.note(new Asked(times, waiting));
    waiting.ask(plan);
  }

  private static Inquiry<?> before(Instant at, BoundPlace bound, KeepAt kept, ReviewTimes times) {
    return new Inquiry<>(bound.system(), bound.where(), kept.count(times.before(at)));
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Sheet sheet = new Sheet(plan);
    Map<Inquiry<?>, DueCount> counts = Uncovered.counts(sheet, plan, replies);
    plan.notes().stream()
        .filter(Asked.class::isInstance)
        .map(Asked.class::cast)
        .forEach(one -> judge(one, counts, sheet));
    return sheet.observe(
        "Every row that was to be looked at was decided about in time, in "
            + sheet.places()
            + " mapped places; whether the reason still holds is that decision.");
  }

  /** Rows that wait are known where both counts came; one without the other says nothing. */
  private static void judge(Asked one, Map<Inquiry<?>, DueCount> counts, Sheet sheet) {
    String where = one.waiting().all().where();
    Optional<Uncovered.Counted> counted = one.waiting().of(counts);
    if (counted.isPresent()) {
      judge(where, one.times(), counted.get().all(), counted.get().rest(), sheet);
    } else {
      sheet.unseen(where, "Rows that wait for a review could not be counted.");
    }
  }

  private static void judge(
      String where, ReviewTimes times, DueCount count, long due, Sheet sheet) {
    sheet.rows(count.rows());
    sheet.figure("rows", count.rows(), where);
    sheet.figure("rows that wait for a review", due, where);
    times.kept().ifPresent(k -> sheet.figure("last review", k.decided().toString(), where));
    if (count.unknown() > 0) {
      sheet.unseen(
          where,
          Wording.count(count.unknown(), "row has", "rows have")
              + " no value for "
              + times.clock().event()
              + ", so nobody can tell how old they are. Fill the clock or bind another.");
    }
    if (count.future() > 0 && times.clock().missing() != BoundClock.Missing.NOT_YET) {
      sheet.unseen(
          where,
          Wording.count(count.future(), "row has", "rows have")
              + " a clock in the future ("
              + times.clock().event()
              + "), which cannot be trusted. Correct the clock.");
    }
    if (due > 0 && times.kept().isEmpty()) { // looked at elsewhere, or never: nobody can tell
      sheet.unseen(
          where,
          "no review is on record, and "
              + Wording.count(due, "row waits", "rows wait")
              + " for one. Decide on the page of reviews, or see upheld retain reviews.");
    } else if (due > 0) {
      sheet.violated(
          Wording.count(due, "row", "rows")
              + " in "
              + where
              + (due == 1 ? " waits" : " wait")
              + " for a review that is overdue.");
      sheet.advise("Decide about them on the page of reviews, or see upheld retain reviews.");
    } else if (count.rows() > 0) {
      times
          .next(count.oldest())
          .filter(day -> !day.isAfter(times.today().plusDays(ReviewTimes.SOON)))
          .ifPresent(day -> sheet.doubtful("A review of " + where + " is due by " + day + "."));
    }
  }
}
