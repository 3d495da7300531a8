package dev.upheld.app;

import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demonstration's charter over one database, a home for what Upheld keeps, and a terminal. */
final class DiscoverFolder {
  private final Path folder;
  private final Map<String, String> env;

  DiscoverFolder(Path folder, TestDatabase database) {
    this.folder = folder;
    this.env =
        Map.of("SECRET", database.password(), "UPHELD_HOME", folder.resolve("home").toString());
    DemoWorkspace.copyTo(workspace(), database);
  }

  private Path workspace() {
    return folder.resolve("privacy");
  }

  /** Runs {@code upheld discover main} in this process. */
  Terminal.Run discover(String... more) {
    List<String> words = new ArrayList<>(List.of("discover", "main"));
    words.addAll(List.of(more));
    return new Terminal(folder, env).run(words.toArray(String[]::new));
  }

  /** Runs any command line in this process. */
  Terminal.Run run(String... words) {
    return new Terminal(folder, env).run(words);
  }

  /** Starts it in a process of its own. */
  ChildJvm start(String heap, String... more) {
    List<String> words = new ArrayList<>(List.of("discover", "main", workspace().toString()));
    words.addAll(List.of(more));
    return ChildJvm.start(env, heap, Main.class, words.toArray(String[]::new));
  }

  /** The data map; empty when there is none. */
  String map() {
    return datamap().isEmpty() ? "" : read(workspace().resolve("datamap/main.yaml"));
  }

  /** Names of all that lies beside the data map. */
  List<String> datamap() {
    return names(workspace().resolve("datamap"));
  }

  /** What was kept of looks that were stopped. */
  List<String> kept() {
    return names(folder.resolve("home/discover")).stream()
        .map(name -> read(folder.resolve("home/discover").resolve(name)))
        .toList();
  }

  /** As though the process had been killed while it wrote. */
  void tear() throws IOException {
    for (String name : names(folder.resolve("home/discover"))) {
      Path file = folder.resolve("home/discover").resolve(name);
      Files.writeString(file, Files.readString(file) + "{\"version\":1,\"tab");
    }
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
