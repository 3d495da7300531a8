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

/** Support tickets and their messages. */
final class SupportTables {
  private static final int MESSAGES = 3;

  /** The messages of a ticket fall within this time, and then it may be closed. */
  private static final long CONVERSATION = Duration.ofDays(6).toSeconds();

  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private SupportTables() {}

  static List<Table> all() {
    return List.of(ticket(), message());
  }

  private static long tickets(Setting s) {
    return Math.max(3, s.customers() * 3 / 5);
  }

  private static Row customer(Row ticket) {
    return ticket.at(AccountTables.customerOf(ticket));
  }

  /** Neither older than the account nor than the charter allows. */
  private static String ageOf(Row ticket) {
    long most = ticket.setting().within(Period.ofMonths(24));
    String age = "LEAST(" + most + ", " + AccountTables.ageOf(customer(ticket)) + ")";
    return ticket.partOf(age, "opened");
  }

  private static Table ticket() {
    return Table.of(
            "ticket",
            SupportTables::tickets,
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AccountTables::customerOf),
            always("contact_email", Type.TEXT, r -> Persons.email(customer(r))),
            maybe(
                "callback_phone",
                Type.TEXT,
                r -> r.when(r.chance("callback", 20), Persons.phone(customer(r)))),
            always("subject", Type.TEXT, r -> r.oneOf("subject", Lexicon.SUBJECT)),
            maybe("ip", Type.ADDRESS, r -> r.sql().address(Networks.full(r))),
            always("details", Type.JSON, SupportTables::details),
            always("created_at", Type.INSTANT, r -> r.instantAgo(ageOf(r))),
            maybe(
                "closed_at",
                Type.INSTANT,
                r ->
                    r.when(
                        ageOf(r) + " > " + CONVERSATION + " AND " + r.chance("closed", 92),
                        r.instantAgo("(" + ageOf(r) + " - " + CONVERSATION + ")"))))
        .pointing("account_id", "account");
  }

  private static String details(Row r) {
    return r.sql()
        .json(
            r.text(
                r.lit("{\"channel\": \""),
                r.oneOf("channel", List.of("form", "mail", "chat", "phone")),
                r.lit("\", \"tags\": [\""),
                r.oneOf("tag", List.of("billing", "build", "network", "database", "other")),
                r.lit("\"]}")));
  }

  private static Table message() {
    return Table.of(
            "message",
            s -> tickets(s) * MESSAGES,
            always("id", Type.BIG, Row::n),
            always("ticket_id", Type.BIG, SupportTables::ticketOf),
            always("from_customer", Type.BOOLEAN, r -> "(" + r.n() + " % " + MESSAGES + " <> 2)"),
            always("body", Type.LONG_TEXT, SupportTables::body),
            always("sent_at", Type.INSTANT, r -> r.instantAgo(sentAge(r))))
        .pointing("ticket_id", "ticket");
  }

  private static String ticketOf(Row r) {
    return "(1 + " + r.sql().div("(" + r.n() + " - 1)", "" + MESSAGES) + ")";
  }

  /** Each message up to two days after the one before, the first with the ticket. */
  private static String sentAge(Row r) {
    long step = CONVERSATION / MESSAGES;
    String after = "(" + r.n() + " - 1) % " + MESSAGES + " * " + r.age("pause", HOUR, step);
    return "GREATEST(60, " + ageOf(r.at(ticketOf(r))) + " - " + after + ")";
  }

  private static String body(Row r) {
    return r.text(
        r.oneOf("opening", Lexicon.OPENING),
        r.lit(" "),
        r.oneOf("middle", Lexicon.MIDDLE),
        r.lit(" "),
        r.oneOf("closing", Lexicon.CLOSING));
  }
}
