package dev.upheld.demo;

import dev.upheld.kernel.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account that keeps people's rights: it may read and change rows, and make nothing but
 * temporary tables. What it did it notes in a small table of its own.
 *
 * @param password letters, digits, hyphens and underscores
 */
record ActAccount(Secret<String> password) {
  static final String NAME = "upheld_act";

  /** Lets the account into a PostgreSQL database, to change rows that are there and will be. */
  void admit(Site site, String database) {
    try (Connection connection = site.source().open();
        Statement statement = connection.createStatement()) {
      for (String sql : statements(site, database).toList()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw DemoProblem.refused("admitting " + NAME, e);
    }
  }

  private Stream<String> statements(Site site, String database) {
    String quoted = site.dialect().quote(database);
    String role =
        "%s LOGIN NOINHERIT CONNECTION LIMIT 20 PASSWORD %s"
            .formatted(NAME, site.dialect().literal(password.reveal()));
    String create =
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%s') THEN CREATE ROLE %s; END IF;
        END $$"""
            .formatted(NAME, NAME);
    String memory =
        """
        CREATE TABLE IF NOT EXISTS public.upheld_act (
          act varchar(80) PRIMARY KEY, plan varchar(64) NOT NULL, figures text NOT NULL,
          at varchar(40) NOT NULL)""";
    Stream<String> account =
        Stream.of(
            create,
            "ALTER ROLE " + role,
            "GRANT CONNECT, TEMPORARY ON DATABASE " + quoted + " TO " + NAME,
            "CREATE SCHEMA IF NOT EXISTS archive",
            memory);
    return Stream.concat(
        account, List.of("public", "archive").stream().flatMap(ActAccount::acting));
  }

  private static Stream<String> acting(String schema) {
    return Stream.of(
        "GRANT USAGE ON SCHEMA " + schema + " TO " + NAME,
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO " + NAME,
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + NAME,
        "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %s"
            .formatted(schema, NAME));
  }
}
