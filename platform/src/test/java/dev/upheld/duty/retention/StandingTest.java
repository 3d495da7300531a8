package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.engine.Expired;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** "As last counted" is a count of what the rule is now, that no run came after. */
class StandingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Workspace WORKSPACE =
      Workspaces.read(
              Path.of("..", "examples", "demo"), References.machine(), LocalDate.of(2026, 11, 22))
          .workspace()
          .orElseThrow();
  private static final Rule RULE = Retention.rules(WORKSPACE, NOW).getFirst();

  private static Instant at(int hour) {
    return NOW.plus(Duration.ofHours(hour));
  }

  private static Optional<DueRows> rows(long past) {
    return Optional.of(new DueRows(100, past, 0, 0, 0, Optional.empty()));
  }

  private static Ran ran(int hour, String digest, Optional<DueRows> left) {
    return new Ran(
        UUID.randomUUID(),
        RULE.id(),
        digest,
        at(hour),
        Optional.of(at(hour).plusSeconds(9)),
        rows(50),
        Optional.of(new Expired(50, new TreeMap<>(), new TreeMap<>(), 1, true)),
        left,
        Optional.empty());
  }

  private static Ran running(int hour) {
    return new Ran(
        UUID.randomUUID(),
        RULE.id(),
        RULE.digest(),
        at(hour),
        Optional.empty(),
        rows(50),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Look look(int hour, String digest, long past) {
    Found found = new Found(rows(past), Optional.empty(), true, List.of(), Optional.empty());
    return new Look(
        RULE.id(),
        digest,
        at(hour),
        Optional.of(at(hour).plusSeconds(30)),
        0,
        0,
        Optional.of(found),
        false);
  }

  private static Outlook outlook(int hour, String digest, long past) {
    List<Outlook.Count> counts = List.of(new Outlook.Count(at(hour), past));
    return new Outlook(RULE.id(), digest, at(hour), 100, 0, counts);
  }

  private static Standing standing(Ran last, Optional<Look> look, Optional<Outlook> outlook) {
    return new Standing(RULE, Optional.empty(), Optional.empty(), Optional.of(last), look, outlook);
  }

  private static Optional<Long> due(Ran last, Optional<Look> look, Optional<Outlook> outlook) {
    return standing(last, look, outlook).due();
  }

  @Test
  void whatAnotherRuleLeftSaysNothingOfThisOne() {
    Ran other = ran(0, "another", rows(0));
    assertThat(due(other, Optional.empty(), Optional.empty())).isEmpty();
    assertThat(due(other, Optional.of(look(1, RULE.digest(), 7)), Optional.empty())).contains(7L);
    assertThat(due(other, Optional.empty(), Optional.of(outlook(1, RULE.digest(), 8))))
        .contains(8L);
    assertThat(due(ran(0, RULE.digest(), rows(0)), Optional.empty(), Optional.empty()))
        .contains(0L);
  }

  @Test
  void aDryRunOrCountOfBeforeTheLastRunDoesNotSpeakAgain() {
    Ran uncounted = ran(2, RULE.digest(), Optional.empty());
    Optional<Look> before = Optional.of(look(1, RULE.digest(), 50));
    Optional<Outlook> counted = Optional.of(outlook(1, RULE.digest(), 50));
    assertThat(due(uncounted, before, counted)).isEmpty();
    assertThat(due(ran(2, "another", rows(3)), before, counted)).isEmpty();
    assertThat(due(ran(2, RULE.digest(), rows(3)), before, counted)).contains(3L);
    assertThat(due(uncounted, Optional.of(look(3, RULE.digest(), 4)), counted)).contains(4L);
    assertThat(due(uncounted, Optional.of(look(3, "another", 4)), counted)).isEmpty();
  }

  @Test
  void whileARunIsAtWorkWhatItFoundSpeaks() {
    Optional<Look> before = Optional.of(look(1, RULE.digest(), 70));
    assertThat(due(running(2), before, Optional.empty())).contains(50L);
    assertThat(due(running(2), before, Optional.of(outlook(3, RULE.digest(), 20)))).contains(20L);
  }
}
