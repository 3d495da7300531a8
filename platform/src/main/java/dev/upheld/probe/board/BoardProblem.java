package dev.upheld.probe.board;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** Why an act is refused. */
public enum BoardProblem implements ProblemCode {
  /** The charter has no such promise. */
  NO_SUCH_PROMISE("no-such-promise"),
  /** A program can see it, so a person's word is no evidence. */
  NOT_ATTESTABLE("not-attestable"),
  /** No duty measures it. */
  NOT_MEASURED("not-measured"),
  /** The document is not named, or too long. */
  DOCUMENT("attestation-document"),
  /** The digest is no SHA-256. */
  DIGEST("attestation-digest"),
  /** The last day is too far ahead. */
  UNTIL("attestation-until"),
  /** The last day is past. */
  UNTIL_PAST("attestation-until-past"),
  /** The day to mend it by is too far ahead. */
  DUE("assignment-due"),
  /** The day to mend it by is past. */
  DUE_PAST("assignment-due-past"),
  /** The comment is empty or too long. */
  COMMENT("comment-text"),
  /** The workspace has faults, so that nothing can be said of it. */
  NO_WORKSPACE("workspace-has-faults");

  private final String code;

  BoardProblem(String code) {
    this.code = code;
  }

  /** This problem, ready to be thrown. */
  public ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return Owner.USER;
  }
}
