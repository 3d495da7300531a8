package dev.upheld.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.memory.MemorySystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at a table of keys and values that does not end as it should. */
class SurveyorTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;

  private final MemorySystem system = new MemorySystem("memory");

  @BeforeEach
  void attributes() {
    system.table("attribute").text("name", "value");
    for (int i = 0; i < 8; i++) {
      system.existing("attribute").row("name", "email", "value", "p" + i + "@example.com");
    }
  }

  private Session session() {
    SystemEntry entry =
        new SystemEntry(
            "m",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ZoneId.of("UTC"),
            Location.wholeFile("systems.yaml"));
    return system.open(
        entry,
        new Endpoint("memory", "h", 1, "d", "u", Secret.of("p"), Map.of(), Duration.ofSeconds(1)));
  }

  private Finished finished(boolean resume) {
    return Finished.of(folder, "m", resume, NOW);
  }

  private Survey look() {
    Discovery.Way way =
        new Discovery.Way(
            true, LocalDate.of(2026, 11, 22), Patience.usual(), Optional.of(finished(false)));
    return new Surveyor(session(), way, Progress.SILENT).look();
  }

  /** The look at keys reads more rows than the one at single columns. */
  private void keysFailWith(ConnectProblem why) {
    system.beforeAsk =
        question -> {
          if (question instanceof Question.SampleRows rows && rows.looked() > 1_000) {
            throw new ProblemException(Problem.of(why, "It failed.", "Mend it."));
          }
        };
  }

  @Test
  void keysAreSeen() {
    Survey survey = look();
    assertThat(survey.tables().getFirst().hasParts()).isTrue();
    assertThat(survey.unseen()).isEmpty();
  }

  @Test
  void keysThatTookTooLongAreToldAndLookedAtAgain() {
    keysFailWith(ConnectProblem.TIMED_OUT);
    Survey survey = look();
    assertThat(survey.unseen())
        .containsExactly(
            "attribute: what lies under each name took too long to look at; value is judged as a"
                + " whole");
    assertThat(finished(true).tables()).isZero();
  }

  @Test
  void aStopStops() {
    keysFailWith(ConnectProblem.CANCELLED);
    assertThatThrownBy(this::look).isInstanceOf(ProblemException.class);
  }
}
