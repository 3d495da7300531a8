package dev.upheld.realworld;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestDatabase.Engine;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Runs scripts as a database's own shell would. */
final class Scripts {
  private static final String COPY = "COPY ";
  private static final String END_OF_COPY = "\\.";

  private Scripts() {}

  /** Runs a script of many statements on one connection. */
  static void run(TestDatabase database, String script) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      throw new AssertionError("a script failed: " + e.getMessage(), e);
    }
  }

  /** Runs what pg_dump wrote: statements, and COPY blocks with their rows in the script itself. */
  static void runDump(TestDatabase database, String dump) {
    try (Connection connection = connect(database)) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      for (Part part : parts(dump)) {
        switch (part) {
          case Statements(String sql) -> execute(connection, sql);
          case Copy(String sql, String rows) ->
              postgres.getCopyAPI().copyIn(sql, new StringReader(rows));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError("a dump failed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private sealed interface Part {}

  private record Statements(String sql) implements Part {}

  private record Copy(String sql, String rows) implements Part {}

  private static List<Part> parts(String dump) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int copy = start(dump, 0); copy >= 0; copy = start(dump, from)) {
      parts.add(new Statements(dump.substring(from, copy)));
      int rows = dump.indexOf('\n', copy) + 1;
      int end = dump.indexOf("\n" + END_OF_COPY + "\n", rows - 1) + 1;
      String statement = dump.substring(copy, rows).strip();
      parts.add(new Copy(statement, dump.substring(rows, end)));
      from = end + END_OF_COPY.length() + 1;
    }
    parts.add(new Statements(dump.substring(from)));
    return parts;
  }

  private static int start(String dump, int from) {
    int found = dump.indexOf("\n" + COPY, Math.max(0, from - 1));
    return found < 0 ? found : found + 1;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(TestDatabase database) throws SQLException {
    String url = database.jdbcUrl();
    String several =
        database.engine() == Engine.MARIADB
            ? url + (url.contains("?") ? "&" : "?") + "allowMultiQueries=true"
            : url;
    return DriverManager.getConnection(several, database.user(), database.password());
  }
}
