package dev.upheld.discover;

import dev.upheld.kernel.ProblemCode;

/** What can keep a proposal from being written. */
public enum DiscoverProblem implements ProblemCode {
  /** The data map is laid out in a way that lines cannot be added to. */
  CANNOT_EDIT("cannot-edit"),
  /** The data map changed between reading and writing. */
  CHANGED_MEANWHILE("changed-meanwhile"),
  /** The data map could not be written. */
  CANNOT_WRITE("cannot-write-data-map"),
  /** The system shows no table at all. */
  NOTHING_SEEN("nothing-seen"),
  /** The system has had better things to do for too long. */
  TOO_BUSY("too-busy", Owner.PARTNER);

  private final String code;
  private final Owner owner;

  DiscoverProblem(String code) {
    this(code, Owner.USER);
  }

  DiscoverProblem(String code, Owner owner) {
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
