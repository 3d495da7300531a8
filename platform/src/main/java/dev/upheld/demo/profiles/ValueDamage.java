package dev.upheld.demo.profiles;

import dev.upheld.demo.Damage;
import java.util.Map;

/** Values that must not have this form, or must not be there. */
final class ValueDamage {
  static final Damage FULL_IPS =
      new Damage(
          "full-ips",
          "visits with a whole IPv4 address",
          g ->
              g.rows(
                  "visit",
                  Map.of(
                      "ip",
                      r -> r.sql().address(r.text(r.lit("203.0.113."), r.age("h", 1, 254))))));

  static final Damage FULL_IPS_V6 =
      new Damage(
          "full-ips-v6",
          "visits with a whole IPv6 address",
          g ->
              g.rows(
                  "visit",
                  Map.of(
                      "ip",
                      r -> r.sql().address(r.text(r.lit("2001:db8:7::"), r.age("h", 1, 9000))))));

  static final Damage FULL_IPS_NUMBER =
      new Damage(
          "full-ips-number",
          "requests with a whole IPv4 address, kept as a number",
          g ->
              g.rows(
                  "request_log",
                  Map.of("client", r -> "(" + (10L << 24) + " + " + r.age("h", 1, 65_000) + ")")));

  static final Damage FULL_IPS_TEXT =
      new Damage(
          "full-ips-text",
          "one subscriber's confirmation with a whole address, as text",
          g -> g.oneRow("subscriber", Map.of("confirmed_ip", r -> r.lit("198.51.100.23"))));

  static final Damage PLAIN_PASSWORDS =
      new Damage(
          "plain-passwords",
          "a column of passwords in plain text",
          g ->
              g.column(
                  "file_access",
                  "password",
                  r -> r.text(r.lit("misty-otter-"), r.number("plain", 2))));

  static final Damage PLAIN_PASSWORD =
      new Damage(
          "plain-password",
          "one password in plain text among the hashes of all customers",
          g -> g.oneRow("account", Map.of("password_hash", r -> r.lit("correct horse battery"))));

  static final Damage MD5_PASSWORDS =
      new Damage(
          "md5-passwords",
          "passwords hashed by MD5 without salt",
          g -> g.rows("account", Map.of("password_hash", r -> r.sql().md5(r.seed("old")))));

  static final Damage CARD_IN_TICKET =
      new Damage(
          "card-in-ticket",
          "a payment card number in the text of a support message",
          g ->
              g.oneRow(
                  "message",
                  Map.of(
                      "ticket_id", g.some("ticket"),
                      "sent_at", r -> r.instantAgo("86400"),
                      "body",
                          r ->
                              r.lit("Please charge my card " + Cards.grouped() + ", thank you."))));

  static final Damage CARD_IN_JSON =
      new Damage(
          "card-in-json",
          "a payment card number in the JSON details of a ticket",
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
                                          + "\"}")))));

  static final Damage CARD_IN_NUMBER =
      new Damage(
          "card-in-number",
          "a payment card number in a numeric column",
          g ->
              g.oneRow(
                  "payment",
                  Map.of("invoice_id", g.some("invoice"), "settlement", r -> Cards.number())));

  static final Damage IBAN_IN_MESSAGE =
      new Damage(
          "iban-in-message",
          "a payer's account number in a support message",
          g ->
              g.oneRow(
                  "message",
                  Map.of(
                      "ticket_id", g.some("ticket"),
                      "sent_at", r -> r.instantAgo("86400"),
                      "body", r -> r.lit("Refund to NL25NIMB0000000001 please."))));

  private ValueDamage() {}
}
