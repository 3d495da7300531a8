package dev.upheld.connect;

import dev.upheld.kernel.ProblemCode;

/** What can go wrong between Upheld and a system. */
public enum ConnectProblem implements ProblemCode {
  /** Nobody answers at that address, or the line broke. */
  SYSTEM_DOWN("system-down", Owner.PARTNER),
  /** User or password not accepted. */
  SIGN_IN_REFUSED("sign-in-refused", Owner.USER),
  /** The account may not read it. */
  DENIED("denied", Owner.USER),
  /** The table or column is not there (any more). */
  GONE("gone", Owner.USER),
  /** It took longer than the statement timeout. */
  TIMED_OUT("timed-out", Owner.PARTNER),
  /** Stopped on request. */
  CANCELLED("cancelled", Owner.USER),
  /** TLS failed: certificate not trusted, or encryption not offered. */
  TLS_FAILED("tls-failed", Owner.USER),
  /** An option of the endpoint is not understood. */
  BAD_OPTION("bad-option", Owner.USER),
  /** The question does not fit the column: a clock on a column that holds no time. */
  UNFIT("unfit", Owner.USER),
  /** Anything else the system refused, by its error class. */
  REFUSED("refused", Owner.PARTNER);

  private final String code;
  private final Owner owner;

  ConnectProblem(String code, Owner owner) {
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
