package dev.upheld.connect.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The right to end files of one table of an archive, of one process and thread at a time. */
final class FolderTurn implements AutoCloseable {
  static final String NAME = ".turn";

  private final FileChannel channel;

  private FolderTurn(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty where somebody else has it. */
  static Optional<FolderTurn> take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    boolean mine = false;
    try {
      FileLock lock = channel.tryLock();
      mine = lock != null;
      return mine ? Optional.of(new FolderTurn(channel)) : Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } finally {
      if (!mine) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close(); // and the lock with it
  }
}
