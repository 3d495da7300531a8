package dev.upheld.examples;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.demo.Profile;
import dev.upheld.demo.profiles.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example says in its README which findings to expect, and has no others and no fault. */
class ReadmesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9]+) \\|");

  private static final Pattern FOUND =
      Pattern.compile("(?m)^\\| ((?:`[a-z0-9-]+/[a-z0-9-]+`(?:, )?)+) \\|([^|]*)\\|");

  private static final Pattern PROMISE = Pattern.compile("`([^`]+)`");

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

  /** Those whose README says what the demonstration finds say all of it, with the clauses. */
  @ParameterizedTest
  @ValueSource(strings = {"cloud-pbs", "clouder"})
  void whatTheDemonstrationFindsIsWhatTheReadmeTells(String example) throws IOException {
    Profile profile = Profiles.named(example);
    Set<String> planted =
        profile.usualFaults().stream().flatMap(f -> f.promises().stream()).collect(toSet());
    Map<String, Set<String>> clauses =
        Workspaces.read(
                Path.of("..", "examples", example),
                References.machine(),
                LocalDate.of(2026, 11, 22))
            .workspace()
            .orElseThrow()
            .promises()
            .stream()
            .filter(p -> planted.contains(p.id().toString()))
            .collect(toMap(p -> p.id().toString(), p -> Set.copyOf(p.header().clauses())));

    Map<String, Set<String>> told = new TreeMap<>();
    FOUND
        .matcher(Files.readString(Path.of("..", "examples", example, "README.md")))
        .results()
        .forEach(
            row ->
                PROMISE
                    .matcher(row.group(1))
                    .results()
                    .forEach(
                        p ->
                            told.put(
                                profile.company() + "/" + p.group(1),
                                row.group(2).isBlank()
                                    ? Set.of()
                                    : Set.of(row.group(2).strip().split(", ")))));
    assertThat(told).isEqualTo(clauses);
  }
}
