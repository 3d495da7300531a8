package dev.upheld.connect.http;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;

/** What can go wrong with one partner, in words without anything it said. */
final class Troubles {
  private static final String LATER = "Repeat it later; what was done is not done again.";
  private static final String FILE = "Look whether the partner's file still fits its interface.";

  private final String who;

  /**
   * @param title of the partner
   * @param system id of the system
   */
  Troubles(String title, String system) {
    this.who = title + " (" + system + ")";
  }

  ProblemException away() {
    return of(ConnectProblem.SYSTEM_DOWN, " does not answer, or the line broke.", LATER);
  }

  ProblemException late() {
    return of(ConnectProblem.TIMED_OUT, " takes too long to answer.", LATER);
  }

  ProblemException tls() {
    return of(
        ConnectProblem.TLS_FAILED,
        " does not prove who it is.",
        "Check its address, and the clock and certificates of this machine.");
  }

  ProblemException busy() {
    return of(
        ConnectProblem.SYSTEM_DOWN,
        " wants fewer calls, and for longer than a call may wait.",
        LATER);
  }

  ProblemException stopped() {
    return of(ConnectProblem.CANCELLED, ": the call was stopped.", LATER);
  }

  ProblemException key() {
    return of(
        ConnectProblem.BAD_OPTION,
        ": its key holds characters that no header can carry.",
        "Look what the reference under key in systems.yaml leads to.");
  }

  /** What it refused, by the status of its answer. */
  ProblemException status(int status) {
    return switch (status) {
      case 401 ->
          of(
              ConnectProblem.SIGN_IN_REFUSED,
              " does not accept the key.",
              "Check what the reference under key in systems.yaml leads to.");
      case 403 ->
          of(
              ConnectProblem.DENIED,
              " does not let this key do that.",
              "Give the key what docs/partners.md names.");
      default ->
          status >= 500
              ? of(ConnectProblem.SYSTEM_DOWN, " fails (status " + status + ").", LATER)
              : of(ConnectProblem.REFUSED, " refuses the call (status " + status + ").", FILE);
    };
  }

  ProblemException elsewhere() {
    return of(ConnectProblem.REFUSED, " sends the call to another address; it does not go.", FILE);
  }

  /** An answer that its file does not foresee. */
  ProblemException strange(String how) {
    return of(ConnectProblem.REFUSED, " answers " + how + ".", FILE);
  }

  private ProblemException of(ConnectProblem code, String what, String mend) {
    return new ProblemException(Problem.of(code, who + what, mend));
  }
}
