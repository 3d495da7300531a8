package dev.upheld.edge.console.request;

import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.duty.request.CaseFile.RightLine;
import dev.upheld.duty.request.CaseFile.Turn;
import dev.upheld.duty.request.CaseLine;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Changes;
import dev.upheld.duty.request.Channel;
import dev.upheld.duty.request.Contents;
import dev.upheld.duty.request.Due;
import dev.upheld.duty.request.Mails;
import dev.upheld.duty.request.Offer;
import dev.upheld.duty.request.Papers;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.duty.request.Reviews;
import dev.upheld.duty.request.State;
import dev.upheld.duty.request.Statistics;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.DemoMail;
import dev.upheld.edge.console.view.RequestChange;
import dev.upheld.edge.console.view.RequestInbox;
import dev.upheld.edge.console.view.RequestMails;
import dev.upheld.edge.console.view.RequestNew;
import dev.upheld.edge.console.view.RequestPage;
import dev.upheld.edge.console.view.RequestReview;
import dev.upheld.edge.console.view.RequestStatistics;
import dev.upheld.edge.console.view.View;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.mail.Postbox;
import dev.upheld.mail.box.Arrived;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The inbox, a letter and requests in several states, with invented people. */
public final class RequestLooks {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T09:20:00Z");
  private static final ReferenceId INES = new ReferenceId(new UUID(1, 1));

  private RequestLooks() {}

