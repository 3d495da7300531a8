package dev.upheld.demo.profiles;

import dev.upheld.demo.Damage;
import dev.upheld.demo.Gardener;
import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Type;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What can go wrong with the tables that the policies of the examples speak of. */
final class PolicyDamage {
  static final Damage MAIL_IN_VISITS =
      new Damage(
          "mail-in-visits",
          "the addresses of customers beside their visits",
          g -> g.newColumn("visit", "visitor_email", Type.TEXT, emailOf(g, "account")));

  static final Damage OLD_OPERATIONS =
      new Damage(
          "old-operations",
          "operations on content recorded more than a year ago",
          g ->
              g.rows(
                  "security_event",
                  Map.of(
                      "kind",
                      r -> r.lit("create"),
                      "happened_at",
                      g.overdueSeconds(Period.ofYears(1)))));

  static final Damage CLOSED_CALLS =
      new Damage(
          "closed-calls",
          "numbers of callers whose calls are closed",
          g ->
              g.rows(
                  "hotline_call",
                  Map.of(
                      "phone", r -> r.lit("+33 6 39 98 00 17"),
                      "called_at", r -> r.instantAgo("(9 * 86400)"),
                      "closed_at", r -> r.instantAgo("(8 * 86400)"))));

  static final Damage OVERDUE_REQUESTS =
      new Damage(
          "overdue-requests",
          "requests answered more than a year ago",
          g ->
              g.rows(
                  "privacy_request",
                  Map.of(
                      "received_at", g.overdue(Period.ofMonths(14)),
                      "replied_at", g.overdue(Period.ofYears(1)))));

  static final Damage NATIONAL_NUMBERS =
      new Damage(
          "national-numbers",
          "a new column of identity card numbers that the charter does not know",
          g ->
              g.newColumn(
                  "account",
                  "national_id_number",
                  Type.TEXT,
                  r -> r.text(r.lit("BK"), r.number("card", 6))));

  static final Damage IBAN_OF_REQUESTER =
      new Damage(
          "iban-of-requester",
          "an account number in what a person wrote about their rights",
          g ->
              g.oneRow(
                  "privacy_request",
                  Map.of("content", r -> r.lit("I was charged on NL25NIMB0000000001."))));

  static final Damage COPY_OF_CANDIDATES =
      new Damage(
          "copy-of-candidates",
          "a copy of the candidates that somebody left behind",
          g -> g.newTable("candidate_copy", "candidate", List.of("name", "email", "birth_date")));

  static final Damage VISITOR_KEYS =
      new Damage(
          "visitor-keys",
          "a key of the visitor beside the counts of pages",
          g ->
              g.newColumn(
                  "page_count", "visitor_id", Type.TEXT, r -> r.sql().token(r.seed("visitor"))));

  static final Damage ADDRESSES_OF_VISITORS =
      new Damage(
          "addresses-of-visitors",
          "addresses of visitors beside the counts of pages",
          g ->
              g.newColumn(
                  "page_count",
                  "ip",
                  Type.ADDRESS,
                  r -> r.sql().address(r.text(r.lit("203.0.113."), r.age("host", 1, 254)))));

  static final Damage HOURS_OF_VISITS =
      new Damage(
          "hours-of-visits",
          "visits counted by the minute where a day is promised",
          g ->
              g.rows(
                  "page_count",
                  Map.of(
                      "day",
                      r ->
                          r.text(
                              r.dateAgo("86400"),
                              r.lit(" 14:"),
                              r.sql().digits(r.below("m", 60), 2)))));

  static final Damage CONTACTS_IN_PAGES =
      new Damage(
          "contacts-in-pages",
          "addresses of clients' contacts among the pages viewed",
          g ->
              g.rows(
                  "page_count",
                  Map.of("day", PolicyDamage::dayBefore, "page", emailOf(g, "client_contact"))));

  static final Damage REQUESTERS_IN_PAGES =
      new Damage(
          "requesters-in-pages",
          "addresses of people who made a request among the pages viewed",
          g ->
              g.rows(
                  "page_count",
                  Map.of("day", PolicyDamage::dayBefore, "page", emailOf(g, "privacy_request"))));

  static final Damage BIRTH_DATES_OF_CONTACTS =
      new Damage(
          "birth-dates-of-contacts",
          "a new column of birth dates of clients' contacts",
          g ->
              g.newColumn(
                  "client_contact",
                  "birth_date",
                  Type.DATE,
                  r -> r.dateAgo(r.age("birth", 600_000_000, 2_000_000_000))));

  static final Damage CARDS_OF_REQUESTERS =
      new Damage(
          "cards-of-requesters",
          "a new column of payment cards of people who made a request",
          g ->
              g.newColumn("privacy_request", "card_number", Type.TEXT, r -> r.lit(Cards.number())));

  static final Damage NEWSLETTER =
      new Damage(
          "newsletter",
          "a newsletter's readers, copied from the contacts of clients",
          g -> g.newTable("newsletter_reader", "client_contact", List.of("name", "email")));

  /** The address of a person of that table. */
  private static Function<Row, String> emailOf(Gardener g, String table) {
    Function<Row, String> email = g.table(table).column("email").value();
    return r -> email.apply(r.at(g.some(table).apply(r)));
  }

  /** Planted rows lie far beyond the days that their numbers stand for. */
  private static String dayBefore(Row r) {
    return r.text(r.dateAgo("86400"));
  }

  private PolicyDamage() {}
}
