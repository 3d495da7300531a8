package dev.upheld.demo.tables;

import static dev.upheld.demo.sql.Column.always;
import static dev.upheld.demo.sql.Column.maybe;

import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Setting;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.sql.Type;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/** What the policies of the examples speak of, and the demonstration has not. */
final class PolicyTables {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int OPEN_PERCENT = 10;

  /** Days that visits are counted for. */
  private static final int DAYS = 400;

  private static final List<String> DOCUMENTATION =
      List.of("/", "/start", "/network", "/storage", "/backup", "/iam", "/console", "/pricing");

  private PolicyTables() {}

  static List<Table> all() {
    return List.of(hotlineCall(), sourceScan(), privacyRequest(), pageCount(), clientContact());
  }

  /** A number stays until its call is closed. */
  private static Table hotlineCall() {
    return Table.of(
            "hotline_call",
            s -> Math.max(10, s.customers() / 4),
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AccountTables::customerOf),
            maybe(
                "phone",
                Type.TEXT,
                r -> r.when(open(r), Persons.phone(r.at(AccountTables.customerOf(r))))),
            always("called_at", Type.INSTANT, r -> r.instantAgo(callAge(r))),
            maybe(
                "closed_at",
                Type.INSTANT,
                r -> r.when("NOT " + open(r), r.instantAgo("(" + callAge(r) + " - " + DAY + ")"))))
        .pointing("account_id", "account")
        .saying("Calls of the hotline; the number goes when the call is closed");
  }

  private static String open(Row r) {
    return r.chance("open", OPEN_PERCENT);
  }

  private static String callAge(Row r) {
    return r.when(
        open(r),
        r.ageUpTo("called", 3 * DAY),
        r.age("called", 2 * DAY, r.setting().within(Period.ofYears(2))));
  }

  private static Table sourceScan() {
    return Table.of(
            "source_scan",
            s -> Math.max(3, s.customers() / 10),
            always("id", Type.BIG, Row::n),
            always("application_id", Type.BIG, AccountTables::customerOf),
            always(
                "scanned_at",
                Type.INSTANT,
                r -> r.instantAgo(r.ageUpTo("scanned", r.setting().within(Period.ofYears(1))))),
            always(
                "verdict",
                Type.TEXT,
                r -> r.oneOf("verdict", List.of("clean", "clean", "clean", "suspicious"))),
            always(
                "excerpt",
                Type.LONG_TEXT,
                r ->
                    r.text(
                        r.lit("import "),
                        r.oneOf("noun", Lexicon.NOUN),
                        r.lit("; run("),
                        r.oneOf("adjective", Lexicon.ADJECTIVE),
                        r.lit(");"))))
        .pointing("application_id", "application")
        .saying("Where applications were searched for malware");
  }

  private static long requests(Setting s) {
    return Math.max(10, s.customers() / 50);
  }

  /** Every fifth is still to be answered; what shows who asks goes when it is checked. */
  private static Table privacyRequest() {
    return Table.of(
            "privacy_request",
            PolicyTables::requests,
            always("id", Type.BIG, Row::n),
            always(
                "kind",
                Type.TEXT,
                r ->
                    r.oneOf(
                        "kind",
                        List.of("access", "erasure", "rectification", "objection", "portability"))),
            always("name", Type.TEXT, r -> Persons.name(requester(r))),
            always("email", Type.TEXT, r -> Persons.email(requester(r))),
            always("content", Type.LONG_TEXT, PolicyTables::request),
            maybe(
                "proof",
                Type.BYTES,
                r ->
                    r.when(
                        r.n() + " % 10 = 0",
                        r.sql()
                            .bytes(r.text(r.lit("%PDF-2.0 copy "), r.sql().token(r.seed("id")))))),
            always(
                "received_at",
                Type.INSTANT,
                r ->
                    r.instantAgo(
                        "(" + replyAge(r) + " + " + r.age("received", 60, 20 * DAY) + ")")),
            maybe(
                "replied_at",
                Type.INSTANT,
                r -> r.when(r.n() + " % 5 <> 0", r.instantAgo(replyAge(r)))))
        .saying("What people asked about their rights");
  }

  private static Row requester(Row r) {
    return r.at("(" + r.n() + " + 700000000)");
  }

  private static String replyAge(Row r) {
    return r.when(
        r.n() + " % 5 = 0", "60", r.ageUpTo("replied", r.setting().within(Period.ofYears(1))));
  }

  private static String request(Row r) {
    return r.oneOf(
        "request",
        List.of(
            "Please tell me what you hold about me.",
            "Merci de supprimer mon compte et mes données.",
            "My address changed, please correct it.",
            "Je m'oppose à l'analyse de mes visites.",
            "Please hand over my data so that I can take it elsewhere."));
  }

  /** One row for a page and a day; nobody is in it. */
  private static Table pageCount() {
    int pages = DOCUMENTATION.size();
    return Table.of(
            "page_count",
            s -> (long) DAYS * pages,
            always("id", Type.BIG, Row::n),
            always(
                    "day",
                    Type.TEXT,
                    r ->
                        r.text(
                            r.dateAgo(
                                "("
                                    + r.sql().div("(" + r.n() + " - 1)", "" + pages)
                                    + " * "
                                    + DAY
                                    + ")")))
                .saying("yyyy-mm-dd"),
            always(
                "page",
                Type.TEXT,
                r -> r.sql().pick(DOCUMENTATION, "((" + r.n() + " - 1) % " + pages + ")")),
            always("visits", Type.BIG, r -> r.age("visits", 1, 900)))
        .index("day", "page")
        .saying("Visits of the documentation, counted by day and page");
  }

  private static Table clientContact() {
    return Table.of(
            "client_contact",
            s -> Math.max(10, s.customers() / 10),
            always("id", Type.BIG, Row::n),
            always("name", Type.TEXT, Persons::name),
            always("email", Type.TEXT, Persons::email),
            always("organisation", Type.TEXT, AccountTables::organisationName),
            always(
                "since",
                Type.DATE,
                r -> r.dateAgo(r.age("since", DAY, r.setting().within(Period.ofYears(8))))))
        .index("email")
        .saying("Whom the provider talks to at its clients");
  }
}
