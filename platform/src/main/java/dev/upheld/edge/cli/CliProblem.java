package dev.upheld.edge.cli;

import dev.upheld.kernel.ProblemCode;

/** What can be wrong with a command line. */
public enum CliProblem implements ProblemCode {
  UNKNOWN_PROMISE("unknown-promise"),
  AMBIGUOUS_PROMISE("ambiguous-promise"),
  UNKNOWN_SYSTEM("unknown-system"),
  NOT_CONNECTED("not-connected"),
  UNKNOWN_EXAMPLE("unknown-example"),
  UNKNOWN_FAULT("unknown-fault"),
  FILE_EXISTS("file-exists"),
  CANNOT_WRITE("cannot-write"),
  CANNOT_READ("cannot-read"),
  NO_TOKEN("no-token"),
  REFUSED("refused"),
  UNSAFE_SERVER("unsafe-server"),
  SERVER_AWAY("server-away"),
  BAD_NAME("bad-name"),
  NO_STORE("no-store"),
  /** There is no key that could tell whether something is genuine. */
  NO_KEY("no-key");

  private final String code;

  CliProblem(String code) {
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
