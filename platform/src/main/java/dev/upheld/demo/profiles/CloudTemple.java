package dev.upheld.demo.profiles;

import dev.upheld.demo.Database;
import dev.upheld.demo.Profile;
import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Schema;
import dev.upheld.demo.tables.Catalogue;
import java.util.function.LongUnaryOperator;

/** A provider of trusted cloud that holds little: counts of pages, contacts, requests. */
final class CloudTemple {
  private CloudTemple() {}

  static Profile profile() {
    return Profile.of("cloud-temple", "cloud-temple", database())
        .fault("main", PolicyDamage.VISITOR_KEYS, "site-visits/hold-only")
        .fault("main", PolicyDamage.ADDRESSES_OF_VISITORS, "site-visits/hold-only")
        .fault("main", PolicyDamage.HOURS_OF_VISITS, "site-visits/form")
        .fault("main", PolicyDamage.CONTACTS_IN_PAGES, "visits-apart/apart")
        .fault("main", PolicyDamage.REQUESTERS_IN_PAGES, "visits-apart/apart")
        .fault("main", PolicyDamage.BIRTH_DATES_OF_CONTACTS, "client-information/hold-only")
        .fault("main", PolicyDamage.CARDS_OF_REQUESTERS, "requests/hold-only")
        .fault("main", PolicyDamage.NEWSLETTER, "undeclared/hold-only")
        .usually("visitor-keys", "hours-of-visits", "contacts-in-pages", "newsletter");
  }

  private static Database database() {
    return new Database(
        "main",
        "cloud_temple",
        "UPHELD_DEMO_EU_PORT",
        Region.EU,
        LongUnaryOperator.identity(),
        new Schema(Catalogue.tables("page_count", "client_contact", "privacy_request")));
  }
}
