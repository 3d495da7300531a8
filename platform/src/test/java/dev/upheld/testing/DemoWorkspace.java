package dev.upheld.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The demonstration's workspace, for tests that want its charter over systems of their own. */
public final class DemoWorkspace {
  /** Where it lies; nobody writes there. */
  public static final Path ROOT = Path.of("..", "examples", "demo").toAbsolutePath().normalize();

  private static final Path DATAMAP = ROOT.resolve("datamap");

  private DemoWorkspace() {}

  /** Copies it without its data maps; the folder of data maps is there and empty. */
  public static void copyTo(Path folder) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(f -> Files.isRegularFile(f)).toList()) {
        Path to = folder.resolve(ROOT.relativize(file).toString());
        Files.createDirectories(to.resolveSibling(""));
        if (!file.startsWith(DATAMAP)) {
          Files.copy(file, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, with one system {@code main}; the variable SECRET holds its password. */
  public static void copyTo(Path folder, TestDatabase database) {
    copyTo(folder);
    try {
      Files.writeString(folder.resolve("systems.yaml"), "systems:\n" + entry("main", database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String entry(String system, TestDatabase database) {
    String kind = database.engine() == TestDatabase.Engine.POSTGRESQL ? "postgres" : "mariadb";
    return """
      %s:
        kind: %s
        host: 127.0.0.1
        port: %d
        database: %s
        user: %s
        password: env:SECRET
        tls: "off"
    """
        .formatted(system, kind, database.port(), database.database(), database.user());
  }
}
