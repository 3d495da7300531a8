package dev.upheld.duty.retention;

import static dev.upheld.probe.memory.TestPlace.notNull;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.charter.promise.Term;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reviews are judged by the decision they were counted with, and by no count that did not come. */
class ReviewProberTest {
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem system = workspace.system("eu-main");
  private final MemoryTable visits =
      system.table("visit").whole("id").time("at").text("ip", "agent").key("id");
  private final TestPlace place =
      place("visit", "visits").clock("collected", "at").field("ip", "ip");
  private Optional<Reviewed> decided = kept("2026-10-01T00:00:00Z");

  private static Optional<Reviewed> kept(String upTo) {
    return Optional.of(
        new Reviewed(
            new UUID(0, 1),
            "nimbus/visits/keep@eu-main/visit",
            false,
            Instant.parse(upTo),
            Optional.of(LocalDate.of(2027, 6, 1)),
            "d",
            1,
            1,
            "They still ask.",
            Instant.parse(upTo),
            Optional.empty()));
  }

  private PromiseResult measure(Optional<String> state) {
    Limit reason = new Limit.Criterion("as long as they ask", new Term.Calendar(Period.ofDays(30)));
    Keep keep =
        new Keep(
            header("visits", "keep"),
            Set.of(),
            Optional.empty(),
            state,
            reason,
            false,
            List.of(),
            EndAction.DELETE);
    workspace.promise(keep).map("eu-main", place);
    return workspace.result(List.of(new ReviewProber((_, _) -> decided)));
  }

  private PromiseResult measure() {
    return measure(Optional.empty());
  }

  private static List<String> reasons(PromiseResult result) {
    return result.evidence().getFirst().reasons();
  }

  private void failsOn(int asked) {
    system.beforeAsk =
        _ -> {
          if (system.asked.size() == asked) {
            throw new ProblemException(
                Problem.of(ConnectProblem.TIMED_OUT, "It took too long.", "Ask again."));
          }
        };
  }

  @Test
  void rowsThatWereThereAtTheReviewDoNotWait() {
    visits.row(1L, "2026-01-01T00:00:00Z").row(2L, "2026-11-20T00:00:00Z");
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
    visits.row(3L, "2026-10-15T00:00:00Z");
    assertThat(measure().verdict()).as("came after it").isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aCountThatDidNotComeBreaksNothingAndProvesNothing() {
    visits.row(1L, "2026-01-01T00:00:00Z");
    for (int asked = 1; asked <= 2; asked++) {
      system.asked.clear();
      failsOn(asked);
      PromiseResult result = measure();
      assertThat(result.verdict()).as("question " + asked).isEqualTo(Verdict.UNPROVEN);
      assertThat(reasons(result)).anyMatch(r -> r.contains("could not be counted"));
    }
  }

  @Test
  void aDecisionTakenMeanwhileIsForTheNextMeasurement() {
    visits.row(1L, "2026-01-01T00:00:00Z");
    Optional<Reviewed> meanwhile = decided;
    decided = Optional.empty();
    system.beforeAsk = _ -> decided = meanwhile;
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("no review is on record"));
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void rowsOfAStateThatIsNotBoundAreNotCounted() {
    visits.row(1L, "2026-01-01T00:00:00Z");
    decided = kept("2020-01-01T00:00:00Z"); // whatever is counted, waits
    PromiseResult result = measure(Optional.of("unverified"));
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(system.asked).noneMatch(Question.CountDue.class::isInstance);
    place.state("unverified", notNull("agent"));
    assertThat(measure(Optional.of("unverified")).verdict()).isEqualTo(Verdict.UPHELD);
  }
}
