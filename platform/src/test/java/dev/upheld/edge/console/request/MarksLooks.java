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

  private MarksLooks() {}

  /** By name; {@code open} is the page of a request on which states are shown. */
  static Map<String, View> all(RequestPage open) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("request-may-restrict", with(open, Optional.empty()));
    views.put("request-restricted", with(open, Optional.of(still(Optional.empty()))));
    views.put("request-restricted-told", with(open, Optional.of(still(Optional.of(SINCE)))));
    views.put(
        "holds",
        new HoldsPage(List.of(hold(1, false), hold(2, true)), TODAY, true, Map.of(), Map.of()));
    views.put("holds-read", new HoldsPage(List.of(), TODAY, false, Map.of(), Map.of()));
    views.put(
        "holds-again",
        new HoldsPage(
            List.of(),
            TODAY,
            true,
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
        secret);
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
