package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the driver says into problems a person can mend. The driver's own words may hold
 * values, so that nothing of them is passed on but the SQLSTATE (PostgreSQL, appendix A).
 */
public final class SqlFailures {
  private SqlFailures() {}

  /** The problem behind a failed statement or connection, without the values in it. */
  public static ProblemException problem(SQLException failure) {
    return ofState(state(failure));
  }

  /** The same for an exception that may hold a failed statement somewhere among its causes. */
  public static Optional<ProblemException> within(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ProblemException known) {
        return Optional.of(known);
      }
      if (t instanceof SQLException sql) {
        return Optional.of(problem(sql));
      }
    }
    return Optional.empty();
  }

  static String state(SQLException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        @Nullable String state = sql.getSQLState();
        if (state != null && state.matches("[0-9A-Z]{5}")) {
          return state;
        }
      }
    }
    return failure instanceof java.sql.SQLTransientConnectionException ? "08001" : "?????";
  }

  private static ProblemException ofState(String state) {
    String said = " (SQLSTATE " + state + ").";
    return switch (kind(state)) {
      case AWAY ->
          StoreProblem.AWAY.because(
              "Upheld's own database does not answer" + said,
              "See that the PostgreSQL server runs and can be reached; work resumes by itself.");
      case SIGN_IN ->
          StoreProblem.SIGN_IN.because(
              "Upheld's own database does not let us in" + said,
              "Check the database's name, the role, its password and pg_hba.conf.");
      case DENIED ->
          StoreProblem.DENIED.because(
              "Upheld's own database forbids this to the role we use" + said,
              "Let Upheld's migrations make the grants; do not add or take away any.");
      case CONFLICT ->
          StoreProblem.CONFLICT.because(
              "This contradicts what the store holds" + said, "Look again, then repeat it.");
      case TIMEOUT ->
          StoreProblem.TIMEOUT.because(
              "The store was held by somebody else for too long" + said,
              "Try again; if it lasts, look for a process that hangs in a transaction.");
      case DISK_FULL ->
          StoreProblem.DISK_FULL.because(
              "The disk of Upheld's own database is full" + said, "Free some space.");
      default ->
          StoreProblem.SQL.because(
              "Upheld's own database refused a statement" + said,
              "Please report it; the server's log says which statement.");
    };
  }

  private static StoreProblem kind(String state) {
    return switch (state) {
      case "28P01", "28000", "3D000" -> StoreProblem.SIGN_IN;
      case "42501" -> StoreProblem.DENIED;
      case "53100" -> StoreProblem.DISK_FULL;
      case "55P03", "57014", "40001", "40P01" -> StoreProblem.TIMEOUT;
      default ->
          switch (state.substring(0, 2)) {
            case "08", "53", "57", "25" -> StoreProblem.AWAY;
            case "23" -> StoreProblem.CONFLICT;
            default -> StoreProblem.SQL;
          };
    };
  }
}
