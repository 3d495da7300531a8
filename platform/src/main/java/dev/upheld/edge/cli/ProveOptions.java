package dev.upheld.edge.cli;

import picocli.CommandLine.Option;

/** The options that {@code prove} and {@code demo} share. */
final class ProveOptions {

  /** How the result is printed. */
  enum Format {
    table,
    json,
    junit
  }

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  Format format;

  @Option(
      names = "--strict",
      description =
          "Promises that are unproven because their duty is not built or nobody attested count as"
              + " not seen.")
  boolean strict;

  @Option(names = "--all", description = "Lists those promises one by one.")
  boolean all;
}
