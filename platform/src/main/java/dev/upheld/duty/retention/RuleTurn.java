package dev.upheld.duty.retention;

import dev.upheld.store.SqlFailures;
import dev.upheld.store.Store;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The right to run a rule, held by one run at a time over all processes that share a store. The
 * lock is that of a connection to the store, so it ends with a process that is killed. For one
 * thread.
 */
final class RuleTurn implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;
  private final Connection connection;
  private final String rule;

  private RuleTurn(Connection connection, String rule) {
    this.connection = connection;
    this.rule = rule;
  }

  /** Empty where another run has it. */
  static Optional<RuleTurn> take(Store store, String rule) {
    try {
      Connection connection = store.dataSource().getConnection();
      boolean mine = false;
      try {
        RuleTurn turn = new RuleTurn(connection, rule);
        mine = turn.asked("pg_try_advisory_lock");
        return mine ? Optional.of(turn) : Optional.empty();
      } finally {
        if (!mine) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw SqlFailures.problem(e);
    }
  }

  private boolean asked(String function) throws SQLException {
    String text = "SELECT " + function + "(hashtextextended('retention ' || ?, 0))";
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setString(1, rule);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Whether nobody else can have it by now: the connection that holds it is still there. */
  boolean isMine() {
    try {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (!asked("pg_advisory_unlock")) {
        connection.abort(Runnable::run); // never back to the others with a lock on it
      }
    } catch (SQLException e) {
      // the connection is gone, and the lock with it
    }
  }
}
