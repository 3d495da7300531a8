package dev.upheld.probe.tell;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can keep an alert from arriving. */
public enum TellProblem implements ProblemCode {
  /** The address of a webhook is unfit. */
  URL("webhook-url", Owner.USER),
  /** The secret of a webhook is unfit. */
  SECRET("webhook-secret", Owner.USER),
  /** A webhook is no longer configured. */
  GONE("webhook-gone", Owner.USER),
  /** The host of a webhook is internal, and nobody allowed it. */
  INTERNAL("webhook-internal", Owner.USER),
  /** The host of a webhook has no address. */
  UNKNOWN_HOST("webhook-unknown-host", Owner.PARTNER),
  /** The other side did not take it. */
  REFUSED("webhook-refused", Owner.PARTNER),
  /** The other side could not be reached, or broke off. */
  UNREACHABLE("webhook-unreachable", Owner.PARTNER);

  private final String code;
  private final Owner owner;

  TellProblem(String code, Owner owner) {
    this.code = code;
    this.owner = owner;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
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
