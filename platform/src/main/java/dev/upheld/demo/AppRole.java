package dev.upheld.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * As what the company's own programs work in its databases: everything in their tables, nothing in
 * the archive. Nobody can log in by it here, as these programs do not exist.
 */
final class AppRole {
  static final String NAME = "company_app";

  private AppRole() {}

  /** Gives it what programs need in a PostgreSQL database, now and for tables to come. */
  static void admit(Site site) {
    try (Connection connection = site.source().open();
        Statement statement = connection.createStatement()) {
      for (String sql : statements()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw DemoProblem.refused("admitting " + NAME, e);
    }
  }

  private static List<String> statements() {
    String rights = "SELECT, INSERT, UPDATE, DELETE";
    return List.of(
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%s') THEN
            CREATE ROLE %s NOLOGIN NOINHERIT;
          END IF;
        END $$"""
            .formatted(NAME, NAME),
        "GRANT USAGE ON SCHEMA public TO " + NAME,
        "GRANT %s ON ALL TABLES IN SCHEMA public TO %s".formatted(rights, NAME),
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT %s ON TABLES TO %s"
            .formatted(rights, NAME),
        "REVOKE ALL ON TABLE public.upheld_act FROM " + NAME);
  }
}
