package dev.upheld.app;

import dev.upheld.edge.cli.UpheldCommand;

/** The entry point of {@code ./upheld}. */
public final class Main {

  private Main() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command line and returns its exit code. */
  static int run(String... args) {
    return UpheldCommand.commandLine().execute(args);
  }
}
