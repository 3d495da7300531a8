package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and folders, with faults turned into problems a person can mend. */
final class Disk {
  private Disk() {}

  /** What the failed operation means to the person at the keyboard. */
  static ProblemException problem(IOException e, String verb, Path path) {
    String what = "Cannot " + verb + " " + path;
    if (isFull(e)) {
      return StoreProblem.DISK_FULL.because(
          what + ": the disk is full.",
          "Free some space or point UPHELD_HOME to a larger disk.",
          e);
    }
    if (e instanceof AccessDeniedException) {
      return StoreProblem.HOME.because(
          what + ": permission denied.",
          "Give yourself the right or choose another UPHELD_HOME.",
          e);
    }
    return StoreProblem.HOME.because(
        what + " (" + e.getClass().getSimpleName() + ").",
        "Check the path, its permissions and the disk.",
        e);
  }

  /** The JDK has no exception of its own for a full disk or quota: only the system's words tell. */
  static boolean isFull(IOException e) {
    @Nullable String message = e.getMessage();
    return message != null && saysFull(message);
  }

  static boolean saysFull(String message) {
    return message.contains("No space left on device")
        || message.contains("Disk quota exceeded")
        || message.contains("File too large");
  }

  /** Creates what is missing with these permissions; what exists is left as it is. */
  static void folder(Path folder, String permissions) {
    try {
      if (Files.isDirectory(folder)) {
        return;
      }
      @Nullable Path parent = folder.getParent();
      if (parent != null) {
        folder(parent, permissions);
      }
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    } catch (java.nio.file.FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw problem(e, "create", folder);
      }
    } catch (IOException e) {
      throw problem(e, "create", folder);
    }
  }

  /** Writes the whole file or nothing: readers never see half of it. */
  static void write(Path file, String content, String permissions) {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(half);
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(half, content);
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(permissions));
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      deleteTree(half);
      throw problem(e, "write", file);
    }
  }

  static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw problem(e, "read", file);
    }
  }

  static boolean isWritableByOthers(Path path) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      return permissions.contains(PosixFilePermission.GROUP_WRITE)
          || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException e) {
      throw problem(e, "read", path);
    }
  }

  /** Deletes a folder and all in it, never following links; what cannot be deleted is left. */
  static void deleteTree(Path root) {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(root, new Deleting());
    } catch (IOException e) {
      // Best effort: a leftover has a name nobody uses again and is tried anew at the next start.
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
