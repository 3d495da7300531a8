package dev.upheld.demo;

import dev.upheld.kernel.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The right to look at and make the data, held by one process at a time: two would drop each
 * other's tables. The lock is the connection's, so it ends with a process that is killed.
 */
final class Turn implements AutoCloseable {
  /** Any number that nobody else locks. */
  private static final long KEY = 0x6e696d627573L;

  private final Connection connection;

  private Turn(Connection connection) {
    this.connection = connection;
  }

  static Turn await(Site site, Progress progress) {
    try {
      Connection connection = site.source().open();
      try (Statement statement = connection.createStatement()) {
        if (!asked(statement, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
          progress.report("waiting for another process that makes the demo's data", 0, 0);
          statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
        }
        return new Turn(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw DemoProblem.refused("waiting for a turn", e);
    }
  }

  private static boolean asked(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw DemoProblem.refused("ending a turn", e);
    }
  }
}
