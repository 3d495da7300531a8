package dev.upheld.job;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with jobs. */
public enum JobProblem implements ProblemCode {
  /** A job failed, and its failure says nothing more that may be told. */
  FAILED("job-failed");

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
}