  /** By name. */
  public static Map<String, View> all() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("requests", inbox());
    views.put("requests-none", new RequestInbox(List.of(), "open", TODAY, true, "/privacy", 0));
    views.put(
        "request-new",
        new RequestNew(
            List.of(
                new Offer("access", List.of("GDPR Art. 15"), true, List.of(), true),
                new Offer("erasure", List.of("GDPR Art. 17"), true, List.of(), true),
                new Offer("post-mortem", List.of(), true, List.of(), false),
                new Offer(Offer.OTHER, List.of(), false, List.of(), false)),
            Set.of("access"),
            Map.of("received", "2026-11-20"),
            Optional.of(RequestProblem.WORDS),
            Optional.empty()));
    views.putAll(caught());
    views.put("request-open", page(State.IDENTITY_PROVED, false, Optional.empty(), true));
    views.putAll(MarksLooks.all(page(State.IDENTITY_PROVED, false, Optional.empty(), true)));
    views.put("request-planned", page(State.PLANNED, true, Optional.empty(), true));
    views.put(
        "request-refused-form",
        page(
            State.RECEIVED,
            false,
            Optional.of(new RequestPage.Refused("extend", RequestProblem.WORDS, "Too many mails")),
            false));
    views.put(
        "request-no-plan",
        page(
            State.IDENTITY_PROVED,
            false,
            Optional.of(
                new RequestPage.Refused(
                    "work",
                    RequestProblem.NO_WAY,
                    "",
                    List.of(
                        Problem.at(
                            new Location("datamap/eu-main.yaml", 41, 3),
                            RequestProblem.NO_WAY,
                            "The field contact of eu-main / ticket has no end action.",
                            "Write one: end: clear.")))),
            true));
    views.put(
        "request-papers", withPapers(page(State.IDENTITY_ASKED, false, Optional.empty(), false)));
    views.putAll(mails());
    views.put("request-statistics", new RequestStatistics(statistics()));
    views.put(
        "request-change",
        new RequestChange(
            page(State.IDENTITY_PROVED, false, Optional.empty(), true).file(),
            List.of("email", "name", "phone", "postal-address"),
            List.of(
                new Changes.Line("name", "", "Zo\u00eb Martin-Roy"),
                new Changes.Line("phone", "+33 1 42 68 53 00", "+33 1 42 68 53 41")),
            Optional.empty()));
    views.put("request-review", review());
    return views;
  }

  private static Map<String, View> caught() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put(
        "demo-mail",
        new DemoMail(
            List.of(
                new Postbox.Taken(
                    NOW,
                    "ada@people.example",
                    "Your code for Nimbus Cloud SAS",
                    "Your code is 1234 5678. It serves for 20 minutes."))));
    views.put("demo-mail-none", new DemoMail(List.of()));
    views.putAll(ResidueLooks.all());
    return views;
  }

  private static RequestReview review() {
    Reviews.Review found =
        new Reviews.Review(
            List.of(
                finding("cc", "MAIL", "\u2588\u2588\u2588\u2588", 3),
                finding(
                    "body", "NAME", "\u2026 My neighbour \u2588\u2588\u2588\u2588 asked \u2026", 1),
                finding("body", "PHONE", "\u2026 call \u2588\u2588\u2588\u2588 before noon", 12)),
            1_204,
            Set.of(),
            Set.of(),
            false,
            Set.of(),
            "");
    return new RequestReview(
        new CaseRef("K7QW-2M9X"),
        Optional.of(found),
        false,
        Set.of(0),
        "",
        Optional.of(RequestProblem.WORDS));
  }

  private static Reviews.Finding finding(String field, String kind, String context, long times) {
    return new Reviews.Finding("eu-main", "ticket", field, kind, "somebody", context, times);
  }

  private static View withPapers(RequestPage page) {
    return new RequestPage(
        page.file(),
        page.today(),
        page.grounds(),
        page.owners(),
        page.names(),
        page.work(),
        page.may(),
        page.refused(),
        List.of(
            new Papers.Paper(new UUID(3, 3), Papers.Kind.IDENTITY, NOW, 2),
            new Papers.Paper(new UUID(3, 4), Papers.Kind.MANDATE, NOW, 1)));
  }

  /** Requests that are late or due soon. */
  public static WorkList.Requests due() {
    return new WorkList.Requests(
        List.of(
            line("K7MQ-3XPD", State.IDENTITY_PROVED, -2, false, "access"),
            line("P2AA-9FHT", State.PLANNED, 2, true, "erasure", "objection-marketing")),
        TODAY);
  }

  /** Holds that somebody should look at again. */
  public static WorkList.Reviews reviews() {
    return MarksLooks.reviews();
  }

  private static Statistics statistics() {
    return new Statistics(
        List.of(
            new Statistics.Line("access", 41, 33, 2, 1, 5, 1, OptionalLong.of(9)),
            new Statistics.Line("erasure", 17, 11, 3, 0, 3, 2, OptionalLong.of(21)),
            new Statistics.Line("post-mortem", 1, 0, 0, 0, 1, 0, OptionalLong.empty())),
        List.of(
            new Statistics.Line("2026-11", 20, 10, 1, 0, 9, 2, OptionalLong.of(8)),
            new Statistics.Line("2026-10", 39, 34, 4, 1, 0, 1, OptionalLong.of(14))),
        new Statistics.Line("", 59, 44, 5, 1, 9, 3, OptionalLong.of(12)));
  }

  private static CaseLine line(String ref, State state, int due, boolean unread, String... rights) {
    boolean ended = !state.open();
    return new CaseLine(
        new CaseRef(ref),
        due % 2 == 0 ? Channel.WEB : Channel.LETTER,
        state,
        List.of(rights),
        TODAY.plusDays(due).minusMonths(1),
        TODAY.plusDays(due),
        TODAY.plusDays(due + (due > 8 ? 6 : 0)),
        due > 20,
        unread,
        ended ? Optional.of(TODAY.minusDays(1)) : Optional.empty());
  }

  private static View inbox() {
    return new RequestInbox(
        List.of(
            line("K7MQ-3XPD", State.IDENTITY_PROVED, -2, false, "access"),
            line("P2AA-9FHT", State.PLANNED, 2, true, "erasure", "objection-marketing"),
            line("ZZ8C-4KVB", State.IDENTITY_ASKED, 9, false, "portability"),
            line("QW3E-7RTY", State.RECEIVED, 28, true, "access", "erasure", "restriction")),
        "open",
        TODAY,
        true,
        "/privacy",
        3);
  }

  private static Map<String, View> mails() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("request-mails", new RequestMails(List.of(mail("Mes données"), mail(""))));
    views.put(
        "request-mail",
        new RequestNew(
            List.of(new Offer("access", List.of("GDPR Art. 15"), true, List.of(), true)),
            Set.of(),
            Map.of("name", "Ada Lovelace", "email", "ada@people.example"),
            Optional.empty(),
            Optional.of(mail("Mes données"))));
    return views;
  }

  private static Mails.Waiting mail(String subject) {
    return new Mails.Waiting(
        new UUID(1, subject.length()),
        TODAY.minusDays(3),
        new Arrived(
            "<1@people.example>",
            "Ada Lovelace",
            "ada@people.example",
            subject,
            "Bonjour,\nque savez-vous de moi ?\n\nAda",
            2,
            true,
            false,
            Instant.EPOCH));
  }

  private static RequestPage page(
      State state, boolean planned, Optional<RequestPage.Refused> refused, boolean proved) {
    return new RequestPage(
        file(state, proved),
        TODAY,
        Map.of(
            "access",
            List.of("Art. 15(4): rights and freedoms of others"),
            "erasure",
            List.of("Art. 17(3)(b): legal obligation, public task, official authority")),
        List.of(new Choice("1", "Inès Marchand"), new Choice("2", "Omar Haddad")),
        Map.of(INES, "Inès Marchand"),
        new RequestPage.Work(
            planned, planned ? Optional.of(plan()) : Optional.empty(), Optional.empty()),
        new RequestPage.May(true, true),
        refused);
  }

  private static RequestWork.Plan plan() {
    return new RequestWork.Plan(
        "5f3a9c0de1b24477a0915f3a9c0de1b24477a0915f3a9c0de1b24477a0911234",
        NOW,
        List.of(
            new RequestWork.Line(
                RequestWork.Does.DELETES, 214, "eu-main / ticket", Optional.empty()),
            new RequestWork.Line(
                RequestWork.Does.ENDS, 31, "eu-main / order_line", Optional.empty()),
            new RequestWork.Line(
                RequestWork.Does.KEEPS,
                12,
                "billing / invoice",
                Optional.of("until 31 December 2034, Code de commerce L123-22"))));
  }

  private static CaseFile file(State state, boolean proved) {
    return new CaseFile(
        line("P2AA-9FHT", state, 12, true, "access", "erasure"),
        "en",
        proved ? Optional.of(new CaseFile.Proof("code", TODAY.minusDays(16))) : Optional.empty(),
        new Due(
            TODAY.plusDays(12),
            TODAY.plusDays(18),
            Optional.of(TODAY.plusDays(12)),
            Optional.of(TODAY.plusDays(70)),
            List.of("GDPR Art. 12(3)-(4)", "promise")),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Contents(
                "Ada Lovelace",
                "ada@people.example",
                "1 rue Haute, 44000 Nantes",
                "4711",
                "Please send me everything about my account since 2019, and delete the old one.",
                "",
                "",
                "")),
        List.of(
            new RightLine(
                "access", Outcome.OPEN, TODAY.plusDays(12), Optional.empty(), Optional.empty()),
            new RightLine(
                "erasure",
                Outcome.REFUSED,
                TODAY.plusDays(12),
                Optional.of("Art. 17(3)(b): legal obligation, public task, official authority"),
                Optional.of("Your invoices must stay until 31 December 2034."))),
        List.of(),
        List.of(
            new CaseFile.Message(NOW.minusSeconds(90_000), false, "Which of the two accounts?"),
            new CaseFile.Message(NOW.minusSeconds(9_000), true, "Both of them, please.")),
        tasks(),
        List.of(
            new Turn(NOW.minusSeconds(900_000), "received", 41, Optional.empty()),
            new Turn(NOW.minusSeconds(90_000), "company-wrote", 44, Optional.of(INES)),
            new Turn(NOW.minusSeconds(9_000), "person-wrote", 47, Optional.empty())),
        Optional.empty(),
        Optional.empty());
  }

  private static List<CaseFile.Task> tasks() {
    return List.of(
        new CaseFile.Task(
            new UUID(3, 4),
            Optional.of(INES),
            TODAY.plusDays(3),
            "Ask the archive in Nantes for paper files",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new CaseFile.Reported(
                    "archive", new TreeMap<>(), Optional.of(NOW.minusSeconds(9_000))))),
        new CaseFile.Task(
            new UUID(3, 5),
            Optional.empty(),
            TODAY,
            "Look through the shared mailbox",
            Optional.of(NOW),
            Optional.of("Nothing found"),
            Optional.of("mailroom"),
            Optional.of(
                new CaseFile.Reported(
                    "mailroom",
                    new TreeMap<>(Map.of("erased", 1_204L, "kept", 2L)),
                    Optional.empty()))));
  }
}
