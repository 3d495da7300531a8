package dev.upheld.demo.profiles;

import dev.upheld.demo.Damage;
import dev.upheld.demo.sql.Row;
import java.time.Period;
import java.util.Map;

/** What is kept too long. */
final class TimeDamage {
  static final Damage OVERDUE_CANDIDATES =
      new Damage(
          "overdue-candidates",
          "candidates without a word for over a year are still there",
          g ->
              g.rows(
                  "candidate",
                  Map.of(
                      "last_contact_on", g.overdueDay(Period.ofMonths(12)),
                      "decided_at", r -> "NULL",
                      "keep_until", r -> "NULL")));

  static final Damage OLD_VISITS =
      new Damage(
          "old-visits",
          "visits of 200 days where 180 are promised",
          g -> g.rows("visit", Map.of("visited_at", r -> r.instantAgo("(200 * 86400)"))));

  static final Damage ARCHIVE_OVERDUE =
      new Damage(
          "archive-overdue",
          "former customers in the archive for over five years",
          g ->
              g.rows(
                  "account_archive",
                  Map.of("id", Row::n, "contract_ended_at", g.overdue(Period.ofYears(5)))));

  static final Damage ENDED_CONTRACTS =
      new Damage(
          "ended-contracts",
          "customers whose contract ended are still among the active ones",
          g ->
              g.rows(
                      "account",
                      Map.of(
                          "contract_ended_at", r -> r.instantAgo("(60 * 86400)"),
                          "verified_at", r -> r.instantAgo("(70 * 86400)"),
                          "created_at", r -> r.instantAgo("(70 * 86400)")))
                  .then(g.rows("application", Map.of("account_id", g.sameId()))));

  static final Damage UNVERIFIED_OVERDUE =
      new Damage(
          "unverified-overdue",
          "accounts never confirmed for more than 30 days",
          g ->
              g.rows(
                  "account",
                  Map.of("created_at", g.overdue(Period.ofDays(30)), "verified_at", r -> "NULL")));

  static final Damage OLD_SECURITY_EVENTS =
      new Damage(
          "old-security-events",
          "security events of over a year",
          g ->
              g.rows("security_event", Map.of("happened_at", g.overdueSeconds(Period.ofYears(1)))));

  static final Damage UNSUBSCRIBED_KEPT =
      new Damage(
          "unsubscribed-kept",
          "readers who unsubscribed are still there",
          g -> g.rows("subscriber", Map.of("unsubscribed_at", r -> r.instantAgo("(9 * 86400)"))));

  static final Damage OVERDUE_TICKETS =
      new Damage(
          "overdue-tickets",
          "tickets closed and silent for years",
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
                              "ticket_id", g.sameId(), "sent_at", g.overdue(Period.ofYears(3))))));

  static final Damage OVERDUE_INVOICES =
      new Damage(
          "overdue-invoices",
          "invoices more than ten years after the end of their financial year",
          g ->
              g.rows(
                  "invoice",
                  Map.of(
                      "issued_at", g.overdue(Period.ofYears(11)),
                      "year_closed_on", g.overdueDay(Period.ofYears(10)))));

  static final Damage OLD_REQUESTS =
      new Damage(
          "old-requests",
          "technical requests of over 30 days",
          g ->
              g.rows(
                  "request_log",
                  Map.of(
                      "logged_at",
                      r -> "(" + g.overdueSeconds(Period.ofDays(30)).apply(r) + " * 1000)")));

  private TimeDamage() {}
}
