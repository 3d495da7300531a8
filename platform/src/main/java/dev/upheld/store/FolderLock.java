package dev.upheld.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Who may change a folder, and who is using it, across threads and processes. The kernel frees what
 * a killed process held, so nothing is ever left locked.
 *
 * <p>The map is static on purpose: the operating system gives file locks to the process, and
 * closing any descriptor of a file frees every lock the process has on it. Only one object per
 * folder and process may therefore open the lock files.
 */
final class FolderLock {
  private static final ConcurrentHashMap<Path, FolderLock> OF_THIS_PROCESS =
      new ConcurrentHashMap<>();

  private final Path change;
  private final Path use;
  private final Semaphore thread = new Semaphore(1);
  private int users;
  private @Nullable FileChannel useChannel;
  private @Nullable FileLock useLock;

  private FolderLock(Path folder) {
    this.change = folder.resolve("change.lock");
    this.use = folder.resolve("use.lock");
  }

  /**
   * @param folder must exist
   */
  static FolderLock of(Path folder) {
    try {
      return OF_THIS_PROCESS.computeIfAbsent(folder.toRealPath(), FolderLock::new);
    } catch (IOException e) {
      throw Disk.problem(e, "read", folder);
    }
  }

  /** The right to change the folder; give it back by closing. */
  interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits until nobody else changes the folder; empty when that took too long. */
  Optional<Guard> guard(Duration limit) {
    if (!Waiting.until(limit, thread::tryAcquire)) {
      return Optional.empty();
    }
    boolean kept = false;
    try {
      Optional<FileChannel> channel = lock(change, limit);
      kept = channel.isPresent();
      return channel.map(c -> () -> release(c));
    } finally {
      if (!kept) {
        thread.release();
      }
    }
  }

  private void release(FileChannel channel) {
    close(channel);
    thread.release();
  }

  /** One more user in this process. Call it under the guard only. */
  synchronized void enter() {
    if (users == 0) {
      useChannel = open(use);
      share(useChannel);
    }
    users++;
  }

  /**
   * One user less. Call it under the guard only.
   *
   * @return whether that was the last user in any process
   */
  synchronized boolean leave() {
    boolean last = users == 1 && !usedElsewhere();
    users--;
    if (users == 0 && useChannel != null) {
      close(useChannel);
      useChannel = null;
    }
    return last;
  }

  /** Whether this process has users of the folder. Call it under the guard only. */
  synchronized boolean usedHere() {
    return users > 0;
  }

  /** Whether another process uses the folder. Call it under the guard only. */
  synchronized boolean usedElsewhere() {
    if (useChannel == null) {
      FileChannel channel = open(use);
      boolean alone = tryLock(channel, false).isPresent();
      close(channel);
      return !alone;
    }
    // A lock cannot be raised from shared to alone; under the guard nobody can slip in between.
    unlock(useLock);
    Optional<FileLock> alone = tryLock(useChannel, false);
    alone.ifPresent(FolderLock::unlock);
    share(useChannel);
    return alone.isEmpty();
  }

  private void share(FileChannel channel) {
    useLock =
        tryLock(channel, true)
            .orElseThrow(
                () ->
                    StoreProblem.BUSY.because(
                        "The lock file " + use + " is held by a stranger.", "Stop that program."));
  }

  private static Optional<FileChannel> lock(Path file, Duration limit) {
    FileChannel channel = open(file);
    if (Waiting.until(limit, () -> tryLock(channel, false).isPresent())) {
      return Optional.of(channel);
    }
    close(channel);
    return Optional.empty();
  }

  private static Optional<FileLock> tryLock(FileChannel channel, boolean shared) {
    try {
      return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
    } catch (IOException e) {
      throw StoreProblem.HOME.because(
          "The file system of the home folder does not support file locks.",
          "Put UPHELD_HOME on a local disk.",
          e);
    }
  }

  private static void unlock(@Nullable FileLock lock) {
    try {
      if (lock != null) {
        lock.release();
      }
    } catch (IOException e) {
      throw Disk.problem(e, "unlock", Path.of("use.lock"));
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(
          file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw Disk.problem(e, "open", file);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw Disk.problem(e, "close", Path.of("lock"));
    }
  }
}
