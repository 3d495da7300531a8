package dev.upheld.edge.console.retention;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.retention.Reviewed;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.duty.retention.Rule;
import dev.upheld.edge.console.Looks;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.RetentionReviews;
import dev.upheld.edge.console.view.View;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
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
    List<Reviewing.Line> lines = List.of(overdue(0), kept(1), ending(2), unseen(3));
    views.put("reviews", page(lines, true, Map.of(), List.of(), Optional.empty()));
    views.put("reviews-none", page(List.of(), true, Map.of(), List.of(), Optional.empty()));
    views.put("reviews-read", page(lines, false, Map.of(), List.of(), Optional.empty()));
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
            List.of(),
            Optional.empty()));
    views.put(
        "reviews-refused",
        page(lines, true, Map.of(), List.of(), Optional.of("The next review is too late.")));
    views.put(
        "reviews-look",
        page(lines, true, Map.of(), List.of(planned(0, 1_204), planned(2, 0)), Optional.empty()));
    return views;
  }

  private static RetentionReviews page(
      List<Reviewing.Line> lines,
      boolean decide,
      Map<String, FieldError> errors,
      List<Planned> endings,
      Optional<String> refused) {
    return new RetentionReviews(
        lines,
        TODAY,
        decide,
        Set.of(RULES.get(1).id()),
        endings.isEmpty()
            ? Map.of()
            : Map.of("before", "2024-01-01", "reason", "Nobody wrote to us since."),
        errors,
        endings,
        refused);
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
        counts.isEmpty() ? Optional.of("The system eu-main does not answer.") : Optional.empty());
  }

  private static Optional<Reviewing.Counts> counts(long due) {
    return Optional.of(
        new Reviewing.Counts(
            98_310,
            due,
            Optional.of(Instant.parse("2019-03-04T10:00:00Z")),
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

  private static Planned planned(int n, long rows) {
    return new Planned(
        RULES.get(n),
        Optional.empty(),
        Optional.of(
            Expired.of(
                "{\"listed\":%d,\"places\":{\"contact\":{\"deleted\":%d,\"ended\":0,\"archived\":0,\"detached\":0}},\"kept-back\":{\"on hold\":%d},\"batches\":1,\"whole\":true}"
                    .formatted(rows, rows, rows / 100))),
        Expiring.Whole.NONE,
        true,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
