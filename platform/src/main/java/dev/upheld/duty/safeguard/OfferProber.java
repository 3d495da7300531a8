package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Offer;
import dev.upheld.connect.Answer.RowCount;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
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
import java.util.List;
import java.util.Optional;

/** Counts the people who use what they are offered: one who does shows that it can be used. */
final class OfferProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Offer;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Offer offer = (Offer) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    List<BoundPlace> places = scene.places(p -> concerns(offer, p));
    if (places.isEmpty()) {
      plan.gap(
          "",
          "The data map does not say who uses "
              + offer.what()
              + ". Bind it under states in the place that holds these people.");
    }
    for (BoundPlace bound : places) {
      Optional<Condition> uses = Optional.ofNullable(bound.place().states().get(offer.what()));
      if (plan.place(bound) && uses.isPresent()) {
        plan.ask(
            bound.system(),
            bound.where(),
            new Question.CountWhere(bound.place().table(), bound.place().only(), uses.get()));
      }
    }
    return plan.build();
  }

  private static boolean concerns(Offer offer, Place place) {
    return place.states().containsKey(offer.what())
        && (offer.subjects().isEmpty()
            || place.subjects().keySet().stream().anyMatch(offer.subjects()::contains));
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Offer offer = (Offer) promise;
    Sheet sheet = new Sheet(plan);
    long people = 0;
    long using = 0;
    for (Reply reply : replies) {
      Optional<RowCount> count = sheet.read(reply, RowCount.class);
      if (count.isPresent()) {
        String where = reply.inquiry().where();
        people += count.get().rows();
        using += count.get().matching();
        sheet.rows(count.get().rows());
        sheet.figure("rows", count.get().rows(), where);
        sheet.figure("using " + offer.what(), count.get().matching(), where);
        sheet.figure("share", Wording.share(count.get().matching(), count.get().rows()), where);
      }
    }
    if (using == 0 && !replies.isEmpty()) {
      sheet.unseen(
          "",
          "Nobody of "
              + Wording.count(people)
              + " uses "
              + offer.what()
              + ", so the data does not show that it works.");
    }
    return sheet.observe(
        Wording.count(using)
            + " of "
            + Wording.count(people)
            + " ("
            + Wording.share(using, people)
            + ") use "
            + offer.what()
            + ".");
  }
}
