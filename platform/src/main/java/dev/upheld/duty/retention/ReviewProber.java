package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.connect.Answer.DueCount;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.KeptRows;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Whether rows that are kept by a reason without a number were looked at in time. The reason itself
 * nobody can measure; that a person decided about every row that is old enough can be.
 */
final class ReviewProber implements Prober {
  /** So many days before a review is due, the promise is at risk. */
  private static final int SOON = 14;

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
      KeepAt at = at(keep, bound, scene);
      at.gaps().forEach(gap -> plan.gap(bound.where(), gap));
      Optional<ReviewTimes> times = ReviewTimes.of(at, decided(keep, bound));
      if (times.isEmpty()) {
        plan.gap(bound.where(), Reviewing.NO_CLOCK);
      } else if (reachable) {
        ask(plan, bound, at, times.get());
      }
    }
    return plan.build();
  }

  private static void ask(PlanBuilder plan, BoundPlace bound, KeepAt at, ReviewTimes times) {
    plan.ask(bound.system(), bound.where(), at.count(times.before(times.old())));
    times
        .covered()
        .ifPresent(until -> plan.ask(bound.system(), bound.where(), at.count(times.before(until))));
  }

  private Optional<Reviewed> decided(Keep keep, BoundPlace bound) {
    return kept.apply(keep, bound);
  }

  private static KeepAt at(Keep keep, BoundPlace bound, Scene scene) {
    ZoneId system = scene.system(bound.system()).map(SystemEntry::zone).orElse(scene.zone());
    return KeepAt.of(
        keep, bound.place(), scene.promises(), new KeepAt.Time(scene.now(), scene.zone(), system));
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Keep keep = (Keep) promise;
    Sheet sheet = new Sheet(plan);
    Map<String, DueCount> first = new HashMap<>();
    Map<String, Long> covered = new HashMap<>();
    for (Reply reply : replies) {
      if (reply.inquiry().question() instanceof Question.CountDue) {
        sheet
            .read(reply, DueCount.class)
            .ifPresent(
                count -> {
                  if (first.putIfAbsent(reply.inquiry().where(), count) != null) {
                    covered.put(reply.inquiry().where(), count.past());
                  }
                });
      }
    }
    for (BoundPlace bound : scene.places(p -> KeptRows.concern(keep, p))) {
      Optional<DueCount> count = Optional.ofNullable(first.get(bound.where()));
      Optional<ReviewTimes> times = ReviewTimes.of(at(keep, bound, scene), decided(keep, bound));
      if (count.isPresent() && times.isPresent()) {
        long due = count.get().past() - covered.getOrDefault(bound.where(), 0L);
        judge(bound.where(), times.get(), count.get(), due, sheet);
      }
    }
    return sheet.observe(
        "Every row that was to be looked at was decided about in time, in "
            + sheet.places()
            + " mapped places; whether the reason still holds is that decision.");
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
          .filter(day -> !day.isAfter(times.today().plusDays(SOON)))
          .ifPresent(day -> sheet.doubtful("A review of " + where + " is due by " + day + "."));
    }
  }
}
