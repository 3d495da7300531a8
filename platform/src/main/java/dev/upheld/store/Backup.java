package dev.upheld.store;

import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The whole store in one file, as it was at one moment. Tables as PostgreSQL's COPY writes them, in
 * a ZIP with a manifest that names the migrations and the checksum of each table.
 */
public final class Backup {
  private final Store store;
  private final InstantSource clock;
  private final Progress progress;

  private Backup(Store store, InstantSource clock, Progress progress) {
    this.store = store;
    this.clock = clock;
    this.progress = progress;
  }

  /** A backup of this store; the server may work on it meanwhile. */
  public static Backup of(Store store, InstantSource clock, Progress progress) {
    return new Backup(store, clock, progress);
  }

  /**
   * What a restore brought back.
   *
   * @param madeAt when the backup was made
   * @param rows how many rows it held
   */
  public record Restored(Instant madeAt, long rows) {}

  /**
   * Writes the file, readable by its owner alone, whole or not at all.
   *
   * @return how many rows
   * @throws dev.upheld.kernel.ProblemException when the file exists or cannot be written
   */
  public long write(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw StoreProblem.BACKUP.because(
          file + " exists already.", "Name another file; a backup never replaces one.");
    }
    try (Connection connection = StoreCheck.asOwner(store.address())) {
      return new BackupWriter(connection, clock.instant(), progress).write(file);
    } catch (SQLException e) {
      throw SqlFailures.problem(e);
    } catch (IOException e) {
      throw Disk.problem(e, "write", file);
    }
  }

  /**
   * Fills an empty store, in one transaction.
   *
   * @throws dev.upheld.kernel.ProblemException when the store holds anything, the backup is of a
   *     newer Upheld, or the file is damaged; nothing is changed then
   */
  public static Restored restore(StoreAddress address, Path file, Progress progress) {
    try (BackupFile backup = BackupFile.open(file)) {
      backup.verify(progress);
      return switch (address) {
        case StoreAddress.Embedded embedded -> restore(embedded, backup, progress);
        case StoreAddress.External external ->
            new BackupReader(external, backup, progress).restore();
      };
    } catch (IOException e) {
      throw BackupFile.damaged(file);
    }
  }

  private static Restored restore(
      StoreAddress.Embedded embedded, BackupFile backup, Progress progress) {
    OwnServer own =
        OwnServer.start(
            EmbeddedPostgres.Options.in(embedded.home().folder(), "store").withProgress(progress));
    try (EmbeddedPostgres _ = own.server()) {
      return new BackupReader(own.address(), backup, progress).restore();
    }
  }
}
