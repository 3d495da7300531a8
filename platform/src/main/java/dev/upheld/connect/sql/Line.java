package dev.upheld.connect.sql;

import dev.upheld.kernel.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is made again when it breaks, and one turn at a time on it. A turn is a
 * read-only transaction; whatever happens in it, the next finds the line fit. Used by one thread,
 * except {@link #stop}.
 */
final class Line implements AutoCloseable {
  private final Engine engine;
  private final Faults faults;
  private @Nullable Connection connection;
  private volatile @Nullable Turn present;

  Line(Engine engine, Faults faults) {
    this.engine = engine;
    this.faults = faults;
  }

  /** What is done in a turn. */
  interface Work<T> {
    T on(Connection connection, Turn turn) throws SQLException;
  }

  /**
   * Takes a turn.
   *
   * @param doing what for, in the words of a message: names only
   */
  <T> T take(String doing, Progress progress, Work<T> work) {
    Turn turn = new Turn(doing, progress);
    present = turn;
    try {
      Connection open = begun();
      T result = work.on(open, turn);
      open.rollback();
      return result;
    } catch (SQLException e) {
      Fault kind = engine.kind(e);
      leave(kind);
      throw faults.explain(turn.stopped ? Fault.STOPPED : kind, e, doing, turn);
    } catch (RuntimeException | Error e) {
      leave(Fault.OTHER);
      throw e;
    } finally {
      present = null;
    }
  }

  /** A line that broke while nobody used it is made again once; who asks need not know. */
  private Connection begun() throws SQLException {
    if (connection != null) {
      try {
        engine.begin(connection);
        return connection;
      } catch (SQLException e) {
        if (engine.kind(e) != Fault.DOWN) {
          throw e;
        }
        drop();
      }
    }
    Connection fresh = engine.connect();
    connection = fresh;
    engine.begin(fresh);
    return fresh;
  }

  private void leave(Fault kind) {
    Connection left = connection;
    if (left == null) {
      return;
    }
    try {
      if (kind == Fault.DOWN || left.isClosed()) {
        drop();
      } else {
        left.rollback();
      }
    } catch (SQLException e) {
      drop();
    }
  }

  private void drop() {
    Connection dropped = connection;
    connection = null;
    if (dropped != null) {
      try {
        dropped.close();
      } catch (SQLException e) {
        // it is broken, which is why it goes
      }
    }
  }

  /** From any thread: stops the turn that is being taken, if there is one. */
  void stop() {
    Turn turn = present;
    if (turn != null) {
      turn.stop();
    }
  }

  @Override
  public void close() {
    drop();
  }

  /** What happens on the line until it is given back. */
  static final class Turn implements Runs {
    private final String doing;
    private final Progress progress;
    private final List<String> sent = new ArrayList<>();
    private volatile boolean stopped;
    private volatile @Nullable Statement statement;
    private @Nullable Connection connection;
    private long since = System.nanoTime();

    Turn(String doing, Progress progress) {
      this.doing = doing;
      this.progress = progress;
    }

    /** Sends over this connection from now on. */
    Turn over(Connection open) {
      connection = open;
      return this;
    }

    /** The texts sent so far. */
    List<String> sent() {
      return sent;
    }

    boolean wasStopped() {
      return stopped;
    }

    /** How long the present or last statement has run. */
    Duration ran() {
      return Duration.ofNanos(System.nanoTime() - since);
    }

    @Override
    public <T> T whole(String text, Reading<T> reading) throws SQLException {
      return stream(text, 0, reading);
    }

    @Override
    public <T> T whole(String text, List<Object> values, Reading<T> reading) throws SQLException {
      try (PreparedStatement made = open().prepareStatement(text)) {
        for (int i = 0; i < values.size(); i++) {
          made.setObject(i + 1, values.get(i));
        }
        return read(made, text, made::executeQuery, reading);
      }
    }

    @Override
    public <T> T stream(String text, int piece, Reading<T> reading) throws SQLException {
      try (Statement made = open().createStatement()) {
        made.setEscapeProcessing(false);
        made.setFetchSize(piece);
        return read(made, text, () -> made.executeQuery(text), reading);
      }
    }

    private Connection open() {
      Connection open = connection;
      if (open == null) {
        throw new IllegalStateException("a turn sends nothing before it has a connection");
      }
      return open;
    }

    private interface Sending {
      ResultSet send() throws SQLException;
    }

    private <T> T read(Statement made, String text, Sending sending, Reading<T> reading)
        throws SQLException {
      statement = made;
      try {
        since = System.nanoTime();
        if (stopped) {
          throw new SQLException("stopped before it was sent");
        }
        sent.add(text);
        try (ResultSet result = sending.send()) {
          return reading.read(result);
        }
      } finally {
        statement = null;
      }
    }

    @Override
    public void progress(long done) {
      progress.report(doing, done, 0);
    }

    private void stop() {
      stopped = true;
      Statement running = statement;
      if (running != null) {
        try {
          running.cancel();
        } catch (SQLException e) {
          // the statement ended by itself, or the line is gone: either way it has stopped
        }
      }
    }
  }
}
