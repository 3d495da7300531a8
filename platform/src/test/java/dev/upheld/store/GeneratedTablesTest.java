package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of the tables are those of the migrations. */
class GeneratedTablesTest {

  @Test
  void theClassesInGitAreThoseOfTheMigrations(@TempDir Path made) throws Exception {
    TableGenerator.generate(Stores.freshAddress(), made);

    Map<String, String> fresh = files(made);
    Map<String, String> kept = files(Path.of("src/main/generated"));
    assertThat(kept.keySet())
        .as("run scripts/generate-tables.sh and commit what it writes")
        .isEqualTo(fresh.keySet());
    fresh.forEach(
        (name, text) ->
            assertThat(kept.get(name))
                .as(name + ": run scripts/generate-tables.sh and commit what it writes")
                .isEqualTo(text));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> found.put(root.relativize(file).toString(), read(file)));
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
