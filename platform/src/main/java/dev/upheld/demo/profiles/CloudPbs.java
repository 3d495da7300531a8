package dev.upheld.demo.profiles;

import dev.upheld.demo.Database;
import dev.upheld.demo.Profile;
import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Schema;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.tables.BackupTables;
import java.util.List;

/**
 * Backups as a service: customers of the European Union and of the United States apart, and not one
 * period of keeping, so that no fault here is one of time.
 */
final class CloudPbs {
  private CloudPbs() {}

  static Profile profile() {
    return Profile.of(
            "cloud-pbs",
            "cloud-pbs",
            database(Region.EU, BackupTables.withTheSite()),
            database(Region.US, BackupTables.ofCustomers()))
        .fault("us", PlaceDamage.EU_CUSTOMER_IN_US, "eu-customers/locate", "us-servers/locate")
        .fault("us", BackupDamage.SWISS_CUSTOMER_IN_US, "us-servers/locate")
        .fault("eu", BackupDamage.PLAIN_BACKUP, "backups/form")
        .fault("eu", ValueDamage.PLAIN_PASSWORD, "accounts/form")
        .fault("us", ValueDamage.MD5_PASSWORDS, "accounts/form")
        .fault("eu", BackupDamage.PHONES, "accounts/hold-only")
        .fault("eu", ValueDamage.FULL_IPS, "analytics/form")
        .fault("us", BackupDamage.CARD_IN_SETTINGS, "card-numbers/absent")
        .fault("eu", BackupDamage.IBAN_IN_SETTINGS, "account-numbers/absent")
        .fault("eu", BackupDamage.SECRETS_LEFT_BEHIND, "undeclared/hold-only")
        .fault("us", BackupDamage.OWNERS_IN_CATALOGUE, "backups/hold-only")
        .usually(
            "eu-customer-in-us",
            "plain-backup",
            "phones",
            "full-ips",
            "card-in-settings",
            "secrets-left-behind");
  }

  private static Database database(Region region, List<Table> tables) {
    return new Database(
        region.id(),
        "cloud_pbs_" + region.id(),
        "UPHELD_DEMO_" + region.name() + "_PORT",
        region,
        region::customersOf,
        new Schema(tables));
  }
}
