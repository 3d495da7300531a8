package dev.upheld.demo.profiles;

import dev.upheld.demo.Database;
import dev.upheld.demo.Profile;
import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Schema;
import dev.upheld.demo.tables.Catalogue;
import java.util.Set;

/**
 * The demonstration: a cloud provider of nobody's, with customers in Europe and in the United
 * States apart. Only Europe hires, writes letters and has a site that is visited.
 */
final class Nimbus {
  private static final Schema EUROPE =
      new Schema(
          Catalogue.tables(
              "account",
              "account_archive",
              "organisation",
              "membership",
              "application",
              "file_access",
              "membership_archive",
              "application_archive",
              "file_access_archive",
              "invoice",
              "payment",
              "plan",
              "ticket",
              "message",
              "candidate",
              "interview",
              "subscriber",
              "security_event",
              "visit",
              "request_log"));

  private static final Set<String> EUROPEAN =
      Set.of("candidate", "interview", "subscriber", "visit");

  private static final Schema UNITED_STATES =
      new Schema(EUROPE.tables().stream().filter(t -> !EUROPEAN.contains(t.name())).toList());

  private Nimbus() {}

  static Profile profile() {
    return Profile.of(
            "demo", "nimbus", database(Region.EU, EUROPE), database(Region.US, UNITED_STATES))
        .fault("eu", TimeDamage.OVERDUE_CANDIDATES, "recruitment/keep")
        .fault("eu", TimeDamage.OLD_VISITS, "audience-measurement/keep")
        .fault("eu", ValueDamage.FULL_IPS, "audience-measurement/form")
        .fault("eu", ValueDamage.FULL_IPS_V6, "audience-measurement/form")
        .fault("eu", ValueDamage.FULL_IPS_NUMBER, "request-log/form")
        .fault("eu", ValueDamage.FULL_IPS_TEXT, "newsletter/form")
        .fault("eu", ValueDamage.PLAIN_PASSWORDS, "accounts/form")
        .fault("eu", ValueDamage.PLAIN_PASSWORD, "accounts/form", "unverified-accounts/form")
        .fault("us", ValueDamage.MD5_PASSWORDS, "accounts/form", "unverified-accounts/form")
        .fault("eu", ValueDamage.CARD_IN_TICKET, "card-numbers/absent")
        .fault("us", ValueDamage.CARD_IN_JSON, "card-numbers/absent")
        .fault("eu", ValueDamage.CARD_IN_NUMBER, "card-numbers/absent")
        .fault("eu", ValueDamage.IBAN_IN_MESSAGE, "account-numbers/absent")
        .fault(
            "eu",
            PlaceDamage.UNDECLARED_BIRTH_DATES,
            "accounts/hold-only",
            "unverified-accounts/hold-only")
        .fault("eu", PlaceDamage.UNDECLARED_TABLE, "undeclared/hold-only")
        .fault("us", PlaceDamage.EU_CUSTOMER_IN_US, "eu-customers/locate")
        .fault("eu", PlaceDamage.US_CUSTOMER_IN_EU, "us-customers/locate")
        .fault("eu", TimeDamage.ARCHIVE_OVERDUE, "accounts/keep-2")
        .fault("eu", TimeDamage.ENDED_CONTRACTS, "accounts/keep")
        .fault("us", TimeDamage.UNVERIFIED_OVERDUE, "unverified-accounts/keep")
        .fault("eu", TimeDamage.OLD_SECURITY_EVENTS, "security-log/keep")
        .fault("eu", TimeDamage.UNSUBSCRIBED_KEPT, "newsletter/keep")
        .fault("eu", TimeDamage.OVERDUE_TICKETS, "support/keep")
        .fault("eu", TimeDamage.OVERDUE_INVOICES, "billing/keep")
        .fault("eu", TimeDamage.OLD_REQUESTS, "request-log/keep")
        .fault("eu", PlaceDamage.JOINABLE_LOGINS, "request-log-apart/apart")
        .usually(
            "overdue-candidates",
            "old-visits",
            "full-ips",
            "plain-passwords",
            "card-in-ticket",
            "undeclared-birth-dates",
            "eu-customer-in-us");
  }

  private static Database database(Region region, Schema schema) {
    return new Database(
        region.id(),
        "nimbus_" + region.id(),
        "UPHELD_DEMO_" + region.name() + "_PORT",
        region,
        region::customersOf,
        schema);
  }
}
