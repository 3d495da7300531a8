package dev.upheld.demo;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What can go wrong with the demo. */
public enum DemoProblem implements ProblemCode {
  /** A number of customers or a fault that does not exist. */
  OPTION("demo-option", Owner.USER),
  /** The folder of the example is not where it should be. */
  WORKSPACE("demo-workspace", Owner.USER),
  /** A file of the demo cannot be written. */
  HOME("demo-home", Owner.USER),
  /** The disk filled up while the data was made. */
  DISK_FULL("demo-disk-full", Owner.USER),
  /** The database refused a statement. */
  DATABASE("demo-database", Owner.UPHELD),
  /** Stopped on request. */
  INTERRUPTED("demo-interrupted", Owner.USER);

  private static final String FULL = "53100";

  private final String code;
  private final Owner owner;

  DemoProblem(String code, Owner owner) {
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

  /** A problem of this kind. */
  public ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }

  /**
   * What a refused statement means. Only the SQLSTATE is told: a driver's message can quote values.
   *
   * @param doing what was being done: "filling visit"
   */
  static ProblemException refused(String doing, SQLException e) {
    @Nullable String state = e.getSQLState();
    if (FULL.equals(state)) {
      return DISK_FULL.because(
          "The disk filled up while " + doing + ".",
          "Free some space or ask for fewer customers, then start again.");
    }
    return DATABASE.because(
        "The database refused while "
            + doing
            + " (SQLSTATE "
            + (state == null ? "none" : state)
            + ").",
        "Start again; if it happens again, remove the demo's folder in UPHELD_HOME.");
  }
}
