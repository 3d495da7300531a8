package dev.upheld.demo;

import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Dialect;
import dev.upheld.demo.sql.MariadbDialect;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fresh databases for the company, and a way to ask them. */
final class Sites {

  private Sites() {}

  static Site fresh(Engine engine, String id, Names names) {
    TestServer server =
        switch (engine) {
          case POSTGRESQL -> Databases.postgres();
          case MARIADB -> Databases.mariadb();
        };
    Dialect dialect =
        switch (engine) {
          case POSTGRESQL -> new PostgresDialect();
          case MARIADB -> new MariadbDialect();
        };
    TestDatabase database = server.freshDatabase();
    return new Site(Profiles.demo().database(id), database::connect, dialect, names);
  }

  static List<Site> both(Engine engine) {
    return List.of(fresh(engine, "eu", Names.OWN), fresh(engine, "us", Names.OWN));
  }

  /** The first column of all rows, as text. */
  static List<Optional<String>> ask(Site site, String sql) {
    try (Connection connection = site.source().open();
        Statement statement = connection.createStatement()) {
      statement.execute(timeZone(site));
      List<Optional<String>> answers = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          answers.add(Optional.ofNullable(rows.getString(1)));
        }
      }
      return answers;
    } catch (SQLException e) {
      throw new AssertionError(sql + "\n" + e.getMessage(), e);
    }
  }

  static long number(Site site, String sql) {
    return Long.parseLong(ask(site, sql).getFirst().orElseThrow());
  }

  static void run(Site site, String sql) {
    try (Connection connection = site.source().open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql + "\n" + e.getMessage(), e);
    }
  }

  private static String timeZone(Site site) {
    return switch (site.dialect()) {
      case PostgresDialect d -> "SET TIME ZONE 'UTC'";
      case MariadbDialect d -> "SET SESSION time_zone = '+00:00'";
    };
  }
}
