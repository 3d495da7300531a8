package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** Reads the problem out of a refusal. */
final class Problems {
  private Problems() {}

  /** The code of the one problem the call was refused with; it must say how to mend it. */
  static ProblemCode problem(Runnable call) {
    return whole(call).code();
  }

  static Problem whole(Runnable call) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, call::run);
    assertThat(refused).as("a refusal").isNotNull();
    assertThat(refused.problems()).hasSize(1);
    Problem problem = refused.problems().getFirst();
    assertThat(problem.what()).isNotBlank();
    assertThat(problem.mend()).isNotBlank();
    return problem;
  }
}
