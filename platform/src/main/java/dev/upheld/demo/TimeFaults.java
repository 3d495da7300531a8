package dev.upheld.demo;

import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Row;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is kept too long. */
final class TimeFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              1,
              "overdue-candidates",
              "candidates without a word for over a year are still there",
              Set.of("nimbus/recruitment/keep"),
              Region.EU,
              g ->
                  g.rows(
                      "candidate",
                      Map.of(
                          "last_contact_on", g.overdueDay(Period.ofMonths(12)),
                          "decided_at", r -> "NULL",
                          "keep_until", r -> "NULL"))),
          new Fault(
              2,
              "old-visits",
              "visits of 200 days where 180 are promised",
              Set.of("nimbus/audience-measurement/keep"),
              Region.EU,
              g -> g.rows("visit", Map.of("visited_at", r -> r.instantAgo("(200 * 86400)")))),
          new Fault(
              18,
              "archive-overdue",
              "former customers in the archive for over five years",
              Set.of("nimbus/accounts/keep-2"),
              Region.EU,
              g ->
                  g.rows(
                      "account_archive",
                      Map.of("id", Row::n, "contract_ended_at", g.overdue(Period.ofYears(5))))),
          new Fault(
              19,
              "ended-contracts",
              "customers whose contract ended are still among the active ones",
              Set.of("nimbus/accounts/keep"),
              Region.EU,
              g ->
                  g.rows(
                      "account",
                      Map.of(
                          "contract_ended_at", r -> r.instantAgo("(60 * 86400)"),
                          "verified_at", r -> r.instantAgo("(70 * 86400)"),
                          "created_at", r -> r.instantAgo("(70 * 86400)")))),
          new Fault(
              20,
              "unverified-overdue",
              "accounts never confirmed for more than 30 days",
              Set.of("nimbus/unverified-accounts/keep"),
              Region.US,
              g ->
                  g.rows(
                      "account",
                      Map.of(
                          "created_at", g.overdue(Period.ofDays(30)), "verified_at", r -> "NULL"))),
          new Fault(
              21,
              "old-security-events",
              "security events of over a year",
              Set.of("nimbus/security-log/keep"),
              Region.EU,
              g ->
                  g.rows(
                      "security_event",
                      Map.of("happened_at", g.overdueSeconds(Period.ofYears(1))))),
          new Fault(
              22,
              "unsubscribed-kept",
              "readers who unsubscribed are still there",
              Set.of("nimbus/newsletter/keep"),
              Region.EU,
              g ->
                  g.rows(
                      "subscriber", Map.of("unsubscribed_at", r -> r.instantAgo("(9 * 86400)")))),
          new Fault(
              23,
              "overdue-tickets",
              "tickets closed and silent for years",
              Set.of("nimbus/support/keep"),
              Region.EU,
              g ->
                  g.rows(
                          "ticket",
                          Map.of(
                              "created_at", g.overdue(Period.ofYears(3)),
                              "closed_at", g.overdue(Period.ofMonths(35))))
                      .then(
                          g.rows(
                              "message",
                              Map.of(
                                  "ticket_id",
                                  g.sameId(),
                                  "sent_at",
                                  g.overdue(Period.ofYears(3)))))),
          new Fault(
              24,
              "overdue-invoices",
              "invoices more than ten years after the end of their financial year",
              Set.of("nimbus/billing/keep"),
              Region.EU,
              g ->
                  g.rows(
                      "invoice",
                      Map.of(
                          "issued_at", g.overdue(Period.ofYears(11)),
                          "year_closed_on", g.overdueDay(Period.ofYears(10))))),
          new Fault(
              25,
              "old-requests",
              "technical requests of over 30 days",
              Set.of("nimbus/request-log/keep"),
              Region.EU,
              g ->
                  g.rows(
                      "request_log",
                      Map.of(
                          "logged_at",
                          r -> "(" + g.overdueSeconds(Period.ofDays(30)).apply(r) + " * 1000)"))));

  private TimeFaults() {}
}
