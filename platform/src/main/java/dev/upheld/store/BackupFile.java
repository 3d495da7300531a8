package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A backup that is being read. */
final class BackupFile implements AutoCloseable {
  private static final int LONGEST_MANIFEST = 10_000_000;

  private final Path path;
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(Path path, ZipFile zip, BackupManifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  static BackupFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw StoreProblem.BACKUP.because(
          "There is no file " + path + ".", "Name what upheld backup wrote.");
    }
    ZipFile zip = new ZipFile(path.toFile());
    try {
      byte[] manifest = content(zip, BackupManifest.FILE);
      String sum = Sha256.hex(manifest);
      if (!new String(content(zip, BackupManifest.SUM), java.nio.charset.StandardCharsets.UTF_8)
          .equals(sum)) {
        throw new IOException("the manifest was changed");
      }
      return new BackupFile(path, zip, BackupManifest.parse(manifest));
    } catch (IllegalArgumentException | IOException e) {
      zip.close();
      throw damaged(path);
    }
  }

  private static byte[] content(ZipFile zip, String name) throws IOException {
    try (InputStream in = stream(zip, name)) {
      return in.readNBytes(LONGEST_MANIFEST);
    }
  }

  private static InputStream stream(ZipFile zip, String name) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("an entry is missing");
    }
    return zip.getInputStream(entry);
  }

  static ProblemException damaged(Path path) {
    return StoreProblem.BACKUP.because(
        path + " is damaged, or no backup of Upheld.", "Take another copy of it.");
  }

  BackupManifest manifest() {
    return manifest;
  }

  InputStream table(String name) throws IOException {
    return stream(zip, BackupManifest.entry(name));
  }

  /** Reads everything once and compares the checksums, before anything is changed. */
  void verify(Progress progress) throws IOException {
    int done = 0;
    for (BackupManifest.Part part : manifest.parts()) {
      progress.report("checking " + part.table().name(), done++, manifest.parts().size());
      MessageDigest digest = Sha256.begin();
      try (InputStream in = new DigestInputStream(table(part.table().name()), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      if (!Sha256.end(digest).equals(part.sha256())) {
        throw damaged(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
