package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Form;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        ask(form, bound, plan);
      }
    }
    return plan.build();
  }

  private static void ask(Form form, BoundPlace bound, PlanBuilder plan) {
    Place place = bound.place();
    List<Field> fields = fields(form, place);
    List<String> whole = fields.stream().filter(Field::isWhole).map(Field::column).toList();
    ValueTest test = ValueTests.notOf(form.form());
    Coarse coarse = ValueTests.coarse(form.form());
    Optional<Condition> meant = place.meant(state(form));
    if (!whole.isEmpty()) {
      plan.ask(
          bound.system(),
          bound.where(),
          new Question.FindValues(place.table(), whole, coarse, meant, test));
    }
    fields.stream()
        .filter(field -> !field.isWhole())
        .forEach(
            field ->
                plan.ask(
                    bound.system(),
                    bound.where(),
                    part(place.table(), field, coarse, meant, test)));
  }

  /**
   * The rows with a key; or all documents, since what the path leads to is looked at here: a
   * pattern on their text could pass over what is written in another way.
   */
  private static Question.FindValues part(
      TableName table, Field field, Coarse coarse, Optional<Condition> meant, ValueTest test) {
    List<Condition> rows = new ArrayList<>(meant.stream().toList());
    boolean keyed = field.inside().isPresent() && field.inside().get() instanceof Inside.Keyed;
    if (keyed) {
      Inside.Keyed inside = (Inside.Keyed) field.inside().get();
      rows.add(new Condition.In(inside.keyColumn(), List.of(inside.key()), false));
    }
    return new Question.FindValues(
        table,
        List.of(field.column()),
        keyed ? coarse : Coarse.ANYTHING,
        Condition.allOf(rows),
        test.of(field.name()));
  }

  private static Optional<String> state(Form form) {
    return form.form() instanceof ValueForm.Matching matching ? matching.when() : Optional.empty();
  }

  private static boolean concerns(Form form, Place place) {
    boolean activity =
        form.header().activity().map(a -> place.activities().contains(a)).orElse(true);
    return activity && !fields(form, place).isEmpty();
  }

  private static List<Field> fields(Form form, Place place) {
    return place.fields().values().stream()
        .filter(f -> f.word().equals(form.word()))
        .sorted(Comparator.comparing(f -> f.name().toString()))
        .toList();
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Form form = (Form) promise;
    Sheet sheet = new Sheet(plan);
    Map<String, Long> rows = new LinkedHashMap<>();
    for (Reply reply : replies) {
      sheet
          .read(reply, ValueCount.class)
          .ifPresent(
              count -> {
                rows.merge(reply.inquiry().where(), count.rows(), Math::max);
                judge(form, reply, count, sheet);
              });
    }
    rows.forEach(
        (where, most) -> {
          sheet.rows(most);
          sheet.figure("rows", most, where);
        });
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
    Optional<ValueTest> test =
        reply.inquiry().question() instanceof Question.FindValues question
                && question.hit() instanceof ValueTest made
            ? Optional.of(made)
            : Optional.empty();
    Optional<FieldName> part = test.flatMap(ValueTest::field);
    sheet.figure(
        "values not of the form" + part.map(p -> " in " + p).orElse(""), count.hits(), where);
    if (count.hits() == 0) {
      return;
    }
    Set<String> columns =
        part.map(p -> Set.of(p.toString()))
            .orElseGet(() -> new TreeSet<>(count.hitsByColumn().keySet()));
    if (part.isEmpty()) {
      count
          .hitsByColumn()
          .forEach((column, hits) -> sheet.figure("not of the form in " + column, hits, where));
    }
    boolean bad = test.filter(t -> t.saw(Grade.BAD)).isPresent();
    String counted =
        Wording.count(count.hits(), "value", "values")
            + " of "
            + form.word()
            + " in "
            + where
            + " ("
            + String.join(", ", columns)
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
