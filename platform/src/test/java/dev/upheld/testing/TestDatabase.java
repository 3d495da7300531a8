package dev.upheld.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One database on a test server, and a user who may log in to it. Holds no real data, so the
 * password is plain and may be printed.
 *
 * @param engine which kind of server
 * @param jdbcUrl without user and password
 * @param host always 127.0.0.1
 * @param port of the server
 * @param database its name
 * @param user who logs in; the server's administrator unless {@link #restricted} made it
 * @param password of that user
 * @param certificate to trust, in PEM, where the server has one on disk
 */
public record TestDatabase(
    Engine engine,
    String jdbcUrl,
    String host,
    int port,
    String database,
    String user,
    String password,
    Optional<Path> certificate) {

  /** The kinds of server there are. */
  public enum Engine {
    POSTGRESQL,
    MARIADB
  }

  /** A new connection as this user; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /** Runs these statements one after the other, each committed. */
  public void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError("a statement of the test failed: " + e.getMessage(), e);
    }
  }

  /** The first column of what a query gives, as text. */
  public List<String> texts(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new AssertionError("a query of the test failed: " + e.getMessage(), e);
    }
  }

  /**
   * Creates a user who may log in and do nothing else, then runs the grants as the present user.
   *
   * @param grants statements with {@code {user}} where the new user's name stands: {@code GRANT
   *     SELECT ON account TO {user}}
   * @return the same database, seen by the new user
   */
  public TestDatabase restricted(String... grants) {
    String name = "u_" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
    String secret = UUID.randomUUID().toString();
    String quoted =
        switch (engine) {
          case POSTGRESQL -> name;
          case MARIADB -> "'" + name + "'@'%'";
        };
    String create =
        switch (engine) {
          case POSTGRESQL -> "CREATE ROLE " + quoted + " LOGIN PASSWORD '" + secret + "'";
          case MARIADB -> "CREATE USER " + quoted + " IDENTIFIED BY '" + secret + "'";
        };
    execute(create);
    for (String grant : grants) {
      execute(grant.replace("{user}", quoted));
    }
    return new TestDatabase(engine, jdbcUrl, host, port, database, name, secret, certificate);
  }

  /**
   * Removes the database and ends the connections to it; for tests that make many or large ones.
   */
  public void drop(TestServer server) {
    server.drop(this);
  }
}
