package dev.upheld.discover;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that whoever reads it meanwhile sees the one before, or the one after. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes.
   *
   * @param target its permissions stay, and what a link leads to is replaced, not the link; where
   *     there is none yet, only its owner may read it
   */
  public static void write(Path target, String text) throws IOException {
    boolean there = Files.exists(target);
    Path real = there ? target.toRealPath() : target;
    Path beside = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".tmp");
    try {
      Files.writeString(beside, text);
      if (there) {
        Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
      }
      move(beside, real);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path beside, Path target) throws IOException {
    try {
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
