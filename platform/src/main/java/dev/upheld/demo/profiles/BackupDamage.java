package dev.upheld.demo.profiles;

import dev.upheld.demo.Damage;
import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What can go wrong at a provider of backups. */
final class BackupDamage {
  static final Damage SWISS_CUSTOMER_IN_US =
      new Damage(
          "swiss-customer-in-us",
          "a customer residing in Switzerland in the database in the United States",
          g -> g.oneRow("account", Map.of("country", r -> r.lit("CH"))));

  static final Damage PLAIN_BACKUP =
      new Damage(
          "plain-backup",
          "one backup lies open although its customer chose to encrypt",
          g ->
              g.oneRow(
                  "snapshot",
                  Map.of("crypt_mode", r -> r.lit("none"), "encrypted_by_customer", r -> "true")));

  static final Damage PHONES =
      new Damage(
          "phones",
          "a new column of telephone numbers that the charter does not know",
          g -> g.newColumn("account", "phone", Type.TEXT, BackupDamage::phone));

  static final Damage CARD_IN_SETTINGS =
      new Damage(
          "card-in-settings",
          "a payment card number in the settings of a service",
          g -> g.oneRow("service", Map.of("settings", settings("pay with " + Cards.grouped()))));

  static final Damage IBAN_IN_SETTINGS =
      new Damage(
          "iban-in-settings",
          "a payer's account number in the settings of a service",
          g -> g.oneRow("service", Map.of("settings", settings("bill to NL25NIMB0000000001"))));

  static final Damage SECRETS_LEFT_BEHIND =
      new Damage(
          "secrets-left-behind",
          "an export of logins and their second factors that somebody left behind",
          g -> g.newTable("secret_export", "account", List.of("login", "totp_secret")));

  static final Damage OWNERS_IN_CATALOGUE =
      new Damage(
          "owners-in-catalogue",
          "a new column beside backups with the e-mail address of whose machine it was",
          g ->
              g.newColumn(
                  "snapshot",
                  "machine_of",
                  Type.TEXT,
                  r -> g.table("account").column("email").value().apply(r)));

  private BackupDamage() {}

  private static Function<Row, String> settings(String note) {
    return r -> r.sql().json(r.lit("{\"schedule\": \"daily\", \"note\": \"" + note + "\"}"));
  }

  /** From the numbers that Arcep keeps for fiction. */
  private static String phone(Row r) {
    return r.text(
        r.lit("+33 6 39 98 "),
        r.sql().digits(r.below("phone-a", 100), 2),
        r.lit(" "),
        r.sql().digits(r.below("phone-b", 100), 2));
  }
}
