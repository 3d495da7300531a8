package dev.upheld.duty.retention;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** Why retention did not do what it was asked for. */
public enum RetentionProblem implements ProblemCode {
  /** There is no such rule. */
  UNKNOWN("retention-unknown-rule"),
  /** The data map leaves no way to do it. */
  UNFIT("retention-unfit"),
  /** What was released is not what would be done now. */
  CHANGED("retention-changed"),
  /** Nobody saw what would be done. */
  UNSEEN("retention-unseen"),
  /** The account that counts does not see all rows. */
  BLIND("retention-blind"),
  /** It would take more of a table than was ever shown. */
  TOO_MUCH("retention-too-much"),
  /** The clock is not to be trusted. */
  CLOCK("retention-clock"),
  /** A rule is paused, or a review decided, without a reason. */
  REASON("retention-reason"),
  /** It is not released, or paused. */
  NOT_RELEASED("retention-not-released"),
  /** Its system is not changed at this hour. */
  CLOSED("retention-closed"),
  /** Nobody named whoever wants to look into an archive. */
  NOT_NAMED("archive-not-named");

  private final String code;

  RetentionProblem(String code) {
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
