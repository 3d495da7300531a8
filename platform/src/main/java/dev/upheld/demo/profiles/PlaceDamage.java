package dev.upheld.demo.profiles;

import dev.upheld.demo.Damage;
import dev.upheld.demo.sql.Type;
import java.util.List;
import java.util.Map;

/** Data in the wrong place. */
final class PlaceDamage {
  static final Damage UNDECLARED_BIRTH_DATES =
      new Damage(
          "undeclared-birth-dates",
          "a new column of birth dates that the charter does not know",
          g ->
              g.newColumn(
                  "account",
                  "birth_date",
                  Type.DATE,
                  r -> r.dateAgo(r.age("birth", 600_000_000, 2_000_000_000))));

  static final Damage UNDECLARED_TABLE =
      new Damage(
          "undeclared-table",
          "an export of customers that somebody left behind",
          g -> g.newTable("customer_export", "account", List.of("name", "email", "phone")));

  static final Damage EU_CUSTOMER_IN_US =
      new Damage(
          "eu-customer-in-us",
          "a customer residing in France in the database in the United States",
          g -> g.oneRow("account", Map.of("country", r -> r.lit("FR"))));

  static final Damage US_CUSTOMER_IN_EU =
      new Damage(
          "us-customer-in-eu",
          "a customer residing in the United States in the database in France",
          g -> g.oneRow("account", Map.of("country", r -> r.lit("US"))));

  static final Damage JOINABLE_LOGINS =
      new Damage(
          "joinable-logins",
          "logins of customers in the technical request log",
          g ->
              g.rows(
                  "request_log",
                  Map.of(
                      "trace",
                      r ->
                          g.table("account")
                              .column("login")
                              .value()
                              .apply(r.at(g.some("account").apply(r))))));

  private PlaceDamage() {}
}
