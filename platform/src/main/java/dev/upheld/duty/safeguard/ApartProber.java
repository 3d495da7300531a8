package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Apart;
import dev.upheld.connect.Answer;
import dev.upheld.connect.Answer.RowCount;
import dev.upheld.connect.Answer.SharedCount;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Place;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import dev.upheld.verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Looks for anything by which the rows of two stores could be joined: a place that holds both, a
 * link of the data map, also between systems, a foreign key, or an identifier whose values are
 * found on both sides, also across systems. Equal means equal as text; a hash of an identifier is
 * not seen through.
 */
final class ApartProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Apart;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Apart apart = (Apart) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    List<BoundPlace> left = scene.places(p -> isKept(apart, p));
    List<BoundPlace> right = scene.places(p -> isOther(apart, p));
    if (left.isEmpty()) {
      plan.gap("", "The data map binds no place to what is kept apart. Bind its places.");
    }
    if (right.isEmpty()) {
      plan.gap("", "The data map binds no place to what it is kept apart from. Bind them.");
    }
    left.stream().filter(right::contains).forEach(p -> both(p, plan));
    new ApartPlan(scene, plan).add(left, right.stream().filter(p -> !left.contains(p)).toList());
    return plan.build();
  }

  private static boolean isKept(Apart apart, Place place) {
    return place.activities().stream().anyMatch(apart.apart()::contains);
  }

  private static boolean isOther(Apart apart, Place place) {
    return place.activities().stream()
        .filter(a -> !apart.apart().contains(a))
        .anyMatch(a -> apart.from().isEmpty() || apart.from().contains(a));
  }

  private static void both(BoundPlace place, PlanBuilder plan) {
    plan.found(
        Outcome.VIOLATED, place.where(), place.where() + " holds data of both in the same rows.");
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Sheet sheet = new Sheet(plan);
    for (Reply reply : replies) {
      sheet.read(reply, Answer.class).ifPresent(answer -> judge(reply, answer, sheet));
    }
    replies.stream()
        .flatMap(r -> sink(r).map(Prints.Sink::prints).stream())
        .findFirst()
        .ifPresent(prints -> judge(prints, sheet));
    plan.wheres().stream()
        .filter(w -> plan.inquiries().stream().noneMatch(i -> i.where().equals(w)))
        .forEach(sheet::seen); // nothing in it singles anybody out
    return sheet.observe(
        "No foreign key and no value of an identifier joins the stores; "
            + sheet.places()
            + " places compared.");
  }

  private static void judge(Reply reply, Answer answer, Sheet sheet) {
    String where = reply.inquiry().where();
    if (answer instanceof RowCount count) {
      sink(reply)
          .filter(s -> s.pass() != Prints.Pass.CONFIRM)
          .ifPresent(s -> sheet.figure("distinct values compared", count.rows(), s.column()));
    } else if (answer instanceof SharedCount count
        && reply.inquiry().question() instanceof Question.SharedValues q) {
      String left = reply.inquiry().system() + "/" + q.left() + "." + q.leftColumn();
      sheet.figure(
          "values shared with " + q.right() + "." + q.rightColumn(), count.shared(), where);
      if (count.shared() > 0) {
        joined(left, q.right() + "." + q.rightColumn(), count.shared(), sheet);
      }
    }
  }

  private static Optional<Prints.Sink> sink(Reply reply) {
    return reply.inquiry().question() instanceof Question.Fingerprint q
            && q.sink() instanceof Prints.Sink sink
        ? Optional.of(sink)
        : Optional.empty();
  }

  private static void judge(Prints prints, Sheet sheet) {
    prints
        .shared()
        .forEach((left, byRight) -> byRight.forEach((right, n) -> joined(left, right, n, sheet)));
    if (prints.overflowed()) {
      sheet.unseen("", "More values may be shared than could be compared. Ask us for a way.");
    }
  }

  private static void joined(String left, String right, long shared, Sheet sheet) {
    sheet.violated(
        Wording.count(shared, "value", "values")
            + " of "
            + left
            + (shared == 1 ? " is" : " are")
            + " also in "
            + right
            + ", so the rows can be joined.");
  }
}
