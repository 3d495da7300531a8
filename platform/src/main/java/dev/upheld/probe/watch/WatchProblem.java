package dev.upheld.probe.watch;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can keep a run of proof from being kept. */
public enum WatchProblem implements ProblemCode {
  /** Another server took the run over. */
  TAKEN_OVER("proof-taken-over");

  private final String code;

  WatchProblem(String code) {
    this.code = code;
  }

  static ProblemException takenOver() {
    return new ProblemException(
        Problem.of(
            TAKEN_OVER,
            "Another server took this run of proof over.",
            "Nothing needs to be done: the other server's result counts."));
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
