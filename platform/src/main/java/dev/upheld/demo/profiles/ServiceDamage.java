package dev.upheld.demo.profiles;

import dev.upheld.demo.Change;
import dev.upheld.demo.Damage;
import dev.upheld.demo.Gardener;
import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Type;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What can go wrong at a small cloud company, in its office and in its application. */
final class ServiceDamage {
  static final Damage OVERDUE_CANDIDATES =
      new Damage(
          "overdue-candidates",
          "candidates without a word for over two years are still there",
          g ->
              g.rows(
                  "candidate",
                  Map.of(
                      "last_contact_on", g.overdueDay(Period.ofYears(2)),
                      "decided_at", r -> "NULL",
                      "keep_until", r -> "NULL")));

  static final Damage BIRTH_DATES =
      new Damage(
          "birth-dates",
          "a new column of candidates' birth dates that the charter does not know",
          g ->
              g.newColumn(
                  "candidate",
                  "birth_date",
                  Type.DATE,
                  r -> r.dateAgo(r.age("birth", 600_000_000, 2_000_000_000))));

  static final Damage ADDRESSES_IN_LOG =
      new Damage(
          "addresses-in-log",
          "the site's log files begin to hold the addresses of visitors",
          g ->
              g.newColumn(
                  "site_log",
                  "client",
                  Type.ADDRESS,
                  r -> r.sql().address(r.text(r.lit("198.51.100."), r.age("host", 1, 254)))));

  static final Damage MAIL_IN_LOG =
      new Damage(
          "mail-in-log",
          "e-mail addresses of contacts in the site's log files",
          g -> g.rows("site_log", Map.of("trace", of(g, "contact", "email"))));

  static final Damage LEADS =
      new Damage(
          "leads",
          "a list of contacts to call that somebody left behind",
          g -> g.newTable("lead", "contact", List.of("name", "email", "organisation")));

  static final Damage DELETED_ACCOUNTS_KEPT =
      new Damage(
          "deleted-accounts-kept",
          "users who deleted their account are still there",
          g -> g.rows("user_account", Map.of("deleted_at", r -> r.instantAgo("(9 * 86400)"))));

  static final Damage OLD_EVENTS =
      new Damage(
          "old-events",
          "technical data of over a year",
          g -> g.rows("usage_event", Map.of("happened_at", g.overdue(Period.ofYears(1)))));

  static final Damage OLD_USAGE =
      new Damage(
          "old-usage",
          "use of the product of over a year ago",
          g -> g.rows("product_usage", Map.of("happened_at", g.overdue(Period.ofYears(1)))));

  static final Damage USAGE_OF_DELETED =
      new Damage(
          "usage-of-deleted",
          "use of the product by users who deleted their account",
          g ->
              g.rows(
                  "product_usage", Map.of("account_deleted_at", r -> r.instantAgo("(9 * 86400)"))));

  static final Damage MAIL_AS_KEY =
      new Damage(
          "mail-as-key",
          "e-mail addresses where a key that means nothing is promised",
          g -> usedBy(g, "email"));

  static final Damage LOGIN_AS_KEY =
      new Damage(
          "login-as-key",
          "the sign-in provider's name of a user serves as the key that means nothing",
          g -> usedBy(g, "login"));

  private ServiceDamage() {}

  private static Change usedBy(Gardener g, String column) {
    return g.rows("product_usage", Map.of("user_key", of(g, "user_account", column)));
  }

  /** What a healthy row of a table holds. */
  private static Function<Row, String> of(Gardener g, String table, String column) {
    Function<Row, String> some = g.some(table);
    return r -> g.table(table).column(column).value().apply(r.at(some.apply(r)));
  }
}
