package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that would take each other's files are refused before any goes. */
class FolderReaderTest {
  private final Path root = TestFolders.create("folders");

  private List<String> faults(String... systems) {
    String yaml =
        IntStream.range(0, systems.length)
            .mapToObj(i -> "  logs-%d: {kind: files, country: FR, %s}\n".formatted(i, systems[i]))
            .collect(Collectors.joining("", "systems:\n", ""));
    return SystemsReader.read(
            root,
            YamlReader.read("systems.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
            References.machine().overlaid(Map.of()),
            new Names(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()))
        .faults()
        .stream()
        .map(Problem::what)
        .toList();
  }

  private static String log(String name, String files) {
    return "%s: {files: \"%s\", dated: content, pattern: iso}".formatted(name, files);
  }

  @ParameterizedTest
  @CsvSource({
    "*.log*, audit*.log*, true",
    "*, audit.log, true",
    "app.log?, app.log*, true",
    "access*.log*, error*.log*, false",
    "access*.log*, *error.log*, false",
    "app.log*, app-audit.log*, false",
  })
  void whatPlainlyOverlapsIsRefused(String one, String other, boolean refused) {
    List<String> faults =
        faults("folder: logs, logs: {%s, %s}".formatted(log("app", one), log("audit", other)));
    assertThat(faults).hasSize(refused ? 1 : 0);
    assertThat(faults).allMatch(f -> f.equals("The logs app and audit take the same files."));
  }

  @Test
  void aFolderIsOneSystem() throws IOException {
    Files.createDirectory(root.resolve("logs"));
    Files.createDirectory(root.resolve("other"));
    Files.createSymbolicLink(root.resolve("linked"), root.resolve("logs"));
    String logs = ", logs: {%s}".formatted(log("app", "app*"));
    assertThat(faults("folder: logs" + logs, "folder: other" + logs)).isEmpty();
    assertThat(faults("folder: logs" + logs, "folder: ./logs" + logs)).hasSize(1);
    assertThat(faults("folder: logs" + logs, "folder: linked" + logs))
        .containsExactly("The systems logs-0 and logs-1 are the same folder.");
    assertThat(faults("folder: absent" + logs, "folder: none" + logs)).isEmpty();
  }
}
