package dev.upheld.mail;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can be wrong with a mail. */
public enum MailProblem implements ProblemCode {
  /** Not one address, or one that could smuggle headers. */
  ADDRESS("mail-address"),
  /** There is no text of that name, or it lacks a value. */
  TEMPLATE("mail-template");

  private final String code;

  MailProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return this == ADDRESS ? Owner.USER : Owner.UPHELD;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }
}
