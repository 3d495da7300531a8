package dev.upheld.edge.console.retention;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Found;
import dev.upheld.duty.retention.Look;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.retention.ReviewLook;
import dev.upheld.duty.retention.Reviewed;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.duty.retention.Rule;
import dev.upheld.edge.console.Looks;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.RetentionReviews;
import dev.upheld.edge.console.view.ReviewEndings;
import dev.upheld.edge.console.view.View;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.engine.Expired;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The queue of dated reviews as it can look, with made-up figures. */
public final class ReviewsLooks {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant OLDEST = Instant.parse("2019-03-04T10:00:00Z");
  private static final String CRITERION = "the purpose still needs the data";

  private static final List<Rule> RULES =
      Retention.rules(
          Workspaces.read(Path.of("..", "examples", "demo"), References.machine(), TODAY)
              .workspace()
              .orElseThrow(),
          Looks.NOW);

  private ReviewsLooks() {}

  /** By name. */
  public static Map<String, View> all() {
    Map<String, View> views = new LinkedHashMap<>();
    List<Reviewing.Line> lines =
        List.of(overdue(0), kept(1), ending(2), unseen(3), item(4, found(1_204), 2).line());
    views.put("reviews", page(lines, true, Map.of(), Optional.empty()));
    views.put("reviews-none", page(List.of(), true, Map.of(), Optional.empty()));
    views.put("reviews-read", page(lines, false, Map.of(), Optional.empty()));
    views.put(
        "reviews-again",
        page(
            lines,
            true,
            Map.of(
                "rule",
                FieldError.of(Fault.REQUIRED),
                "reason",
                FieldError.of(Fault.TOO_SHORT, 5),
                "next",
                FieldError.of(Fault.NOT_A_DATE),
                "before",
                FieldError.of(Fault.NOT_A_DATE)),
            Optional.empty()));
    views.put(
        "reviews-refused",
        page(lines, true, Map.of(), Optional.of("The next review is too late.")));
    views.put("review-endings", endings(Map.of(), Optional.empty()));
    views.put(
        "review-endings-again",
        endings(Map.of("reason", FieldError.of(Fault.TOO_SHORT, 5)), Optional.empty()));
    views.put(
        "review-endings-refused",
        endings(Map.of(), Optional.of("It would take 900 of 1000 rows.")));
    views.put(
        "review-endings-none",
        new ReviewEndings(List.of(), Set.of(), "", Map.of(), Optional.empty()));
    return views;
  }

  /** Places that wait on the work list. */
  public static WorkList.Dated dated() {
    return new WorkList.Dated(List.of(overdue(0), ending(2), unseen(3)), TODAY);
  }

  private static RetentionReviews page(
      List<Reviewing.Line> lines,
      boolean decide,
      Map<String, FieldError> errors,
      Optional<String> refused) {
    return new RetentionReviews(
        lines,
        TODAY,
        new RetentionReviews.May(decide, decide),
        Set.of(RULES.get(1).id()),
        Map.of(),
        errors,
        refused);
  }

  private static ReviewEndings endings(Map<String, FieldError> errors, Optional<String> refused) {
    return new ReviewEndings(
        List.of(
            item(0, found(1_204), 2),
            item(1, found(0), 3),
            item(2, found(88), 30),
            item(3, Optional.empty(), 0),
            item(4, Optional.of(failed()), 1),
            item(5, Optional.empty(), 9)),
        Set.of(),
        errors.isEmpty() ? "" : "No",
        errors,
        refused);
  }

  /** A look that ended so many hours ago, or still goes on. */
  static ReviewEndings.Item item(int n, Optional<Found> found, long hours) {
    Instant asked = Looks.NOW.minusSeconds(hours * 3600 + 60);
    Look look =
        new Look(
            RULES.get(n).id(),
            RULES.get(n).digest(),
            asked,
            found.map(_ -> Looks.NOW.minusSeconds(hours * 3600)),
            12_000,
            41_200,
            found,
            found.isEmpty() && hours == 0);
    ReviewLook seen = new ReviewLook(LocalDate.of(2024, 1, 1), look);
    return new ReviewEndings.Item(seenLine(n, seen), seen, hours < 24 && found.isPresent());
  }

  private static Reviewing.Line seenLine(int n, ReviewLook seen) {
    Reviewing.Line line = overdue(n);
    return new Reviewing.Line(
        line.rule(),
        line.criterion(),
        line.counts(),
        line.next(),
        line.latest(),
        line.last(),
        line.ending(),
        Optional.of(seen),
        line.trouble());
  }

  static Found failed() {
    return new Found(
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        Optional.of("The system eu-main does not answer."));
  }

  static Optional<Found> found(long rows) {
    return Optional.of(
        new Found(
            Optional.of(new DueRows(98_310, rows, 3, 0, 12, Optional.of(OLDEST))),
            Optional.of(
                Expired.of(
                    "{\"listed\":%d,\"places\":{\"contact\":{\"deleted\":%d,\"ended\":0,\"archived\":0,\"detached\":0}},\"kept-back\":{\"on hold\":%d},\"batches\":1,\"whole\":true}"
                        .formatted(rows, rows, rows / 100))),
            true,
            List.of(),
            Optional.empty()));
  }

  private static Reviewing.Line line(
      int n,
      Optional<Reviewing.Counts> counts,
      Optional<LocalDate> next,
      Optional<Reviewed> last,
      Optional<Reviewed> ending) {
    return new Reviewing.Line(
        RULES.get(n),
        CRITERION,
        counts,
        next,
        TODAY.plusYears(1),
        last,
        ending,
        Optional.empty(),
        counts.isEmpty() ? Optional.of("The system eu-main does not answer.") : Optional.empty());
  }

  private static Optional<Reviewing.Counts> counts(long due) {
    return Optional.of(
        new Reviewing.Counts(
            Looks.NOW.minusSeconds(7 * 3600),
            98_310,
            due,
            Optional.of(OLDEST),
            List.of(
                new Reviewing.Age(1, 41_200),
                new Reviewing.Age(2, 9_020),
                new Reviewing.Age(3, 1_204),
                new Reviewing.Age(5, 12))));
  }

  private static Reviewing.Line overdue(int n) {
    return line(
        n, counts(41_200), Optional.of(TODAY.minusDays(40)), Optional.empty(), Optional.empty());
  }

  private static Reviewing.Line kept(int n) {
    LocalDate next = TODAY.plusDays(140);
    return line(n, counts(0), Optional.of(next), decided(n, Optional.of(next)), Optional.empty());
  }

  private static Reviewing.Line ending(int n) {
    return line(
        n,
        counts(1_204),
        Optional.of(TODAY.minusDays(2)),
        Optional.empty(),
        decided(n, Optional.empty()));
  }

  private static Reviewing.Line unseen(int n) {
    return line(n, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Optional<Reviewed> decided(int n, Optional<LocalDate> next) {
    return Optional.of(
        new Reviewed(
            new UUID(1, n),
            RULES.get(n).id(),
            next.isEmpty(),
            Instant.parse("2024-01-01T00:00:00Z"),
            next,
            "d".repeat(64),
            12,
            98_310,
            "The tender they asked about is still open.",
            Instant.parse("2026-04-11T08:00:00Z"),
            Optional.empty()));
  }
}
