package dev.upheld.demo;

import dev.upheld.demo.sql.Dialect;
import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Table;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the work of several tables side by side, and tells how far it has come. */
final class Loader implements AutoCloseable {
  /** Rows in one statement: enough to be quick, few enough to see progress and to stop soon. */
  private static final long BATCH = 50_000;

  private final ExecutorService threads;
  private final Progress progress;

  Loader(int threads, Progress progress) {
    this.threads = Executors.newFixedThreadPool(threads);
    this.progress = progress;
  }

  /** A table to be created and filled. */
  record Fill(Source source, Script script, Table table) {
    long rows() {
      return script.rows(table);
    }
  }

  /** Statements to run one after the other, each committed. */
  record Step(Source source, Dialect dialect, List<String> statements) {}

  /** Creates and fills tables. */
  void fill(List<Fill> fills) {
    long total = fills.stream().mapToLong(Fill::rows).sum();
    AtomicLong done = new AtomicLong();
    List<Future<?>> running = new ArrayList<>();
    for (Fill fill : fills) {
      running.add(threads.submit(() -> fill(fill, done, total)));
    }
    await(running);
  }

  /** Runs steps side by side. */
  void finish(String step, List<Step> steps) {
    long total = steps.stream().mapToLong(s -> s.statements().size()).sum();
    AtomicLong done = new AtomicLong();
    List<Future<?>> running = new ArrayList<>();
    for (Step each : steps) {
      running.add(threads.submit(() -> run(step, each, done, total)));
    }
    await(running);
  }

  /**
   * Where the dialect allows, all in one transaction: a table that is new to its transaction need
   * not be written to the log first, and is there whole or not at all.
   */
  private void fill(Fill fill, AtomicLong done, long total) {
    Script script = fill.script();
    String doing = "filling " + script.nameOf(fill.table());
    try (Connection connection = fill.source().open();
        Statement statement = connection.createStatement()) {
      execute(statement, script.sql().beforeLoad());
      connection.setAutoCommit(!script.sql().transactionalDdl());
      statement.execute(script.create(fill.table()));
      for (long from = 1; from <= fill.rows(); from += BATCH) {
        long to = Math.min(fill.rows(), from + BATCH - 1);
        statement.execute(script.insert(fill.table(), from, to));
        progress.report(doing, done.addAndGet(to - from + 1), total);
      }
      execute(statement, script.finish(fill.table()));
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw DemoProblem.refused(doing, e);
    }
  }

  private void run(String doing, Step step, AtomicLong done, long total) {
    try (Connection connection = step.source().open();
        Statement statement = connection.createStatement()) {
      execute(statement, step.dialect().beforeLoad());
      for (String sql : step.statements()) {
        statement.execute(sql);
        progress.report(doing, done.incrementAndGet(), total);
      }
    } catch (SQLException e) {
      throw DemoProblem.refused(doing, e);
    }
  }

  private static void execute(Statement statement, List<String> statements) throws SQLException {
    for (String sql : statements) {
      statement.execute(sql);
    }
  }

  /** Waits for all; the first that fails ends the others. */
  private void await(List<Future<?>> running) {
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      threads.shutdownNow();
      throw e.getCause() instanceof ProblemException problem
          ? problem
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw DemoProblem.INTERRUPTED.because(
          "Making the data was interrupted.", "Start again; it begins anew.");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
