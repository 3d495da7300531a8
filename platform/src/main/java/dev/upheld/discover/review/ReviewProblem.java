package dev.upheld.discover.review;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can keep a decision from being written into a data map. */
public enum ReviewProblem implements ProblemCode {
  /** The file is laid out in a way that lines cannot be changed. */
  CANNOT_EDIT("cannot-edit-data-map"),
  /** The file changed since it was shown. */
  CHANGED_MEANWHILE("data-map-changed-meanwhile"),
  /** The file could not be read or written. */
  CANNOT_WRITE("cannot-write-decision"),
  /** There is no such place, column, table or link in the data map. */
  NOT_THERE("not-in-data-map"),
  /** A place cannot be accepted before its activity is said. */
  NO_ACTIVITY("place-without-activity"),
  /** Reviewed places point at what is to go. */
  POINTED_AT("place-pointed-at"),
  /** There is no such system, or nothing connects to it. */
  NO_SYSTEM("no-system-to-review"),
  /** The system does not answer now, or too much is asked of it at once. */
  SYSTEM_AWAY("system-away"),
  /** Nobody said what the values are for. */
  NO_PURPOSE("purpose-not-stated"),
  /** Nothing was decided. */
  NOTHING("nothing-decided");

  private final String code;

  ReviewProblem(String code) {
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

  ProblemException at(Location where, String what, String mend) {
    return new ProblemException(Problem.at(where, this, what, mend));
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }
}
