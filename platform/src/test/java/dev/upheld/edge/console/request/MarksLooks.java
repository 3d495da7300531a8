package dev.upheld.edge.console.request;

import dev.upheld.duty.request.Objecting;
import dev.upheld.duty.request.Reached;
import dev.upheld.duty.request.RequestMarks.Noted;
import dev.upheld.duty.request.RequestMarks.Still;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.HoldsPage;
import dev.upheld.edge.console.view.RequestPage;
import dev.upheld.edge.console.view.View;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.engine.HoldingRows;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lasting states of people's data as their pages can look. */
final class MarksLooks {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant SINCE = Instant.parse("2026-11-20T09:20:00Z");

  private static final HoldsPage.Choices CHOICES =
      new HoldsPage.Choices(
          List.of("billing", "support"),
          List.of("billing/invoice", "support-db/message", "support-db/ticket"));

  private MarksLooks() {}

  /** By name; {@code open} is the page of a request on which states are shown. */
  static Map<String, View> all(RequestPage open) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("request-may-restrict", with(open, Optional.empty()));
    views.put("request-restricted", with(open, Optional.of(still(Optional.empty()))));
    views.put("request-restricted-told", with(open, Optional.of(still(Optional.of(SINCE)))));
    views.put(
        "holds",
        HoldsPage.of(
                List.of(hold(1, false), hold(2, true), row(3), range(4), activity(5)),
                TODAY,
                true,
                CHOICES)
            .counted(
                activity(5).id(),
                List.of(
                    new HoldingRows.Counted("support-db/ticket", Optional.of(12_408L), ""),
                    new HoldingRows.Counted(
                        "support-db/message",
                        Optional.empty(),
                        "System support-db does not answer."))));
    views.put(
        "holds-read",
        HoldsPage.of(List.of(), TODAY, false, new HoldsPage.Choices(List.of(), List.of())));
    views.put(
        "holds-rows-again",
        HoldsPage.of(List.of(), TODAY, true, CHOICES)
            .form(
                Map.of(
                    "what",
                    "place billing/invoice",
                    "from",
                    "2024-0450",
                    "to",
                    "2024-0001",
                    "reason",
                    "Audit of the year 2024.",
                    "owner",
                    "Finance"),
                Map.of())
            .trouble(
                "The range is the wrong way round: its first value lies behind its last. Write the"
                    + " smaller value first."));
    views.put(
        "holds-again",
        HoldsPage.of(List.of(), TODAY, true, CHOICES)
            .form(
                Map.of("person", "mail: x", "reason", "short", "secret", "yes"),
                Map.of(
                    "person",
                    FieldError.of(Fault.UNKNOWN_CHOICE),
                    "reason",
                    FieldError.of(Fault.TOO_SHORT, 10),
                    "review",
                    FieldError.of(Fault.NOT_A_DATE))));
    return views;
  }

  /** One overdue and secret, one within the week. */
  static WorkList.Reviews reviews() {
    return new WorkList.Reviews(List.of(hold(2, true, -1), hold(1, false, 5)), TODAY);
  }

  private static List<Objecting.Asked> taken(boolean noted) {
    return List.of(
        new Objecting.Asked(
            Objecting.Kind.OBJECTION,
            List.of(
                new Reached("audience-measurement", "Audience measurement", true),
                new Reached("newsletter", "Newsletter", false)),
            noted
                ? Optional.of(new Noted(SINCE, Optional.empty(), List.of("audience-measurement")))
                : Optional.empty()));
  }

  private static Still still(Optional<Instant> told) {
    return new Still(
        SINCE, told, Optional.empty(), List.of("eu-main / customer"), false, Optional.empty());
  }

  private static Holds.Hold hold(int n, boolean secret) {
    return hold(n, secret, secret ? -30 : 180);
  }

  private static Holds.Hold hold(int n, boolean secret, int days) {
    return new Holds.Hold(
        new UUID(n, n),
        "Dispute 2026-17 about an invoice is before the court.",
        "Legal department",
        SINCE,
        TODAY.plusDays(days),
        secret,
        Optional.empty());
  }

  private static Holds.Hold row(int n) {
    return of(
        n,
        new HeldRows(
            Optional.empty(), List.of(part("support-db", "ticket", by("id", "4711", "4711")))));
  }

  private static Holds.Hold range(int n) {
    return of(
        n,
        new HeldRows(
            Optional.empty(),
            List.of(part("billing", "invoice", by("number", "2024-0001", "2024-0450")))));
  }

  private static Holds.Hold activity(int n) {
    return of(
        n,
        new HeldRows(
            Optional.of("support"),
            List.of(
                part("support-db", "ticket", Optional.empty()),
                part("support-db", "message", Optional.empty()))));
  }

  private static HeldRows.Part part(String system, String place, Optional<HeldRows.By> by) {
    return new HeldRows.Part(system, place, place, by);
  }

  private static Optional<HeldRows.By> by(String column, String from, String to) {
    return Optional.of(
        new HeldRows.By(column, Optional.empty(), Optional.of(from), Optional.of(to)));
  }

  private static Holds.Hold of(int n, HeldRows rows) {
    Holds.Hold like = hold(n, false);
    return new Holds.Hold(
        like.id(),
        "Audit of the year 2024 by the tax office.",
        "Finance",
        like.since(),
        like.review(),
        false,
        Optional.of(rows));
  }

  private static RequestPage with(RequestPage page, Optional<Still> still) {
    RequestPage.Work work = page.work();
    return new RequestPage(
        page.file(),
        page.today(),
        page.grounds(),
        page.owners(),
        page.names(),
        new RequestPage.Work(
            work.ready(),
            work.plan(),
            work.progress(),
            new RequestPage.Marks(true, still, taken(still.isPresent()), Optional.empty())),
        page.may(),
        page.refused());
  }
}
