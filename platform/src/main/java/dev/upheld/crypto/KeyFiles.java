package dev.upheld.crypto;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Key files on disk: whole or not at all, and readable by their owner alone. */
final class KeyFiles {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> SECRET =
      PosixFilePermissions.fromString("rw-------");

  private KeyFiles() {}

  static void folder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
      }
    } catch (IOException e) {
      throw cannot("create", folder, e);
    }
  }

  /** On the disk when this returns: data sealed with a key that is lost is lost. */
  static void write(Path file, String content) {
    Path half = file.resolveSibling(file.getFileName() + ".new-" + UUID.randomUUID());
    try {
      Files.createFile(half, PosixFilePermissions.asFileAttribute(SECRET));
      Files.writeString(half, content);
      force(half, StandardOpenOption.WRITE);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.resolveSibling("."), StandardOpenOption.READ);
    } catch (IOException e) {
      delete(half);
      throw cannot("write", file, e);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  /** The content; empty when there is no such file; refused when others may read it. */
  static Optional<String> secret(Path file) {
    return text(file)
        .map(
            content -> {
              refuseOpen(file);
              return content;
            });
  }

  static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  private static void refuseOpen(Path file) {
    try {
      Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
      if (!SECRET.containsAll(open) && !OWNER.containsAll(open)) {
        throw CryptoProblem.KEY_OPEN.because(
            "The key file " + file + " is open to other users.", "Run: chmod 600 " + file);
      }
    } catch (IOException e) {
      throw cannot("read", file, e);
    }
  }

  /** The files of a folder whose names end so, by name; none when there is no folder. */
  static List<Path> ending(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw cannot("read", folder, e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw cannot("remove", file, e);
    }
  }

  private static dev.upheld.kernel.ProblemException cannot(String verb, Path path, IOException e) {
    return CryptoProblem.KEY_FILE.because(
        "Cannot " + verb + " " + path + " (" + e.getClass().getSimpleName() + ").",
        "Check the path, its permissions and the disk.");
  }
}
