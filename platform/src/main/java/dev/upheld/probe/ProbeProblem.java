package dev.upheld.probe;

import dev.upheld.kernel.ProblemCode;

/** What can go wrong while proving, besides what a system itself refuses. */
public enum ProbeProblem implements ProblemCode {
  /** No connector for that kind of system. */
  UNKNOWN_KIND("unknown-kind", Owner.USER),
  /** Stopped on request. */
  STOPPED("stopped", Owner.USER),
  /** A fault in Upheld. */
  FAULT("fault", Owner.UPHELD);

  private final String code;
  private final Owner owner;

  ProbeProblem(String code, Owner owner) {
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
}
