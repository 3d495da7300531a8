package dev.upheld.connect.mariadb;

import dev.upheld.connect.sql.act.ActWords.Locks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** How transactions that change rows begin. */
record MariaDbBegin(Duration longest, Flavour flavour) {
  private static final long LONGEST_LOCK_SECONDS = 10;

  void begin(Connection connection, Locks locks) throws SQLException {
    long timeout = longest.toMillis();
    long lock = Math.clamp(timeout / 1000, 1, LONGEST_LOCK_SECONDS);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          flavour.timeout(timeout)
              + ", session lock_wait_timeout = "
              + lock
              + ", session innodb_lock_wait_timeout = "
              + lock
              + ", session foreign_key_checks = 1, session time_zone = '+00:00'"
              + ", session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE"
              + ",ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'");
      statement.execute(
          "set transaction isolation level "
              + switch (locks) {
                case ROWS -> "read committed";
                case READ -> "repeatable read";
              });
      statement.execute("start transaction read write");
    }
  }

  /**
   * Deleting takes a fifth less time where InnoDB need not give back locks of its own, as it does
   * for READ COMMITTED. Where it walks just the part of an index that goes, nobody feels the
   * difference; where it reads the whole table, everybody would wait for every row. And where
   * replicas are sent statements instead of rows, they might take other rows than those that went
   * here.
   *
   * @see <a href="https://mariadb.com/kb/en/explain/">EXPLAIN</a>
   * @see <a href="https://mariadb.com/kb/en/binary-log-formats/">Binary log formats</a>
   */
  static Locks locks(Connection connection, String delete) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      return isTrue(statement, "select @@session.binlog_format <> 'STATEMENT'")
              && walksRange(statement, delete)
          ? Locks.READ
          : Locks.ROWS;
    } catch (SQLException e) {
      return Locks.ROWS; // what is wrong with the statement, or the line, its own run will say
    }
  }

  private static boolean isTrue(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static boolean walksRange(Statement statement, String delete) throws SQLException {
    try (ResultSet row = statement.executeQuery("explain " + delete)) {
      return row.next() && "range".equals(row.getString("type"));
    }
  }
}
