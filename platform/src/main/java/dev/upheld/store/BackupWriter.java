package dev.upheld.store;

import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes a backup from one snapshot.
 *
 * @param connection of the owner
 * @param now when the backup is made
 * @param progress hears of each table
 */
record BackupWriter(Connection connection, Instant now, Progress progress) {

  long write(Path file) throws IOException, SQLException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      long rows;
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(half))) {
        rows = write(zip);
      }
      try (FileChannel written = FileChannel.open(half, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private long write(ZipOutputStream zip) throws IOException, SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    List<BackupTable> tables = BackupTable.all(connection);
    List<BackupManifest.Part> parts = new ArrayList<>();
    long rows = 0;
    for (BackupTable table : tables) {
      progress.report("backing up " + table.name(), parts.size(), tables.size());
      BackupManifest.Part part = copy(zip, table);
      parts.add(part);
      rows += part.rows();
    }
    byte[] manifest =
        new BackupManifest(now, migrations(), parts).text().getBytes(StandardCharsets.UTF_8);
    entry(zip, BackupManifest.FILE, manifest);
    String sum = Sha256.hex(manifest);
    entry(zip, BackupManifest.SUM, sum.getBytes(StandardCharsets.UTF_8));
    connection.rollback();
    return rows;
  }

  private BackupManifest.Part copy(ZipOutputStream zip, BackupTable table)
      throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(BackupManifest.entry(table.name())));
    MessageDigest digest = Sha256.begin();
    OutputStream to = new DigestOutputStream(zip, digest);
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows = copy.copyOut(table.copyOut(), to);
    zip.closeEntry();
    return new BackupManifest.Part(table, rows, Sha256.end(digest));
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private List<String> migrations() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT script FROM upheld.flyway_schema_history WHERE success AND type = 'SQL'"
                    + " ORDER BY script")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
