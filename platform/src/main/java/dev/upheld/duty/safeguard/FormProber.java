package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Form;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.duty.safeguard.ValueTest.Grade;
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

/** Looks at every value of a data word for one that has not the promised form. */
final class FormProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Form;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Form form = (Form) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    List<BoundPlace> places = scene.places(p -> concerns(form, p));
    if (places.isEmpty()) {
      plan.gap(
          "",
          "The data map binds no field to "
              + form.word()
              + form.header().activity().map(a -> " in a place of the activity " + a).orElse("")
              + ". Bind the columns where it lies.");
    }
    for (BoundPlace bound : places) {
      Optional<String> unbound = state(form).filter(s -> !bound.place().states().containsKey(s));
      if (unbound.isPresent()) {
        plan.gap(
            bound.where(),
            "The data map does not say which rows are "
                + unbound.get()
                + ". Bind it under states, as a test on a column.");
      } else if (plan.place(bound)) {
        plan.ask(
            bound.system(),
            bound.where(),
            new Question.FindValues(
                bound.place().table(),
                columns(form, bound.place()),
                ValueTests.coarse(form.form()),
                bound.place().meant(state(form)),
                ValueTests.notOf(form.form())));
      }
    }
    return plan.build();
  }

  private static Optional<String> state(Form form) {
    return form.form() instanceof ValueForm.Matching matching ? matching.when() : Optional.empty();
  }

  private static boolean concerns(Form form, Place place) {
    boolean activity =
        form.header().activity().map(a -> place.activities().contains(a)).orElse(true);
    return activity && !columns(form, place).isEmpty();
  }

  private static List<String> columns(Form form, Place place) {
    return place.fields().values().stream()
        .filter(f -> f.word().equals(form.word()))
        .map(Field::column)
        .sorted()
        .toList();
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Form form = (Form) promise;
    Sheet sheet = new Sheet(plan);
    for (Reply reply : replies) {
      sheet.read(reply, ValueCount.class).ifPresent(count -> judge(form, reply, count, sheet));
    }
    return sheet.observe(
        "Every "
            + form.word()
            + " is "
            + said(form.form())
            + ": "
            + Wording.count(sheet.rowsSeen(), "row", "rows")
            + " in "
            + sheet.places()
            + " mapped places.");
  }

  private static void judge(Form form, Reply reply, ValueCount count, Sheet sheet) {
    String where = reply.inquiry().where();
    sheet.rows(count.rows());
    sheet.figure("rows", count.rows(), where);
    sheet.figure("values not of the form", count.hits(), where);
    if (count.hits() == 0) {
      return;
    }
    count
        .hitsByColumn()
        .forEach((column, hits) -> sheet.figure("not of the form in " + column, hits, where));
    boolean bad =
        reply.inquiry().question() instanceof Question.FindValues question
            && question.hit() instanceof ValueTest test
            && test.saw(Grade.BAD);
    String columns = String.join(", ", count.hitsByColumn().keySet().stream().sorted().toList());
    String counted =
        Wording.count(count.hits(), "value", "values")
            + " of "
            + form.word()
            + " in "
            + where
            + " ("
            + columns
            + ")"
            + (count.hits() == 1 ? " is" : " are");
    if (bad) {
      sheet.violated(counted + " not " + said(form.form()) + ".");
    } else {
      sheet.doubtful(counted + " salted, but hashed so fast that guessing is cheap.");
    }
  }

  private static String said(ValueForm form) {
    return switch (form) {
      case ValueForm.HalfIp h -> "only the first half of an IP address";
      case ValueForm.PasswordHash p -> "a salted, slow password hash in a known format";
      case ValueForm.Matching(var regex, var when) ->
          "of the form "
              + regex
              + when.map(w -> " where this is so: " + w.replace('-', ' ')).orElse("");
    };
  }
}
