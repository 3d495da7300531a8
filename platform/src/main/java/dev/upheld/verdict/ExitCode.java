package dev.upheld.verdict;

import java.util.Collection;

/**
 * What a run of {@code prove} returns to the shell, so that a build can stop on it.
 *
 * <p>2 is not decided here: a charter with faults or a wrong command line never comes to measuring.
 */
public enum ExitCode {
  /** Nothing is broken, and every measurement that was asked for saw everything. */
  HOLDS(0),
  /** Something is broken, or is overdue with a law behind it. */
  BROKEN(1),
  /** The charter has faults, or the command was not understood. */
  USAGE(2),
  /** Nothing is broken as far as could be seen, but not everything could be seen. */
  UNSEEN(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number for the shell. */
  public int code() {
    return code;
  }

  /** Why a promise has the verdict it has, as far as the exit code needs to know. */
  public enum Cause {
    /** Somebody looked, or something was once seen. */
    MEASURED,
    /** Somebody looked and could not see everything, or the measurement failed. */
    NOT_SEEN,
    /** The part of Upheld that would keep or measure it is not there. */
    NO_DUTY,
    /** Only a person can confirm it, and nobody has. */
    NO_ATTESTATION
  }

  /**
   * One promise's part in the exit code.
   *
   * @param overdue whether the day its owner set for mending it has passed
   * @param law whether a law stands behind it
   */
  public record Line(Verdict verdict, Cause cause, boolean overdue, boolean law) {}

  /**
   * The exit code of a whole run.
   *
   * @param strict whether promises that nobody can prove yet count as not seen
   */
  public static ExitCode of(Collection<Line> lines, boolean strict) {
    if (lines.stream().anyMatch(ExitCode::breaks)) {
      return BROKEN;
    }
    return lines.stream().anyMatch(line -> hides(line, strict)) ? UNSEEN : HOLDS;
  }

  private static boolean breaks(Line line) {
    return switch (line.verdict()) {
      case BROKEN -> true;
      case AT_RISK -> line.overdue() && line.law();
      case UNPROVEN, UPHELD -> false;
    };
  }

  private static boolean hides(Line line, boolean strict) {
    return line.verdict() == Verdict.UNPROVEN
        && switch (line.cause()) {
          case MEASURED, NOT_SEEN -> true;
          case NO_DUTY, NO_ATTESTATION -> strict;
        };
  }
}
