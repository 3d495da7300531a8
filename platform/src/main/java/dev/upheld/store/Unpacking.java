package dev.upheld.store;

import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a {@code .tar.xz} readable by every user, whatever our own umask says. */
final class Unpacking {
  private static final String STEP = "unpacking PostgreSQL";
  private static final int REPORT_EVERY = 100;

  private Unpacking() {}

  static void into(Path folder, InputStream xz, Progress progress) throws IOException {
    Disk.folder(folder, "rwxr-xr-x");
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(xz))) {
      long done = 0;
      for (@Nullable TarArchiveEntry entry = tar.getNextEntry();
          entry != null;
          entry = tar.getNextEntry()) {
        if (done % REPORT_EVERY == 0) {
          progress.report(STEP, done, 0);
        }
        unpack(folder, entry, tar);
        done++;
      }
      progress.report(STEP, done, done);
    }
  }

  private static void unpack(Path folder, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry outside of the archive");
    }
    if (entry.isDirectory()) {
      Disk.folder(target, "rwxr-xr-x");
      return;
    }
    // Static libraries are for building extensions; nothing here does.
    if (entry.getName().endsWith(".a")) {
      return;
    }
    Disk.folder(target.resolveSibling("").normalize(), "rwxr-xr-x");
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
