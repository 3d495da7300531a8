package dev.upheld.edge.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands of retention have in common. */
final class RetainOptions {

  /** How the result is printed. */
  enum Format {
    table,
    json
  }

  @Option(names = "--rule", paramLabel = "RULE", description = "Only this rule.")
  private @Nullable String rule;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private Format format;

  Optional<String> rule() {
    return Optional.ofNullable(rule);
  }

  boolean json() {
    return format == Format.json;
  }
}
