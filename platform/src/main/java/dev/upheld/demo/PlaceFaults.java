package dev.upheld.demo;

import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Type;
import dev.upheld.demo.tables.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data in the wrong place. */
final class PlaceFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              14,
              "undeclared-birth-dates",
              "a new column of birth dates that the charter does not know",
              Set.of("nimbus/accounts/hold-only", "nimbus/unverified-accounts/hold-only"),
              Region.EU,
              g ->
                  g.newColumn(
                      "account",
                      "birth_date",
                      Type.DATE,
                      r -> r.dateAgo(r.age("birth", 600_000_000, 2_000_000_000)))),
          new Fault(
              15,
              "undeclared-table",
              "an export of customers that somebody left behind",
              Set.of("nimbus/undeclared/hold-only"),
              Region.EU,
              g -> g.newTable("customer_export", "account", List.of("name", "email", "phone"))),
          new Fault(
              16,
              "eu-customer-in-us",
              "a customer residing in France in the database in the United States",
              Set.of("nimbus/eu-customers/locate"),
              Region.US,
              g -> g.oneRow("account", Map.of("country", r -> r.lit("FR")))),
          new Fault(
              17,
              "us-customer-in-eu",
              "a customer residing in the United States in the database in France",
              Set.of("nimbus/us-customers/locate"),
              Region.EU,
              g -> g.oneRow("account", Map.of("country", r -> r.lit("US")))),
          new Fault(
              26,
              "joinable-logins",
              "logins of customers in the technical request log",
              Set.of("nimbus/request-log-apart/apart"),
              Region.EU,
              g ->
                  g.rows(
                      "request_log",
                      Map.of(
                          "trace",
                          r ->
                              Schema.table("account")
                                  .column("login")
                                  .value()
                                  .apply(r.at(g.some("account").apply(r)))))));

  private PlaceFaults() {}
}
