package dev.upheld.realworld;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.util.List;

/** The tables of the billing platform Kill Bill, with a few fictional accounts. */
final class KillBill {
  private static final List<String> MODULES =
      List.of(
          "account",
          "catalog",
          "entitlement",
          "invoice",
          "payment",
          "subscription",
          "tenant",
          "usage",
          "util");

  private KillBill() {}

  static TestDatabase load(TestServer server) {
    TestDatabase database = server.freshDatabase();
    switch (database.engine()) {
      // the types and functions of MySQL that the shared scripts use
      case POSTGRESQL ->
          Scripts.run(database, Resources.text("schemas/killbill/util-postgresql.sql"));
      case MARIADB -> {}
    }
    for (String module : MODULES) {
      Scripts.run(database, Resources.text("schemas/killbill/" + module + ".sql"));
    }
    Scripts.run(database, Resources.text("workspaces/killbill/rows.sql"));
    return database;
  }
}
