package dev.upheld.access;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What a caller of this package can do wrong. */
public enum AccessProblem implements ProblemCode {
  /** A person, session or token that is not there, or not theirs. */
  UNKNOWN("access-unknown");

  private final String code;

  AccessProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return Owner.USER;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }
}
