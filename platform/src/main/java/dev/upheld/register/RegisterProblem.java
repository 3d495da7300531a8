package dev.upheld.register;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** Why the register cannot answer. */
public enum RegisterProblem implements ProblemCode {
  /** The tombstones cannot be read or written. */
  TOMBSTONES("tombstones", Owner.USER),
  /** A hold cannot be set or lifted as it was said. */
  HOLD("hold", Owner.USER),
  /** What was asked of the register cannot be answered. */
  ASKED("asked", Owner.USER);

  private final String code;
  private final Owner owner;

  RegisterProblem(String code, Owner owner) {
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
