package dev.upheld.store;

import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server programs, unpacked from the class path into a folder named after their content. A
 * folder that is not exactly what was unpacked is replaced whole.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {
  private static final Duration UNPACKING = Duration.ofMinutes(5);
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /** Makes sure they are there, whole, under {@code parent}; safe for several processes at once. */
  static Binaries in(Path parent, Progress progress) {
    Disk.folder(parent, "rwxr-xr-x");
    refuseForeign(parent);
    Path folder = parent.resolve("postgres-" + digest().substring(0, 16));
    if (Manifest.holds(folder)) {
      return new Binaries(folder);
    }
    try (FolderLock.Guard _ = FolderLock.of(parent).guard(UNPACKING).orElseThrow(Binaries::busy)) {
      if (!Manifest.holds(folder)) {
        replace(folder, progress);
      }
    }
    return new Binaries(folder);
  }

  /** Whoever may write here decides what we run. */
  private static void refuseForeign(Path parent) {
    long owner = Account.uidOf(parent);
    if (owner != 0 && owner != Account.self()) {
      throw StoreProblem.PERMISSIONS.because(
          parent + " belongs to another user, who could put any program there.",
          "Choose a folder of your own, or of root.");
    }
    if (Disk.isWritableByOthers(parent)) {
      throw StoreProblem.PERMISSIONS.because(
          parent + " can be written by other users, who could put any program there.",
          "Run: chmod go-w " + parent);
    }
  }

  private static void replace(Path folder, Progress progress) {
    sweep(folder);
    Path fresh = folder.resolveSibling(folder.getFileName() + ".new-" + UUID.randomUUID());
    Path broken = folder.resolveSibling(folder.getFileName() + ".old-" + UUID.randomUUID());
    try (InputStream archive = new BufferedInputStream(open())) {
      Unpacking.into(fresh, archive, progress);
      Manifest.write(fresh);
      if (Files.exists(folder)) {
        Files.move(folder, broken);
      }
      Files.move(fresh, folder);
    } catch (IOException e) {
      throw Disk.isFull(e)
          ? Disk.problem(e, "unpack PostgreSQL into", folder)
          : StoreProblem.BINARIES.because(
              "The PostgreSQL programs could not be unpacked into " + folder + ".",
              "Check the folder's permissions and the disk, then try again.",
              e);
    } finally {
      Disk.deleteTree(fresh);
      Disk.deleteTree(broken);
    }
  }

  /** What a killed process left half done; we hold the lock, so nobody is working on it. */
  private static void sweep(Path folder) {
    try (var siblings = Files.newDirectoryStream(folder.toAbsolutePath().getParent())) {
      for (Path sibling : siblings) {
        String name = sibling.getFileName().toString();
        if (name.startsWith(folder.getFileName() + ".new-")
            || name.startsWith(folder.getFileName() + ".old-")) {
          Disk.deleteTree(sibling);
        }
      }
    } catch (IOException e) {
      throw Disk.problem(e, "read", folder);
    }
  }

  private static String digest() {
    try (InputStream archive = open()) {
      return Sha256.hex(archive);
    } catch (IOException e) {
      throw StoreProblem.BINARIES.because(
          "The PostgreSQL archive on the class path cannot be read.", "Install Upheld again.", e);
    }
  }

  private static InputStream open() {
    @Nullable InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE);
    if (archive == null) {
      throw StoreProblem.BINARIES.because(
          "The PostgreSQL archive is not on the class path.",
          "Install Upheld again, or use a PostgreSQL server of your own.");
    }
    return archive;
  }

  static void refuseOtherPlatforms() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "");
    if (!system.contains("linux") || !(processor.equals("amd64") || processor.equals("x86_64"))) {
      throw StoreProblem.PLATFORM.because(
          "The embedded PostgreSQL runs on Linux x86-64 only, this is "
              + system
              + " "
              + processor
              + ".",
          "Use a PostgreSQL server of your own.");
    }
  }

  private static dev.upheld.kernel.ProblemException busy() {
    return StoreProblem.BUSY.because(
        "Another process has been unpacking PostgreSQL for minutes.", "Stop it and try again.");
  }
}
