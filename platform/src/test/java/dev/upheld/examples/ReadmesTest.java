package dev.upheld.examples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example says in its README which findings to expect, and has no others and no fault. */
class ReadmesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9]+) \\|");

  @ParameterizedTest
  @ValueSource(
      strings = {"clever-cloud", "clever-cloud-morocco", "cloud-temple", "cloud-pbs", "clouder"})
  void theFindingsAreThoseTheReadmeLists(String example) throws IOException {
    Path workspace = Path.of("..", "examples", example);
    WorkspaceReading reading =
        Workspaces.read(workspace, References.machine(), LocalDate.of(2026, 11, 22));
    assertThat(reading.faults()).isEmpty();
    Map<String, Long> found =
        reading.workspace().orElseThrow().findings().stream()
            .collect(groupingBy(f -> f.code().code(), TreeMap::new, counting()));
    Map<String, Long> listed = new TreeMap<>();
    ROW.matcher(Files.readString(workspace.resolve("README.md")))
        .results()
        .forEach(row -> listed.put(row.group(1), Long.valueOf(row.group(2))));
    assertThat(listed).isEqualTo(found);
  }
}
