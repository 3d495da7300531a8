package dev.upheld.demo;

import dev.upheld.demo.sql.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that must not have this form, or must not be there. */
final class ValueFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              3,
              "full-ips",
              "visits with a whole IPv4 address",
              Set.of("nimbus/audience-measurement/form"),
              Region.EU,
              g ->
                  g.rows(
                      "visit",
                      Map.of(
                          "ip",
                          r -> r.sql().address(r.text(r.lit("203.0.113."), r.age("h", 1, 254)))))),
          new Fault(
              4,
              "full-ips-v6",
              "visits with a whole IPv6 address",
              Set.of("nimbus/audience-measurement/form"),
              Region.EU,
              g ->
                  g.rows(
                      "visit",
                      Map.of(
                          "ip",
                          r ->
                              r.sql()
                                  .address(r.text(r.lit("2001:db8:7::"), r.age("h", 1, 9000)))))),
          new Fault(
              5,
              "full-ips-number",
              "requests with a whole IPv4 address, kept as a number",
              Set.of("nimbus/request-log/form"),
              Region.EU,
              g ->
                  g.rows(
                      "request_log",
                      Map.of(
                          "client", r -> "(" + (10L << 24) + " + " + r.age("h", 1, 65_000) + ")"))),
          new Fault(
              6,
              "full-ips-text",
              "one subscriber's confirmation with a whole address, as text",
              Set.of("nimbus/newsletter/form"),
              Region.EU,
              g -> g.oneRow("subscriber", Map.of("confirmed_ip", r -> r.lit("198.51.100.23")))),
          new Fault(
              7,
              "plain-passwords",
              "a column of passwords in plain text",
              Set.of("nimbus/accounts/form"),
              Region.EU,
              g ->
                  g.column(
                      "file_access",
                      "password",
                      r -> r.text(r.lit("misty-otter-"), r.number("plain", 2)))),
          new Fault(
              8,
              "plain-password",
              "one password in plain text among the hashes of all customers",
              Set.of("nimbus/accounts/form", "nimbus/unverified-accounts/form"),
              Region.EU,
              g ->
                  g.oneRow(
                      "account", Map.of("password_hash", r -> r.lit("correct horse battery")))),
          new Fault(
              9,
              "md5-passwords",
              "passwords hashed by MD5 without salt",
              Set.of("nimbus/accounts/form", "nimbus/unverified-accounts/form"),
              Region.US,
              g -> g.rows("account", Map.of("password_hash", r -> r.sql().md5(r.seed("old"))))),
          new Fault(
              10,
              "card-in-ticket",
              "a payment card number in the text of a support message",
              Set.of("nimbus/card-numbers/absent"),
              Region.EU,
              g ->
                  g.oneRow(
                      "message",
                      Map.of(
                          "ticket_id", g.some("ticket"),
                          "sent_at", r -> r.instantAgo("86400"),
                          "body",
                              r ->
                                  r.lit(
                                      "Please charge my card "
                                          + Cards.grouped()
                                          + ", thank you.")))),
          new Fault(
              11,
              "card-in-json",
              "a payment card number in the JSON details of a ticket",
              Set.of("nimbus/card-numbers/absent"),
              Region.US,
              g ->
                  g.oneRow(
                      "ticket",
                      Map.of(
                          "details",
                          r ->
                              r.sql()
                                  .json(
                                      r.lit(
                                          "{\"channel\": \"chat\", \"paid_with\": \""
                                              + Cards.number()
                                              + "\"}"))))),
          new Fault(
              12,
              "card-in-number",
              "a payment card number in a numeric column",
              Set.of("nimbus/card-numbers/absent"),
              Region.EU,
              g ->
                  g.oneRow(
                      "payment",
                      Map.of("invoice_id", g.some("invoice"), "settlement", r -> Cards.number()))),
          new Fault(
              13,
              "iban-in-message",
              "a payer's account number in a support message",
              Set.of("nimbus/account-numbers/absent"),
              Region.EU,
              g ->
                  g.oneRow(
                      "message",
                      Map.of(
                          "ticket_id", g.some("ticket"),
                          "sent_at", r -> r.instantAgo("86400"),
                          "body", r -> r.lit("Refund to NL25NIMB0000000001 please.")))));

  private ValueFaults() {}
}
