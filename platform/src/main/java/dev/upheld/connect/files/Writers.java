package dev.upheld.connect.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Files that some process holds open to write, as far as this account may see: its own processes,
 * or all of them where it is the superuser.
 */
final class Writers {
  private static final Path PROCESSES = Path.of("/proc");
  private static final long FRESH = Duration.ofSeconds(5).toNanos();

  /** In the flags of an open file: not for reading alone. */
  private static final int WRITES = 3;

  private Set<String> keys = Set.of();
  private long looked = System.nanoTime() - 2 * FRESH;

  /** Whether some process holds it open to write. */
  boolean hold(LogFile file) {
    if (System.nanoTime() - looked > FRESH) {
      keys = look();
      looked = System.nanoTime();
    }
    return keys.contains(file.key());
  }

  private static Set<String> look() {
    Set<String> open = new HashSet<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        ofOne(process, open);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return open; // a system without it shows nothing
    }
    return open;
  }

  private static void ofOne(Path process, Set<String> open) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        Path info = process.resolve("fdinfo").resolve(file.getFileName());
        if (writes(info)) {
          BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
          open.add(String.valueOf(seen.fileKey()));
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return; // it ended meanwhile, or belongs to somebody else
    }
  }

  private static boolean writes(Path info) {
    try {
      return Files.readAllLines(info).stream()
          .filter(line -> line.startsWith("flags:"))
          .map(line -> line.substring("flags:".length()).strip())
          .anyMatch(flags -> (Integer.parseInt(flags, 8) & WRITES) != 0);
    } catch (IOException | NumberFormatException e) {
      return false; // closed meanwhile
    }
  }
}
