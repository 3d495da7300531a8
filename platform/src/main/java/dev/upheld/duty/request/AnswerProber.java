package dev.upheld.duty.request;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Answer;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.register.Deferral;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Whether a right is answered in time, from every request there is. One that is open past its day
 * breaks the promise; once it is answered, that it came late is said and breaks nothing any more.
 * As long as nobody asked, nothing shows that the promise holds: that is said, and the promise
 * stays unproven.
 */
final class AnswerProber implements Prober {
  private static final Set<String> ERASING = Set.of("erasure", "minor-erasure");

  private final BiFunction<String, LocalDate, Tally> cases;
  private final Supplier<Optional<LeftOver>> leftOver;
  private final Supplier<List<Deferral>> overdue;

  /**
   * @param cases counts the requests for a right as they stand on a day
   * @param leftOver what the last search for erased people found
   * @param overdue what was kept until a day that has come, and could not be erased
   */
  AnswerProber(
      BiFunction<String, LocalDate, Tally> cases,
      Supplier<Optional<LeftOver>> leftOver,
      Supplier<List<Deferral>> overdue) {
    this.cases = cases;
    this.overdue = overdue;
    this.leftOver = leftOver;
  }

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Answer;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    PlanBuilder plan = new PlanBuilder(scene);
    plan.where(where(promise));
    if (tally(promise, scene).all() == 0) {
      plan.beyond(
          "Nobody has made such a request yet, so nothing shows that it would be answered in"
              + " time.");
    }
    return plan.build();
  }

  private Tally tally(Promise promise, Scene scene) {
    LocalDate today = scene.now().atZone(scene.zone()).toLocalDate();
    return cases.apply(((Answer) promise).right(), today);
  }

  private static String where(Promise promise) {
    return "requests (" + ((Answer) promise).right() + ")";
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    String where = where(promise);
    Tally tally = tally(promise, scene);
    Sheet sheet = new Sheet(plan);
    sheet.seen(where);
    sheet.rows(tally.all());
    sheet.figure("requests", tally.all(), where);
    sheet.figure("open", tally.open(), where);
    sheet.figure("overdue", tally.overdue().size(), where);
    sheet.figure("due-within-3-days", tally.soon(), where);
    sheet.figure("answered-late-in-12-months", tally.late(), where);
    weigh(sheet, tally);
    if (ERASING.contains(((Answer) promise).right())) {
      leftOver.get().ifPresent(left -> left(sheet, left, where));
      overdue.get().forEach(rest -> overdue(sheet, rest));
    }
    return sheet.observe(clean(tally));
  }

  private static void overdue(Sheet sheet, Deferral rest) {
    sheet.doubtful(
        rest.rows()
            + " rows of "
            + rest.system()
            + " were kept until "
            + rest.due()
            + " and could not be erased: "
            + rest.stopped().orElse(""));
    sheet.advise("Mend what it says; it is tried again every hour.");
  }

  private static void left(Sheet sheet, LeftOver left, String where) {
    sheet.figure("left-over-rows", left.rows(), where);
    sheet.violated(left.said());
    sheet.advise(
        "Look at Erased in the console: bind these columns in the data map and erase again, or run"
            + " upheld reapply after a restore; then search again with upheld residue.");
  }

  private static void weigh(Sheet sheet, Tally tally) {
    if (!tally.overdue().isEmpty()) {
      sheet.violated(
          are(tally.overdue().size(), "open past its last day", "open past their last day")
              + ": "
              + String.join(", ", tally.overdue().stream().limit(5).toList())
              + (tally.overdue().size() > 5 ? " and others." : "."));
      sheet.advise("Answer the oldest first; tell the person that it is late, and why.");
    }
    if (tally.soon() > 0) {
      sheet.doubtful(
          are(tally.soon(), "open and due within 3 days", "open and due within 3 days") + ".");
      sheet.advise("Answer, or announce an extension with its reason while there is time.");
    }
  }

  private static String are(int count, String one, String other) {
    return count + (count == 1 ? " request is " + one : " requests are " + other);
  }

  private static String clean(Tally tally) {
    return "No request is late: "
        + tally.all()
        + " came, "
        + tally.open()
        + " open."
        + (tally.late() > 0 ? " " + tally.late() + " answered late in the last 12 months." : "");
  }
}
