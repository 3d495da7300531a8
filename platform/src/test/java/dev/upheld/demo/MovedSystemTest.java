package dev.upheld.demo;

import static dev.upheld.verdict.Verdict.BROKEN;
import static dev.upheld.verdict.Verdict.UNPROVEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data is healthy, but a system of an example stands in another country. */
class MovedSystemTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;

  /**
   * A system that moves.
   *
   * @param now the statements of the charter that no longer hold there, and what is said of them
   */
  private record Move(
      String example, String system, String from, String to, Map<String, Verdict> now) {}

  private static List<Move> moves() {
    return List.of(
        new Move("cloud-pbs", "eu-db", "FR", "CH", Map.of("eu-customers/locate", BROKEN)),
        new Move(
            "cloud-pbs",
            "eu-db",
            "FR",
            "US",
            Map.of("eu-customers/locate", BROKEN, "us-servers/locate", BROKEN)),
        // who lives in the United States is promised no place
        new Move("cloud-pbs", "us-db", "US", "FR", Map.of()),
        new Move(
            "clouder",
            "app-db",
            "SE",
            "US",
            Map.of("users-in-eu/locate", BROKEN, "analytics-in-eu/locate", BROKEN)),
        // nothing connects to it: whether it holds a row is not known
        new Move("clouder", "measuring", "DE", "US", Map.of("analytics-in-eu/locate", UNPROVEN)),
        new Move("clouder", "office-db", "FI", "US", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloud-pbs", "clouder"})
  void changesWhatIsPromisedOfItsPlaceAndNothingElse(String example) throws IOException {
    Profile profile = Profiles.named(example);
    ProvenCompany company =
        ProvenCompany.make(
            Engine.POSTGRESQL, new Plan(profile, 100, NOW, Set.of()), Names.OWN, folder);
    Map<String, Verdict> before = company.verdicts();
    assertThat(before.values()).doesNotContain(BROKEN);
    Path file = folder.resolve("systems.yaml");
    String systems = Files.readString(file);

    for (Move move : moves()) {
      if (move.example().equals(example)) {
        Files.writeString(file, moved(systems, move));
        Map<String, Verdict> changed = new HashMap<>(company.verdicts());
        changed.entrySet().removeAll(before.entrySet());
        assertThat(changed).as(move.toString()).isEqualTo(expected(profile, move));
      }
    }
  }

  private static Map<String, Verdict> expected(Profile profile, Move move) {
    return move.now().entrySet().stream()
        .collect(Collectors.toMap(e -> profile.company() + "/" + e.getKey(), Map.Entry::getValue));
  }

  private static String moved(String systems, Move move) {
    int at = systems.indexOf("  " + move.system() + ":");
    String label = "country: ";
    String rest = systems.substring(at).replaceFirst(label + move.from(), label + move.to());
    assertThat(rest).isNotEqualTo(systems.substring(at));
    return systems.substring(0, at) + rest;
  }
}
