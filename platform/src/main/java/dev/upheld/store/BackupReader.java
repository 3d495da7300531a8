package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills an empty store from a backup. The tables are made as they were when the backup was written,
 * filled in one transaction, and brought up to date afterwards.
 *
 * @param address of the store to fill
 * @param backup already verified
 * @param progress hears of each table
 */
record BackupReader(StoreAddress.External address, BackupFile backup, Progress progress) {
  private static final String SEQUENCES =
      """
      SELECT c.relname, a.attname, pg_get_serial_sequence('upheld.' || quote_ident(c.relname), a.attname)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'upheld'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND NOT a.attisdropped
        AND pg_get_serial_sequence('upheld.' || quote_ident(c.relname), a.attname) IS NOT NULL
      """;

  Backup.Restored restore() {
    StoreCheck.refuseUnfit(address);
    Migrations migrations = new Migrations(address);
    BackupManifest manifest = backup.manifest();
    migrations.refuseUnknown(manifest.migrations());
    refuseFull(Optional.empty());
    // Older tables first: the later migrations shall find the rows they are about.
    prepare(migrations.only(manifest.migrations()));
    try (Connection connection = StoreCheck.asOwner(address)) {
      connection.setAutoCommit(false);
      refuseFull(Optional.of(connection));
      fill(connection, manifest);
      connection.commit();
    } catch (SQLException e) {
      throw SqlFailures.problem(e);
    } catch (IOException e) {
      throw StoreProblem.BACKUP.because(
          "The backup could not be read to its end.", "Nothing was changed; try again.");
    }
    migrations.run(progress);
    return new Backup.Restored(manifest.madeAt(), manifest.rows());
  }

  private void prepare(Migrations asThen) {
    try {
      asThen.run(progress);
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() == StoreProblem.SCHEMA_NEWER) {
        throw StoreProblem.NOT_EMPTY.because(
            "The store is empty, but its tables are newer than the backup.",
            "Restore into a new home (UPHELD_HOME) or a database without tables; they are upgraded then.");
      }
      throw e;
    }
  }

  /** Within the transaction the tables are locked, so that nobody writes meanwhile. */
  private void refuseFull(Optional<Connection> within) {
    try {
      if (within.isPresent()) {
        lockEmpty(within.get());
        return;
      }
      try (Connection connection = StoreCheck.asOwner(address)) {
        connection.setAutoCommit(false);
        lockEmpty(connection);
        connection.rollback();
      }
    } catch (SQLException e) {
      throw SqlFailures.problem(e);
    }
  }

  private static void lockEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (BackupTable table : BackupTable.all(connection)) {
        statement.execute("LOCK TABLE upheld.\"" + table.name() + "\" IN EXCLUSIVE MODE");
        try (ResultSet rows =
            statement.executeQuery("SELECT EXISTS (SELECT FROM upheld.\"" + table.name() + "\")")) {
          rows.next();
          if (rows.getBoolean(1) && !table.isSeeded()) {
            throw StoreProblem.NOT_EMPTY.because(
                "The store is not empty: there are rows in " + table.name() + ".",
                "Restore into a new home (UPHELD_HOME) or an empty database.");
          }
        }
      }
    }
  }

  private void fill(Connection connection, BackupManifest manifest)
      throws SQLException, IOException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    int done = 0;
    for (BackupManifest.Part part : manifest.parts()) {
      progress.report("restoring " + part.table().name(), done++, manifest.parts().size());
      if (part.table().isSeeded()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("DELETE FROM upheld.\"" + part.table().name() + "\"");
        }
      }
      try (InputStream rows = backup.table(part.table().name())) {
        long copied = copy.copyIn(part.table().copyIn(), rows);
        if (copied != part.rows()) {
          throw new IOException("another number of rows");
        }
      }
    }
    advanceSequences(connection);
  }

  private static void advanceSequences(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(SEQUENCES)) {
        while (rows.next()) {
          statements.add(
              "SELECT setval('%s', max(\"%s\")) FROM upheld.\"%s\" HAVING max(\"%s\") IS NOT NULL"
                  .formatted(
                      rows.getString(3), rows.getString(2), rows.getString(1), rows.getString(2)));
        }
      }
      for (String sql : new TreeSet<>(statements)) {
        statement.execute(sql);
      }
    }
  }
}
