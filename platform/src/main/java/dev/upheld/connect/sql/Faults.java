package dev.upheld.connect.sql;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in our own words what a driver's error means. What the driver says is never passed on: its
 * messages may quote values found in rows.
 *
 * @param system id of the system
 * @param timeout the longest a statement may run
 */
public record Faults(String system, Duration timeout) {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}");

  /** What standard SQL calls a key that is there already, where a server tells it from others. */
  private static final String TWICE = "23505";

  /**
   * @param kind what the engine made of the error
   * @param doing what was being done, as in "counting in public.visit": names only
   * @param turn in which it happened
   */
  ProblemException explain(Fault kind, SQLException error, String doing, Line.Turn turn) {
    return explain(kind, error, doing, turn.wasStopped(), turn.ran());
  }

  /**
   * @param kind what the engine made of the error
   * @param doing what was being done: names only
   * @param byUs whether we asked it to stop
   * @param ran how long the statement ran
   */
  public ProblemException explain(
      Fault kind, SQLException error, String doing, boolean byUs, Duration ran) {
    return new ProblemException(
        kind == Fault.STOPPED ? stopped(doing, byUs, ran) : said(kind, error, doing));
  }

  private Problem said(Fault kind, SQLException error, String doing) {
    return switch (kind) {
      case DOWN ->
          problem(
              ConnectProblem.SYSTEM_DOWN,
              "does not answer",
              doing,
              "Check that it runs and can be reached from here, then ask again.");
      case TLS ->
          problem(
              ConnectProblem.TLS_FAILED,
              "gave no encrypted connection we may trust",
              doing,
              "Check its certificate and the options tls and tls-root.");
      case SIGN_IN ->
          problem(
              ConnectProblem.SIGN_IN_REFUSED,
              "did not accept user and password",
              doing,
              "Check user, password and the server's access rules.");
      case NO_DATABASE ->
          problem(
              ConnectProblem.GONE,
              "has no database of that name",
              doing,
              "Correct the database in systems.yaml.");
      case DENIED ->
          problem(
              ConnectProblem.DENIED,
              "did not permit it",
              doing,
              "Let upheld doctor " + system + " name the missing grants.");
      case GONE ->
          problem(
              ConnectProblem.GONE,
              "no longer has a table or column that is needed",
              doing,
              "Compare the data map with the live system: upheld discover or doctor.");
      case STOPPED -> stopped(doing, false, timeout);
      case LOCKED ->
          problem(
              ConnectProblem.TIMED_OUT,
              "holds a lock that did not clear in time",
              doing,
              "Ask again when the change that holds it is done.");
      case UNFIT ->
          problem(
              ConnectProblem.UNFIT,
              "holds values of another type than asked for",
              doing,
              "Check the columns that the data map binds.");
      case FULL ->
          problem(
              ConnectProblem.REFUSED,
              "has no room left on its disk",
              doing,
              "Make room there, then run it again: what was not done is found again.");
      case OTHER -> other(error, doing);
    };
  }

  private Problem other(SQLException error, String doing) {
    if (code(error).equals(TWICE)) {
      return problem(
          ConnectProblem.REFUSED,
          "met a key twice that must be unique (error class " + TWICE + ")",
          doing,
          "Look whether the key in the data map names single rows, and whether the row is already"
              + " there.");
    }
    return problem(
        ConnectProblem.REFUSED,
        "refused (error class " + code(error) + ")",
        doing,
        "Look the class up in the server's documentation, or in its log.");
  }

  private Problem stopped(String doing, boolean byUs, Duration took) {
    if (byUs) {
      return problem(
          ConnectProblem.CANCELLED, "stopped as we asked", doing, "Ask again when it suits.");
    }
    if (took.compareTo(timeout.multipliedBy(9).dividedBy(10)) < 0) {
      return problem(
          ConnectProblem.CANCELLED,
          "was told to stop by somebody else",
          doing,
          "Ask its administrator, then ask again.");
    }
    return problem(
        ConnectProblem.TIMED_OUT,
        "was not done within " + timeout.toMillis() + " ms",
        doing,
        "Allow more time in systems.yaml, or ask when the system is idle.");
  }

  private Problem problem(ConnectProblem code, String what, String doing, String mend) {
    return Problem.of(code, "System " + system + " " + what + " (" + doing + ").", mend);
  }

  private static String code(SQLException error) {
    @Nullable String state = error.getSQLState();
    return state != null && CODE.matcher(state).matches() ? state : "unknown";
  }
}
