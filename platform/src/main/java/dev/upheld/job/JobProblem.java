package dev.upheld.job;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can be wrong with jobs. */
public enum JobProblem implements ProblemCode {
  /** A job failed, and its failure says nothing more that may be told. */
  FAILED("job-failed"),
  /** Nobody knows a dead job of this name and id. */
  UNKNOWN("job-unknown");

  private final String code;

  JobProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return Owner.UPHELD;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }
}
