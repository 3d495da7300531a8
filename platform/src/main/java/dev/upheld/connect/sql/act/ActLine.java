package dev.upheld.connect.sql.act;

import dev.upheld.connect.sql.Engine;
import dev.upheld.connect.sql.Fault;
import dev.upheld.connect.sql.Faults;
import dev.upheld.kernel.ProblemException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection and at most one transaction on it at a time. It is not made again when it breaks:
 * the sets gathered over it are gone with it.
 */
final class ActLine implements AutoCloseable {
  private final Engine engine;
  private final ActWords words;
  private final Faults faults;
  private final Connection connection;
  private volatile @Nullable Statement running;
  private volatile boolean stopped;
  private boolean working;

  ActLine(Engine engine, ActWords words, Faults faults) {
    this.engine = engine;
    this.words = words;
    this.faults = faults;
    this.connection = connected();
  }

  /** What is asked over the connection itself. */
  interface Asking<T> {
    T of(Connection connection) throws SQLException;
  }

  /** Reads a result from before its first row on. */
  interface Reading<T> {
    T of(ResultSet result) throws SQLException;
  }

  private Connection connected() {
    try {
      return engine.connect();
    } catch (SQLException e) {
      throw faults.explain(engine.kind(e), e, "connecting", false, Duration.ZERO);
    }
  }

  /** Ends what is open, and drops what was made for itself; false where the line is not fit. */
  boolean renew() {
    try {
      engine.renew(connection);
      return !stopped;
    } catch (SQLException e) {
      return false; // whoever needs one makes another
    }
  }

  /** Does the work in one transaction that locks the rows it changes. */
  <T> T transaction(boolean lasting, Supplier<T> work) {
    return transaction(lasting, ActWords.Locks.ROWS, work);
  }

  /** Does the work in one transaction. */
  <T> T transaction(boolean lasting, ActWords.Locks locks, Supplier<T> work) {
    if (working) {
      throw new IllegalStateException("one transaction at a time");
    }
    working = true;
    boolean done = false;
    try {
      sending("beginning", c -> begun(c, locks));
      T result = work.get();
      sending("ending", c -> ended(c, lasting));
      done = true;
      return result;
    } finally {
      working = false;
      if (!done) {
        abandon();
      }
    }
  }

  /** What was only read before, as the catalogue, ends here. */
  private boolean begun(Connection open, ActWords.Locks locks) throws SQLException {
    open.rollback();
    words.begin(open, locks);
    return true;
  }

  private static boolean ended(Connection open, boolean lasting) throws SQLException {
    if (lasting) {
      open.commit();
    } else {
      open.rollback();
    }
    return true;
  }

  private void abandon() {
    try {
      connection.rollback();
    } catch (SQLException | RuntimeException e) {
      // the line is gone, and the transaction with it; why the work ended is what counts
    }
  }

  /** Asks over the connection itself, within the transaction. */
  <T> T sending(String doing, Asking<T> asking) {
    long since = System.nanoTime();
    try {
      return asking.of(connection);
    } catch (SQLException e) {
      Fault kind = stopped ? Fault.STOPPED : engine.kind(e);
      throw faults.explain(kind, e, doing, stopped, Duration.ofNanos(System.nanoTime() - since));
    }
  }

  /** Sends a statement that gives rows; {@code piece} rows at a time, 0 for all at once. */
  <T> T ask(String doing, Bound statement, int piece, Reading<T> reading) {
    return sending(
        doing,
        open -> {
          try (PreparedStatement made = prepared(open, statement)) {
            made.setFetchSize(piece);
            try (ResultSet result = made.executeQuery()) {
              return reading.of(result);
            }
          } finally {
            running = null;
          }
        });
  }

  /** Sends a statement that gives a number. */
  long number(String doing, Bound statement) {
    return ask(doing, statement, 0, result -> result.next() ? result.getLong(1) : 0L);
  }

  /** The same; 0 where the server does not take the statement, and the transaction goes on. */
  long numberOrNone(Bound statement) {
    return sending(
        "asking its checks",
        open -> {
          Savepoint before = open.setSavepoint();
          try {
            return number("asking its checks", statement);
          } catch (ProblemException e) {
            if (stopped) {
              throw e;
            }
            open.rollback(before);
            return 0L;
          }
        });
  }

  /** Sends a statement that changes rows, and tells how many. */
  long change(String doing, Bound statement) {
    return sending(
        doing,
        open -> {
          try (PreparedStatement made = prepared(open, statement)) {
            return made.executeLargeUpdate();
          } finally {
            running = null;
          }
        });
  }

  /** Sends a statement without values, as it stands. */
  void plain(String doing, String text) {
    sending(
        doing,
        open -> {
          try (Statement made = open.createStatement()) {
            made.setEscapeProcessing(false);
            running = made;
            return made.execute(text);
          } finally {
            running = null;
          }
        });
  }

  private PreparedStatement prepared(Connection open, Bound statement) throws SQLException {
    PreparedStatement made = open.prepareStatement(statement.text());
    running = made;
    int at = 1;
    for (Object value : statement.values()) {
      if (value instanceof String[] texts) {
        Array array = open.createArrayOf("text", texts);
        made.setArray(at, array);
      } else {
        made.setObject(at, value);
      }
      at++;
    }
    if (stopped) {
      made.close();
      throw new SQLException("stopped before it was sent");
    }
    return made;
  }

  /** From any thread: stops the statement that runs now, and lets no other begin. */
  void stop() {
    stopped = true;
    Statement present = running;
    if (present != null) {
      try {
        present.cancel();
      } catch (SQLException e) {
        // it ended by itself, or the line is gone: either way it has stopped
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // it is broken, and its transaction is gone with it
    }
  }
}
