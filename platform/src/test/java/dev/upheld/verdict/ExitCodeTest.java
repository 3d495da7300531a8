package dev.upheld.verdict;

import static dev.upheld.verdict.ExitCode.Cause.MEASURED;
import static dev.upheld.verdict.ExitCode.Cause.NOT_SEEN;
import static dev.upheld.verdict.ExitCode.Cause.NO_ATTESTATION;
import static dev.upheld.verdict.ExitCode.Cause.NO_DUTY;
import static dev.upheld.verdict.Verdict.AT_RISK;
import static dev.upheld.verdict.Verdict.BROKEN;
import static dev.upheld.verdict.Verdict.UNPROVEN;
import static dev.upheld.verdict.Verdict.UPHELD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.verdict.ExitCode.Cause;
import dev.upheld.verdict.ExitCode.Line;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {
  private static final Line HELD = line(UPHELD, MEASURED);
  private static final Line BAD = line(BROKEN, MEASURED);
  private static final Line FAILED = line(UNPROVEN, NOT_SEEN);
  private static final Line UNBUILT = line(UNPROVEN, NO_DUTY);
  private static final Line UNATTESTED = line(UNPROVEN, NO_ATTESTATION);

  static Stream<Arguments> table() {
    return Stream.of(
        // lines, without --strict, with --strict
        Arguments.of(List.of(), 0, 0),
        Arguments.of(List.of(HELD), 0, 0),
        Arguments.of(List.of(HELD, line(AT_RISK, MEASURED)), 0, 0),
        Arguments.of(List.of(HELD, BAD), 1, 1),
        Arguments.of(List.of(HELD, FAILED), 3, 3),
        Arguments.of(List.of(HELD, line(UNPROVEN, MEASURED)), 3, 3),
        Arguments.of(List.of(HELD, UNBUILT), 0, 3),
        Arguments.of(List.of(HELD, UNATTESTED), 0, 3),
        Arguments.of(List.of(FAILED, BAD), 1, 1),
        Arguments.of(List.of(new Line(AT_RISK, MEASURED, true, true)), 1, 1),
        Arguments.of(List.of(new Line(AT_RISK, MEASURED, true, false)), 0, 0),
        Arguments.of(List.of(new Line(AT_RISK, MEASURED, false, true)), 0, 0),
        Arguments.of(List.of(FAILED, new Line(AT_RISK, MEASURED, true, true)), 1, 1));
  }

  @ParameterizedTest
  @MethodSource("table")
  void tabulated(List<Line> lines, int plain, int strict) {
    assertThat(ExitCode.of(lines, false).code()).isEqualTo(plain);
    assertThat(ExitCode.of(lines, true).code()).isEqualTo(strict);
  }

  @Test
  void faultsInTheCharterAreTwo() {
    assertThat(ExitCode.USAGE.code()).isEqualTo(2);
  }

  private static Line line(Verdict verdict, Cause cause) {
    return new Line(verdict, cause, false, true);
  }
}
