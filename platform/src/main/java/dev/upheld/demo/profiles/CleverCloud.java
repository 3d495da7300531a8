package dev.upheld.demo.profiles;

import dev.upheld.demo.Database;
import dev.upheld.demo.Profile;
import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Schema;
import dev.upheld.demo.tables.Catalogue;
import java.util.function.LongUnaryOperator;

/** A platform as a service in France, and its Moroccan twin: the same tables, other accidents. */
final class CleverCloud {
  private static final Schema SCHEMA =
      new Schema(
          Catalogue.tables(
              "account",
              "account_archive",
              "organisation",
              "membership",
              "application",
              "file_access",
              "invoice",
              "payment",
              "plan",
              "ticket",
              "message",
              "candidate",
              "interview",
              "visit",
              "security_event",
              "request_log",
              "hotline_call",
              "source_scan",
              "privacy_request"));

  private CleverCloud() {}

  static Profile french() {
    return Profile.of("clever-cloud", "clever-cloud", database("clever_cloud"))
        .fault("main", TimeDamage.OLD_VISITS, "audience-measurement/keep")
        .fault("main", ValueDamage.FULL_IPS, "audience-measurement/form")
        .fault("main", PolicyDamage.MAIL_IN_VISITS, "audience-measurement/hold-only")
        .fault("main", PolicyDamage.OLD_OPERATIONS, "content-operations/keep")
        .fault("main", TimeDamage.ENDED_CONTRACTS, "accounts/keep")
        .fault("main", TimeDamage.ARCHIVE_OVERDUE, "accounts/keep-2")
        .fault("main", ValueDamage.PLAIN_PASSWORD, "accounts/form")
        .fault("main", TimeDamage.OVERDUE_INVOICES, "billing/keep")
        .fault("main", PolicyDamage.CLOSED_CALLS, "hotline/keep")
        .fault("main", TimeDamage.OVERDUE_CANDIDATES, "recruitment/keep")
        .fault("main", PolicyDamage.OVERDUE_REQUESTS, "requests/keep")
        .fault("main", PlaceDamage.UNDECLARED_BIRTH_DATES, "accounts/hold-only")
        .fault("main", ValueDamage.CARD_IN_TICKET, "card-numbers/absent")
        .fault("main", ValueDamage.IBAN_IN_MESSAGE, "account-numbers/absent")
        .fault("main", PlaceDamage.UNDECLARED_TABLE, "undeclared/hold-only")
        .usually(
            "old-visits",
            "full-ips",
            "closed-calls",
            "overdue-candidates",
            "plain-password",
            "card-in-ticket");
  }

  static Profile moroccan() {
    return Profile.of(
            "clever-cloud-morocco", "clever-cloud-morocco", database("clever_cloud_morocco"))
        .fault("main", ValueDamage.FULL_IPS_V6, "audience-measurement/form")
        .fault("main", TimeDamage.OLD_VISITS, "audience-measurement/keep")
        .fault("main", ValueDamage.MD5_PASSWORDS, "accounts/form")
        .fault("main", ValueDamage.PLAIN_PASSWORDS, "accounts/form")
        .fault("main", PolicyDamage.NATIONAL_NUMBERS, "accounts/hold-only")
        .fault("main", ValueDamage.CARD_IN_JSON, "card-numbers/absent")
        .fault("main", ValueDamage.CARD_IN_NUMBER, "card-numbers/absent")
        .fault("main", PolicyDamage.IBAN_OF_REQUESTER, "account-numbers/absent")
        .fault("main", PolicyDamage.OLD_OPERATIONS, "content-operations/keep")
        .fault("main", PolicyDamage.CLOSED_CALLS, "hotline/keep")
        .fault("main", PolicyDamage.OVERDUE_REQUESTS, "requests/keep")
        .fault("main", PolicyDamage.COPY_OF_CANDIDATES, "undeclared/hold-only")
        .usually(
            "full-ips-v6",
            "md5-passwords",
            "national-numbers",
            "card-in-json",
            "overdue-requests",
            "copy-of-candidates");
  }

  private static Database database(String name) {
    return new Database(
        "main", name, "UPHELD_DEMO_EU_PORT", Region.EU, LongUnaryOperator.identity(), SCHEMA);
  }
}
