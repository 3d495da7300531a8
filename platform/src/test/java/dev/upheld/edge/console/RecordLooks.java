package dev.upheld.edge.console;

import dev.upheld.charter.promise.Promise;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.History;
import dev.upheld.edge.console.view.History.Span;
import dev.upheld.edge.console.view.JournalPage;
import dev.upheld.edge.console.view.JournalPage.Fact;
import dev.upheld.edge.console.view.PromisePage;
import dev.upheld.edge.console.view.PromisePage.Ability;
import dev.upheld.edge.console.view.Proof;
import dev.upheld.edge.console.view.View;
import dev.upheld.kernel.Asked;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence.Source;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of single promises and of the journal, as they can look. */
public final class RecordLooks {
  private static final String SQL =
      """
      select
        count(*) as "rows",
        count(*) filter (where (
          "r"."due"
          and not ("r"."exempt")
        )) as "past",
        extract(epoch from min("r"."clock1")) as "oldest1"
      from (
        select
          (
            (coalesce(("t"."decided_at" < timestamptz '2026-11-22 03:57:57.904427+00'), false))
            or ("t"."last_contact_on" < date '2025-11-22')
          ) as "due",
          (coalesce(("t"."keep_until" >= date '2026-11-22'), false)) as "exempt",
          "t"."decided_at" as "clock1"
        from "public"."candidate" as "t"
      ) as "r\"""";

  private final HouseLooks house = new HouseLooks();

