package dev.upheld.demo.profiles;

import dev.upheld.demo.Database;
import dev.upheld.demo.Profile;
import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Schema;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.tables.AppTables;
import dev.upheld.demo.tables.OfficeTables;
import java.util.List;
import java.util.Locale;

/** A small cloud company: an office with candidates and contacts, an application with users. */
final class Clouder {
  private Clouder() {}

  static Profile profile() {
    return Profile.of(
            "clouder",
            "clouder",
            database("office", OfficeTables.all()),
            database("app", AppTables.all()))
        .fault("office", ServiceDamage.OVERDUE_CANDIDATES, "recruitment/keep")
        .fault("office", TimeDamage.UNSUBSCRIBED_KEPT, "newsletter/keep")
        .fault("office", ServiceDamage.BIRTH_DATES, "recruitment/hold-only")
        .fault("office", ServiceDamage.ADDRESSES_IN_LOG, "site-logs/hold-only")
        .fault("office", ServiceDamage.MAIL_IN_LOG, "logs-apart/apart")
        .fault("office", ServiceDamage.LEADS, "undeclared/hold-only")
        .fault("app", ServiceDamage.DELETED_ACCOUNTS_KEPT, "user-accounts/keep")
        .fault("app", ServiceDamage.OLD_EVENTS, "technical-data/keep")
        .fault("app", ServiceDamage.OLD_USAGE, "product-usage/keep")
        .fault("app", ServiceDamage.USAGE_OF_DELETED, "product-usage/keep")
        .fault("app", ServiceDamage.MAIL_AS_KEY, "product-usage/form", "usage-apart/apart")
        .fault("app", ServiceDamage.LOGIN_AS_KEY, "usage-apart/apart")
        .usually(
            "overdue-candidates",
            "unsubscribed-kept",
            "mail-in-log",
            "deleted-accounts-kept",
            "old-events",
            "login-as-key");
  }

  /** Its people are Europe's, in both. */
  private static Database database(String id, List<Table> tables) {
    return new Database(
        id,
        "clouder_" + id,
        "UPHELD_DEMO_" + id.toUpperCase(Locale.ROOT) + "_PORT",
        Region.EU,
        all -> all,
        new Schema(tables));
  }
}
