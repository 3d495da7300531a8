package dev.upheld.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Connectors;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.duty.notice.Notice;
import dev.upheld.duty.residency.Residency;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.safeguard.Safeguard;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Prober;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.Prove;
import dev.upheld.probe.ProveReport;
import dev.upheld.testing.TestDatabase;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A hand-written workspace over a real schema, pointed at a test database. */
final class RealWorkspace {
  /** All samples are proved at this instant: their workspaces promise periods that fit it. */
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Workspace workspace;

  private RealWorkspace(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Copies what both engines share, lays over it what is the engine's own, and reads the whole.
   *
   * @param name its folder below {@code workspaces}
   * @param database who asks, and where
   * @param folder where to copy; empty
   */
  static RealWorkspace read(String name, TestDatabase database, Path folder) throws IOException {
    return read(name, database, folder, map -> map);
  }

  /** The same, after the data map was changed. */
  static RealWorkspace read(
      String name, TestDatabase database, Path folder, UnaryOperator<String> decided)
      throws IOException {
    copy(name + "/both", folder);
    copy(name + "/" + database.engine().name().toLowerCase(Locale.ROOT), folder);
    try (Stream<Path> maps = Files.list(folder.resolve("datamap"))) {
      for (Path map : maps.toList()) {
        Files.writeString(map, decided.apply(Files.readString(map)));
      }
    }
    WorkspaceReading reading = Workspaces.read(folder, references(database));
    assertThat(reading.faults()).isEmpty();
    return new RealWorkspace(reading.workspace().orElseThrow());
  }

  private static References references(TestDatabase database) {
    return References.machine()
        .overlaid(
            Map.of(
                "REAL_HOST", database.host(),
                "REAL_PORT", String.valueOf(database.port()),
                "REAL_DATABASE", database.database(),
                "REAL_USER", database.user(),
                "REAL_PASSWORD", database.password()));
  }

  private static void copy(String from, Path to) throws IOException {
    URL url = Objects.requireNonNull(RealWorkspace.class.getResource("workspaces/" + from), from);
    try (Stream<Path> files = Files.walk(Path.of(url.toURI()))) {
      Path root = Path.of(url.toURI());
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(root.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target);
      }
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  Workspace workspace() {
    return workspace;
  }

  ProveReport prove() {
    Workspace w = workspace;
    return new Prove(Connectors.builtIn(), probers(), InstantSource.fixed(NOW), Progress.SILENT)
        .run(new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()));
  }

  /** See {@link Coverage#gaps}. */
  SortedSet<String> gaps() {
    return Coverage.gaps(workspace.map());
  }

  private static List<Prober> probers() {
    return Stream.of(
            Retention.probers(), Safeguard.probers(), Residency.probers(), Notice.probers())
        .flatMap(List::stream)
        .toList();
  }

  /** The verdict of every promise, by id. */
  static SortedMap<String, Verdict> verdicts(ProveReport report) {
    return report.results().stream()
        .collect(
            Collectors.toMap(
                r -> r.promise().id().toString(),
                PromiseResult::verdict,
                (a, b) -> {
                  throw new AssertionError("two promises have one id");
                },
                TreeMap::new));
  }

  /** What the probes said, for who reads a red test. */
  static String grounds(ProveReport report) {
    return report.results().stream()
        .map(RealWorkspace::ground)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String ground(PromiseResult result) {
    String said =
        result.evidence().stream()
            .map(e -> e.summary() + " " + e.reasons())
            .collect(Collectors.joining("; "));
    return "%s %s %s%s"
        .formatted(result.promise().id(), result.verdict(), said, result.unmeasured().orElse(""));
  }
}
