package dev.upheld.store;

import dev.upheld.kernel.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the superuser does over SQL. The driver's own messages never leave this class. */
final class Admin {
  private static final Pattern DATABASE = Pattern.compile("[a-z_][a-z0-9_-]{0,62}");
  private static final String DUPLICATE_DATABASE = "42P04";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String INVALID_PASSWORD = "28P01";
  private static final String DISK_FULL = "53100";

  private Admin() {}

  static Connection connect(String url, Secret<String> password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.SUPERUSER);
    properties.setProperty("password", password.reveal());
    // A stranger on our port must not be able to ask for the password in clear.
    properties.setProperty("requireAuth", "scram-sha-256");
    properties.setProperty("ApplicationName", "upheld");
    properties.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(url, properties);
  }

  /** Refuses a server that does not serve exactly this data folder. */
  static void verify(String url, Secret<String> password, Path data) {
    try (Connection connection = connect(url, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW data_directory")) {
      if (!rows.next() || !Path.of(rows.getString(1)).equals(data)) {
        throw StoreProblem.NOT_OURS.because(
            "The server that answers serves another data folder than " + data + ".",
            "Stop that server.");
      }
    } catch (SQLException e) {
      throw INVALID_PASSWORD.equals(e.getSQLState())
          ? StoreProblem.PASSWORD.because(
              "The password file does not fit the data in " + data + ".",
              "Put the right password file back.")
          : StoreProblem.NOT_OURS.because(
              "The server for " + data + " runs, but does not let us in (" + state(e) + ").",
              "Read the server.log beside the data.");
    }
  }

  static void createDatabase(String url, Secret<String> password, String name) {
    if (!DATABASE.matcher(name).matches()) {
      throw StoreProblem.OPTION.because(
          "\"" + name + "\" is no database name.",
          "Use small letters, digits, underscores and hyphens, at most 63.");
    }
    try (Connection connection = connect(url, password)) {
      if (!exists(connection, name)) {
        create(connection, name);
      }
    } catch (SQLException e) {
      if (DISK_FULL.equals(e.getSQLState())) {
        throw StoreProblem.DISK_FULL.because(
            "The database " + name + " could not be created: the disk is full.",
            "Free some space.");
      }
      throw StoreProblem.SQL.because(
          "The database " + name + " could not be created (" + state(e) + ").",
          "Read the server.log beside the data.");
    }
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void create(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
    } catch (SQLException e) {
      String state = state(e);
      if (!state.equals(DUPLICATE_DATABASE) && !state.equals(UNIQUE_VIOLATION)) {
        throw e;
      }
    }
  }

  private static String state(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state == null ? "no SQLSTATE" : state;
  }
}
