package dev.upheld.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.memory.MemorySystem;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final MemorySystem system = new MemorySystem("memory");
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Progress progress = (step, done, total) -> said.add(step);

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

  private Patience patience(int giveUpAfterSeconds) {
    return new Patience(
        Duration.ofMillis(100), Duration.ofSeconds(giveUpAfterSeconds), pauses::add);
  }

  private void pings(int... millis) {
    Deque<Duration> left = new ArrayDeque<>();
    for (int one : millis) {
      left.add(Duration.ofMillis(one));
    }
    system.ping = () -> left.size() > 1 ? left.removeFirst() : left.getFirst();
  }

  @Test
  void asksAtOnceWhereTheSystemIsAtEase() {
    pings(100);
    patience(60).await(session(), progress, 0, 1);
    assertThat(pauses).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void waitsLongerEachTimeAndSaysSo() {
    pings(101, 5000, 300, 200, 99);
    patience(60).await(session(), progress, 3, 9);
    assertThat(pauses)
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));
    assertThat(said).hasSize(4).contains("waiting: its catalogue answers in 5000 ms");
  }

  @Test
  void givesUpAfterTheStatedTimeAndNotLater() {
    pings(150);
    assertThatThrownBy(() -> patience(200).await(session(), progress, 0, 1))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(DiscoverProblem.TOO_BUSY))
        .hasMessageContaining("200 s");
    Duration all = pauses.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(all).isBetween(Duration.ofSeconds(165), Duration.ofSeconds(200));
    assertThat(pauses).allMatch(p -> p.compareTo(Duration.ofSeconds(30)) <= 0);
  }

  /**
   * What is added to a judged column must be added to what is kept of a stopped look, too. Tables
   * with parts are not kept at all, and a column that is not a part has no inside.
   */
  @Test
  void allThatIsJudgedOfAColumnIsKept() {
    assertThat(Survey.SeenColumn.class.getRecordComponents())
        .extracting(RecordComponent::getName)
        .as("Finished writes and reads just these")
        .containsExactly("column", "inside", "judgement", "epoch", "parts");
    assertThat(Judgement.class.getRecordComponents())
        .extracting(RecordComponent::getName)
        .containsExactly("nature", "term", "score", "reasons");
  }

  @Test
  void asksNothingOnceStopped() {
    pings(1);
    Patience patience = patience(60);
    patience.stop();
    system.ping =
        () -> {
          throw new AssertionError("asked");
        };
    assertThatThrownBy(() -> patience.await(session(), progress, 0, 1))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(ConnectProblem.CANCELLED));
  }
}
