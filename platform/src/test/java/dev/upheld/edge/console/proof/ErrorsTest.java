package dev.upheld.edge.console.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.probe.board.BoardProblem;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  @Test
  void aPastDayIsSaidToBePastAndAFarOneToBeFar() {
    assertThat(fault(BoardProblem.UNTIL_PAST, "attest.until")).isEqualTo(Fault.PAST);
    assertThat(fault(BoardProblem.DUE_PAST, "assign.due")).isEqualTo(Fault.PAST);
    assertThat(fault(BoardProblem.UNTIL, "attest.until")).isEqualTo(Fault.TOO_FAR);
    assertThat(fault(BoardProblem.DUE, "assign.due")).isEqualTo(Fault.TOO_FAR);
  }

  private static Fault fault(BoardProblem problem, String field) {
    Errors errors = new Errors();
    errors.add(problem);
    assertThat(errors.all()).containsOnlyKeys(field);
    return errors.all().values().iterator().next().fault();
  }
}
