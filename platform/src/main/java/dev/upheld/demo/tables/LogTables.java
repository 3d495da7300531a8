package dev.upheld.demo.tables;

import static dev.upheld.demo.sql.Column.always;
import static dev.upheld.demo.sql.Column.maybe;

import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.sql.Type;
import java.time.Period;
import java.util.List;

/** What is written down by machines: security events, visits, requests. */
final class LogTables {
  private static final int VISITS = 4;
  private static final int EVENTS = 3;
  private static final int REQUESTS = 3;

  private LogTables() {}

  static List<Table> all() {
    return List.of(securityEvent(), visit(), requestLog());
  }

  private static Table securityEvent() {
    return Table.of(
            "security_event",
            s -> s.customers() * EVENTS,
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AccountTables::customerOf),
            always("login", Type.TEXT, r -> Persons.login(r.at(AccountTables.customerOf(r)))),
            always(
                "kind",
                Type.TEXT,
                r ->
                    r.oneOf(
                        "kind",
                        List.of(
                            "sign-in", "sign-in", "sign-in-failed", "create", "change", "delete"))),
            maybe("ip", Type.ADDRESS, r -> r.sql().address(Networks.full(r))),
            always("detail", Type.JSON, LogTables::detail),
            always(
                    "happened_at",
                    Type.BIG,
                    r -> r.ago(r.ageUpTo("happened", r.setting().within(Period.ofYears(1)))))
                .saying("seconds since 1970"))
        .pointing("account_id", "account")
        .index("happened_at")
        .saying("Who did what on the platform");
  }

  private static String detail(Row r) {
    return r.sql()
        .json(
            r.text(
                r.lit("{\"object\": \""),
                r.oneOf("adjective", Lexicon.ADJECTIVE),
                r.lit("-"),
                r.oneOf("noun", Lexicon.NOUN),
                r.lit("\", \"agent\": \""),
                r.oneOf("browser", Lexicon.BROWSER),
                r.lit("\"}")));
  }

  private static Table visit() {
    return Table.of(
            "visit",
            s -> s.customers() * VISITS,
            always("id", Type.BIG, Row::n),
            always(
                "visited_at",
                Type.INSTANT,
                r -> r.instantAgo(r.ageUpTo("visited", r.setting().within(Period.ofDays(180))))),
            always("ip", Type.ADDRESS, r -> r.sql().address(Networks.half(r)))
                .saying("first half only"),
            always(
                "pseudonym",
                Type.TEXT,
                r -> r.sql().token(r.at(r.below("visitor", 4_000_000)).seed("visitor"))),
            always("page", Type.TEXT, r -> r.oneOf("page", Lexicon.PAGE)),
            always("action", Type.TEXT, r -> r.oneOf("action", Lexicon.ACTION)),
            always("browser", Type.TEXT, r -> r.oneOf("browser", Lexicon.BROWSER)),
            always("operating_system", Type.TEXT, r -> r.oneOf("system", Lexicon.SYSTEM)),
            always("device", Type.TEXT, r -> r.oneOf("device", Lexicon.DEVICE)),
            always("screen", Type.TEXT, r -> r.oneOf("screen", Lexicon.SCREEN)))
        .index("visited_at")
        .saying("Visits of the public site, without cookies");
  }

  private static Table requestLog() {
    return Table.of(
            "request_log",
            s -> s.customers() * REQUESTS,
            always("id", Type.BIG, Row::n),
            always(
                    "logged_at",
                    Type.BIG,
                    r ->
                        "("
                            + r.ago(r.ageUpTo("logged", r.setting().within(Period.ofDays(30))))
                            + " * 1000 + "
                            + r.below("millis", 1000)
                            + ")")
                .saying("milliseconds since 1970"),
            always(
                "method",
                Type.TEXT,
                r -> r.oneOf("method", List.of("GET", "GET", "POST", "DELETE"))),
            always("path", Type.TEXT, r -> r.oneOf("path", Lexicon.PAGE)),
            always("status", Type.SMALL, r -> r.when(r.chance("fault", 3), "500", "200")),
            always("took_ms", Type.SMALL, r -> r.age("took", 1, 3000)),
            always("client", Type.BIG, Networks::halfAsNumber)
                .saying("first half of the IPv4 address, as a number"),
            always("trace", Type.TEXT, r -> r.text(r.lit("t-"), r.sql().token(r.seed("trace")))))
        .index("logged_at")
        .saying("One row per request to the platform's API, to find faults; names nobody");
  }
}
