package dev.upheld.engine;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** Why nothing was planned or done. */
public enum EngineProblem implements ProblemCode {
  /** What was said of the person cannot be used. */
  SUBJECT("subject", Owner.USER),
  /** What was said to be right cannot be used. */
  CORRECTION("correction", Owner.USER),
  /** Several people have the same identifier. */
  AMBIGUOUS("ambiguous", Owner.USER),
  /** The data map does not say what to do. */
  MAP("data-map", Owner.USER),
  /** The database's own rules leave no way. */
  STRUCTURE("structure", Owner.USER),
  /** A person must decide first. */
  UNDECIDED("undecided", Owner.USER),
  /** The data or the map changed since the plan was made. */
  CHANGED("changed", Owner.USER),
  /** After the act something was still there; nothing was committed. */
  LEFT_OVER("left-over", Owner.USER),
  /** Somebody paused it; what was done stays done. */
  PAUSED("paused", Owner.USER),
  /** A system that is needed does not answer. */
  AWAY("away", Owner.PARTNER),
  /** The system has no memory of acts, and nobody accepted that. */
  FORGETFUL("no-memory", Owner.USER),
  /** The person's data is restricted, or on hold. */
  BARRED("barred", Owner.USER),
  /** The account does not see all rows that may be touched. */
  BLIND("blind", Owner.USER),
  /** Rows cannot be put on hold as it was said. */
  HELD_ROWS("held-rows", Owner.USER),
  /** Nobody can say any more which rows a hold is about. */
  UNBOUND("hold-unbound", Owner.USER);

  private final String code;
  private final Owner owner;

  EngineProblem(String code, Owner owner) {
    this.code = code;
    this.owner = owner;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return owner;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }
}
