package dev.upheld.edge.cli;

/** Exit codes of the command line (what {@code prove} decides is in {@code verdict.ExitCode}). */
final class Exit {
  static final int OK = 0;

  /**
   * What was looked at is not as it should be, or not alike: a journal tampered with, two charters.
   */
  static final int BAD = 1;

  static final int USAGE = 2;
  static final int UNSEEN = 3;

  /** A fault of Upheld itself; sysexits.h EX_SOFTWARE. */
  static final int INTERNAL = 70;

  private Exit() {}
}
