package dev.upheld.app.config;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with the server's configuration. */
public enum ConfigProblem implements ProblemCode {
  /** A key that no setting has. */
  UNKNOWN_SETTING("config-unknown-setting"),
  /** A value that its setting does not take. */
  BAD_VALUE("config-bad-value"),
  /** A setting that others need is missing. */
  MISSING("config-missing"),
  /** A secret written where only a reference to one may stand, or a reference to nothing. */
  BAD_REFERENCE("config-bad-reference"),
  /** Something else listens where the server should, or the address is not this machine's. */
  CANNOT_LISTEN("config-cannot-listen"),
  /** Settings that together would expose people. */
  UNSAFE("config-unsafe");

  private final String code;

  ConfigProblem(String code) {
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
}
