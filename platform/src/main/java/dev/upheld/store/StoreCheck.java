package dev.upheld.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jooq.DSLContext;

/** What must be true of a database before Upheld relies on it. */
final class StoreCheck {
  private static final int OLDEST_SERVER = 150_000;

  private StoreCheck() {}

  /** The server must be there, young enough, and the roles must differ. */
  static void refuseUnfit(StoreAddress.External address) {
    if (address.owner().equals(address.run())) {
      throw StoreProblem.RUN_ROLE.because(
          "The owner of the tables and the run role are one and the same.",
          "Give them two roles: what cannot be rewritten rests on the second one.");
    }
    try (Connection connection = asOwner(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW server_version_num")) {
      if (!rows.next() || rows.getInt(1) < OLDEST_SERVER) {
        throw StoreProblem.SERVER_TOO_OLD.because(
            "The PostgreSQL server is older than version 15.", "Use a newer server.");
      }
    } catch (SQLException e) {
      throw SqlFailures.problem(e);
    }
  }

  /** A connection of the owner, for administration; the caller closes it. */
  static Connection asOwner(StoreAddress.External address) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.owner());
    properties.setProperty("password", address.ownerPassword().reveal());
    properties.setProperty("ApplicationName", "upheld owner");
    properties.setProperty("currentSchema", Migrations.SCHEMA);
    properties.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  /** A run role that could rewrite the journal would make the journal worth nothing. */
  static void refuseStrongRunRole(DSLContext run) {
    Boolean strong =
        run.resultQuery(
                """
                SELECT rolsuper
                    OR pg_has_role(current_user, nspowner, 'MEMBER')
                    OR EXISTS (
                      SELECT FROM pg_class c
                      WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p')
                        AND c.relname LIKE 'journal\\_%'
                        AND has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))
                FROM pg_roles, pg_namespace n
                WHERE rolname = current_user AND nspname = 'upheld'
                """)
            .fetchOptional(0, Boolean.class)
            .orElse(true);
    if (strong) {
      throw StoreProblem.RUN_ROLE.because(
          "The run role may change or drop what only the owner may.",
          "Take superuser, membership in the owner and all own grants away from it.");
    }
  }
}
