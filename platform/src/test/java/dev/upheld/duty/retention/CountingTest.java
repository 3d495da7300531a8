package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A share of rows that a server only estimates never lets more go than a share that was counted.
 */
class CountingTest {
  private static final Rule RULE =
      Retention.rules(
              Workspaces.read(
                      Path.of("..", "examples", "demo"),
                      References.machine(),
                      LocalDate.of(2026, 11, 22))
                  .workspace()
                  .orElseThrow(),
              Instant.parse("2026-11-22T12:00:00Z"))
          .stream()
          .filter(r -> r.kept().asks().size() == 1)
          .findFirst()
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    // past, estimate, truth, whether more than a third would go, whether the truth was asked for
    "60000, 310000, 110000, true, true",
    "60000, 170000, 900000, false, true",
    "60000, 900000, 500000, false, false",
    "90, 100, 91, false, false",
  })
  void theTruthIsAskedForWhereItMatters(
      long past, long estimate, long truth, boolean beyond, boolean asked) {
    Estimating session = new Estimating(past, estimate, truth);
    DueRows due = Counting.count(session, RULE, Progress.SILENT);
    assertThat(LargeShare.ofTables().isBeyond(due, 0)).isEqualTo(beyond);
    assertThat(due.about()).isEqualTo(!asked);
    assertThat(due.rows()).isEqualTo(asked ? truth : estimate);
    assertThat(due.past()).isEqualTo(past);
  }

  /** A server that tells how many rows there are without counting them. */
  private record Estimating(long past, long estimate, long truth) implements Session {

    @Override
    @SuppressWarnings("unchecked")
    public <A extends Answer> Answered<A> ask(Question<A> question, Progress progress) {
      Answer answer =
          question instanceof Question.CountDueOver
              ? new Answer.DueOver(truth, 0, List.of(past))
              : new Answer.DueCount(estimate, past, 0, 0, 0, Optional.empty(), true);
      return (Answered<A>) new Answered<>(answer, Sight.full(), List.of(), Duration.ZERO);
    }

    @Override
    public Description describe() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Asked> compile(Question<?> question) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Duration ping() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Checkup checkup(List<Place> places) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {}
  }
}
