package dev.upheld.edge.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code upheld import}: takes over what another tool knows of a system's data. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Takes annotations of another tool over into a data map, as proposals.",
    footer = {
      "",
      "Examples:",
      "  upheld import fideslang shop.yml --system main",
      "  upheld import fideslang all.yml --system main --dataset shop --dry-run"
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Surroundings around) {
    return new CommandLine(new ImportCommand()).addSubcommand(new ImportFideslangCommand(around));
  }

  /** Without a subcommand there is nothing to do: shows the help and reports wrong usage. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return Exit.USAGE;
  }
}
