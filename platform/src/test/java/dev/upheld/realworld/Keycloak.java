package dev.upheld.realworld;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.testing.TestServer;
import java.sql.Connection;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;

/**
 * The tables of the identity server Keycloak, made by its own changelogs, with a few fictional
 * users.
 *
 * <p>The changelogs call classes of Keycloak ({@code customChange}), which need a running Keycloak.
 * {@link Changelogs} leaves them out: each rewrites rows of older versions, and in an empty
 * database there are none. Nothing else of the changelogs is changed.
 */
final class Keycloak {
  private static final String MASTER = "META-INF/jpa-changelog-master.xml";

  /** Liquibase tells its makers of each run, and the console of each step, unless told not to. */
  private static final Map<String, Object> QUIET =
      Map.of("liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService());

  /** Kept, since a logger nobody holds forgets its level. */
  private static final Logger LOGGER = Logger.getLogger("liquibase");

  private Keycloak() {}

  static TestDatabase load(TestServer server) {
    LOGGER.setLevel(Level.SEVERE);
    TestDatabase database = server.freshDatabase();
    if (database.engine() == Engine.MARIADB) {
      // four bytes a character are too many for the table "REALM"
      database.execute("ALTER DATABASE " + database.database() + " CHARACTER SET utf8mb3");
    }
    try {
      Scope.child(QUIET, () -> update(database));
    } catch (Exception e) {
      throw new AssertionError("Keycloak's changelogs failed: " + e.getMessage(), e);
    }
    Scripts.run(database, Resources.text("workspaces/keycloak/rows.sql"));
    return database;
  }

  private static void update(TestDatabase database) throws Exception {
    try (Connection connection = database.connect()) {
      liquibase.database.Database target =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      Liquibase liquibase = new Liquibase(MASTER, new Changelogs(), target);
      liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
      liquibase.update(new Contexts());
    }
  }
}
