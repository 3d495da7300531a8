package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.upheld.charter.model.Charter;
import dev.upheld.kernel.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large charters are read whole; no step may cost the square of their size. */
class ManyActivitiesTest {
  /** Far above what is needed, so that only quadratic work fails. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private static String charter(int activities, String extra) {
    StringBuilder yaml =
        new StringBuilder(
            """
            upheld: 1
            company: {id: acme, name: Acme, country: FR, zone: Europe/Paris, owner: dpo@acme.example}
            jurisdictions: [fr]
            languages: {list: [en], prevailing: en}
            subjects: {customers: {is: customer}}
            rights:
              - {right: access, answer: 1 month}
              - {right: rectification}
              - {right: erasure}
              - {right: restriction}
              - {right: portability}
              - {right: post-mortem}
            """);
    yaml.append("vocabulary:\n");
    for (int i = 0; i < activities; i++) {
      yaml.append("  word-%d: {is: pd:Name}\n".formatted(i));
    }
    yaml.append("activities:\n");
    for (int i = 0; i < activities; i++) {
      yaml.append(
          """
            activity-%d:
              role: controller
              purpose: purpose-%d
              basis: contract
              subjects: [customers]
              data: {only: [word-%d]}
              keep: {for: %d days, from: collected}
              recipients: []
          """
              .formatted(i, i, i, i + 1));
    }
    return yaml + extra;
  }

  private CharterReading read(String yaml) {
    Workspaces.write(folder.resolve(Charters.FILE), yaml);
    return assertTimeoutPreemptively(PATIENCE, () -> Workspaces.read(folder));
  }

  @Test
  void fiveHundredActivitiesGiveTheirPromises() {
    CharterReading reading = read(charter(500, ""));
    assertThat(reading.problems()).isEmpty();
    Charter charter = reading.charter().orElseThrow();
    assertThat(charter.activities()).hasSize(500);
    // keep, hold-only, share-only, role, purpose and basis of each
    assertThat(Charters.promises(charter))
        .filteredOn(p -> p.header().activity().isPresent())
        .hasSize(3_000);
    assertThat(Charters.findings(charter)).isEmpty();
  }

  @Test
  void aCharterAtTheLimitsOfAFileIsReadInTime() {
    Charter charter = read(charter(6_000, "")).charter().orElseThrow();
    assertThat(
            assertTimeoutPreemptively(
                PATIENCE,
                () -> Charters.promises(charter).size() + Charters.findings(charter).size()))
        .isGreaterThan(36_000);
  }

  @Test
  void manyUnknownWordsAreToldInTime() {
    String yaml = charter(4_000, "").replace("only: [word-", "only: [wort-");
    List<Problem> problems = read(yaml).problems();
    assertThat(problems).hasSizeBetween(100, 600);
    assertThat(problems.getFirst().mend()).contains("Did you mean");
  }

  @Test
  void manyUnknownKeysAreToldInTime() {
    StringBuilder extra = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      extra.append("activity").append(i).append(": x\n");
    }
    assertThat(read(charter(1, extra.toString())).problems()).hasSizeBetween(100, 600);
  }
}
