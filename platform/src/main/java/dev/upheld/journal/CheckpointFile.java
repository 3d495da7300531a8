package dev.upheld.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Checkpoints in a file, one line each, in the order of their places. Only ever added to, and on
 * the disk when {@link #add} returns. Several processes may add.
 *
 * @param path created with the first checkpoint
 */
record CheckpointFile(Path path) {
  private static final int LONGEST_LINE = 4096;

  /** Sealing takes milliseconds; after ten seconds something is wrong. */
  private static final int MOST_TRIES = 1_000;

  private static final long PAUSE_NANOS = 10_000_000;

  /**
   * Adds what the function makes of the last checkpoint, while no other process adds.
   *
   * @return what was added
   */
  Optional<Checkpoint> add(Function<Optional<Checkpoint>, Optional<Checkpoint>> next) {
    try {
      Files.createDirectories(path.resolveSibling("."));
      try (FileChannel channel =
              FileChannel.open(
                  path,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          var _ = locked(channel)) {
        Optional<Checkpoint> added = next.apply(last(channel));
        if (added.isPresent()) {
          append(channel, added.get().line() + "\n");
        }
        return added;
      }
    } catch (IOException | OverlappingFileLockException e) {
      throw cannot("write", path, e);
    }
  }

  /** All of them, oldest first; none when there is no file. */
  List<Checkpoint> all() {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
      return lines.filter(l -> !l.isBlank()).map(l -> parsed(path, l)).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw cannot("read", path, e);
    }
  }

  static Checkpoint parsed(Path file, String line) {
    return Checkpoint.parse(line)
        .orElseThrow(
            () ->
                JournalProblem.FILE.because(
                    file + " holds a line that is no checkpoint.",
                    "Take the file from your own copy."));
  }

  /** The last of them, read without the others; empty when there is none. */
  Optional<Checkpoint> newest() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return newest(tail(channel, channel.size()));
    } catch (IOException e) {
      throw cannot("read", path, e);
    }
  }

  private Optional<Checkpoint> newest(String tail) {
    int end = tail.lastIndexOf('\n');
    return end < 0
        ? Optional.empty()
        : Optional.of(parsed(path, tail.substring(tail.lastIndexOf('\n', end - 1) + 1, end)));
  }

  private static String tail(FileChannel channel, long size) throws IOException {
    int length = (int) Math.min(size, LONGEST_LINE);
    ByteBuffer tail = ByteBuffer.allocate(length);
    int read = 0;
    while (read >= 0 && tail.hasRemaining()) {
      read = channel.read(tail, size - length + tail.position());
    }
    return new String(tail.array(), StandardCharsets.US_ASCII);
  }

  /** The last whole line; what a crash left half written is cut off. */
  private Optional<Checkpoint> last(FileChannel channel) throws IOException {
    long size = channel.size();
    String tail = tail(channel, size);
    channel.truncate(size - tail.length() + tail.lastIndexOf('\n') + 1);
    return newest(tail);
  }

  /**
   * Waits for whoever else adds: the lock of the file is between processes, and within one refused
   * at once instead of waited for.
   */
  private static FileLock locked(FileChannel channel) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return channel.lock();
  }

  private static void append(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  static dev.upheld.kernel.ProblemException cannot(String verb, Path path, Exception e) {
    return JournalProblem.FILE.because(
        "Cannot " + verb + " " + path + " (" + e.getClass().getSimpleName() + ").",
        "Check the path, its permissions and the disk.");
  }
}