  /** By name. */
  public Map<String, View> all() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("promise-broken", broken());
    views.put("promise-upheld", upheld());
    views.put("promise-to-attest", toAttest());
    views.put("promise-refused", refused());
    views.put("journal", journal(JournalPage.State.INTACT));
    views.put("journal-damaged", journal(JournalPage.State.DAMAGED));
    return views;
  }

  private PromisePage.About about(String id, List<String> doubts, String... places) {
    Promise p = house.promise(id);
    return new PromisePage.About(
        HouseLooks.ref(p),
        house.title(p),
        p.duty(),
        p.kind(),
        p.header().way(),
        p.header().clauses(),
        p.header().at().file(),
        p.header().at().line(),
        p.header().law(),
        doubts,
        List.of(places));
  }

  private static Proof measured(
      Outcome outcome, String summary, long hoursAgo, String past, boolean counts) {
    return new Proof(
        Source.PROBE,
        outcome,
        summary,
        List.of(
            new Figure("rows past their time", past, ""),
            new Figure("rows", "1105", ""),
            new Figure("oldest", "2025-10-16T00:00:00Z", ""),
            new Figure("rows", "425", "eu-main/candidate"),
            new Figure("rows past their time", past, "eu-main/candidate"),
            new Figure("rows past their time that may stay", "85", "eu-main/candidate"),
            new Figure("rows", "680", "eu-main/interview"),
            new Figure("rows past their time", "0", "eu-main/interview")),
        new Coverage(2, 2, 1105),
        Looks.ago(hoursAgo),
        Duration.ofMillis(812),
        List.of(new Asked("eu-main", SQL)),
        outcome == Outcome.VIOLATED
            ? List.of("The job that deletes candidates last ran on 2026-11-18.")
            : List.of(),
        Optional.of(48_112L - hoursAgo),
        Optional.empty(),
        Optional.empty(),
        counts);
  }

  private static History history(Verdict last, long hours) {
    Instant from = Looks.ago(24 * 300);
    return new History(
        Looks.ago(24 * 365),
        Looks.NOW,
        List.of(
            new Span(from, from.plus(Duration.ofDays(1)), Verdict.UNPROVEN),
            new Span(from.plus(Duration.ofDays(1)), Looks.ago(24 * 120), Verdict.UPHELD),
            new Span(Looks.ago(24 * 120), Looks.ago(24 * 116), Verdict.AT_RISK),
            new Span(Looks.ago(24 * 116), Looks.ago(24 * 114), Verdict.BROKEN),
            new Span(Looks.ago(24 * 114), Looks.ago(hours), Verdict.UPHELD),
            new Span(Looks.ago(hours), Looks.NOW, last)));
  }

  private static PromisePage.Care care(boolean cared) {
    return new PromisePage.Care(
        Optional.of("people@nimbus.example"),
        cared ? Optional.of(new Choice("p1", "Inès Marchand")) : Optional.empty(),
        cared ? Optional.of(Looks.NOW.plus(Duration.ofDays(2))) : Optional.empty(),
        cared ? Optional.of(new PromisePage.Mark("Omar Haddad", Looks.ago(50))) : Optional.empty(),
        cared
            ? List.of(
                new PromisePage.Comment(
                    "Omar Haddad",
                    Looks.ago(50),
                    "The job stopped when the host was replaced.\nIt runs again tonight; I look"
                        + " tomorrow morning."))
            : List.of());
  }

  private static List<Choice> owners() {
    return List.of(new Choice("p1", "Inès Marchand"), new Choice("p2", "Omar Haddad"));
  }

  private View broken() {
    String why =
        "38 rows past 12 months after last-contact among 1,105 in 2 of 2 mapped places; oldest"
            + " 2025-10-16.";
    return new PromisePage(
        about(
            "nimbus/recruitment/keep",
            List.of("The charter does not say who may look at what is kept on the person’s wish."),
            "eu-main/candidate",
            "eu-main/interview"),
        Verdict.BROKEN,
        Optional.of(Looks.ago(55)),
        why,
        List.of(
            "The job that deletes candidates last ran on 2026-11-18.",
            "Start it again on the host that has eu-main.",
            "Look whether other jobs stopped with it.",
            "Measure again."),
        List.of(
            measured(Outcome.VIOLATED, why, 5, "38", true),
            measured(Outcome.VIOLATED, "21 rows past their time among 1,101.", 29, "21", true),
            measured(Outcome.CLEAN, "No row past its time among 1,098.", 77, "0", false)),
        history(Verdict.BROKEN, 55),
        care(true),
        owners(),
        EnumSet.of(Ability.ASSIGN, Ability.COMMENT, Ability.PROVE),
        Map.of(),
        Map.of());
  }

  private View upheld() {
    String why = "No row past its time among 34,000 in 1 of 1 mapped places; oldest 2026-05-28.";
    return new PromisePage(
        about("nimbus/audience-measurement/keep", List.of(), "eu-main/visit"),
        Verdict.UPHELD,
        Optional.of(Looks.ago(5)),
        why,
        List.of(),
        List.of(measured(Outcome.CLEAN, why, 5, "0", true)),
        history(Verdict.UPHELD, 5),
        care(false),
        List.of(),
        EnumSet.noneOf(Ability.class),
        Map.of(),
        Map.of());
  }

  private View toAttest() {
    return attest(Map.of(), Map.of());
  }

  private View refused() {
    return attest(
        Map.of("attest.document", "Training list", "comment.text", "See <b>folder</b> 12"),
        Map.of(
            "attest.until",
            FieldError.of(Fault.PAST),
            "attest.digest",
            FieldError.of(Fault.NOT_A_DIGEST),
            "assign.due",
            FieldError.of(Fault.NOT_A_DATE)));
  }

  private View attest(Map<String, String> entered, Map<String, FieldError> errors) {
    return new PromisePage(
        about(house.attested(), List.of()),
        Verdict.UNPROVEN,
        Optional.empty(),
        "Nothing says yet that it holds.",
        List.of(),
        List.of(),
        new History(Looks.ago(24 * 365), Looks.NOW, List.of()),
        care(false),
        owners(),
        EnumSet.allOf(Ability.class),
        entered,
        errors);
  }

  private static View journal(JournalPage.State state) {
    return new JournalPage(
        List.of(
            entry(48_112, "promise.broken", "", "nimbus/recruitment/keep"),
            entry(48_111, "promise.measured", "", "nimbus/audience-measurement/keep"),
            entry(48_110, "promise.acknowledged", "Omar Haddad", "nimbus/card-numbers/absent"),
            entry(48_109, "promise.commented", "Omar Haddad", "nimbus/card-numbers/absent")),
        List.of("promise", "session", "token"),
        "",
        Optional.of(48_109L),
        new JournalPage.Chain(
            state,
            48_112,
            Optional.of(31_007L).filter(_ -> state == JournalPage.State.DAMAGED),
            Optional.of(Looks.ago(3)).filter(_ -> state != JournalPage.State.NOT_CHECKED),
            48_110,
            Optional.of(48_100L)),
        true);
  }

  private static JournalPage.Entry entry(long number, String kind, String actor, String promise) {
    return new JournalPage.Entry(
        number,
        Looks.ago(48_120 - number),
        kind,
        actor.isEmpty() ? Optional.empty() : Optional.of(actor),
        List.of(new Fact("promise", promise), new Fact("verdict", "UPHELD")),
        Long.toHexString(number * 0x9E3779B97F4A7C15L) + "d37d166209cdef75f81f6bac89097");
  }
}
