package dev.upheld.edge.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code upheld archive}. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description = {
      "Looks into archives of encrypted files (kind: vault in systems.yaml).",
      "",
      "Retention moves rows there and ends them there. What an archive holds is told to everybody who",
      "has its key; rows are shown to accounts alone that charter and data map name as readers, and",
      "the journal says so before."
    },
    footer = {
      "",
      "Example:",
      "  upheld archive list",
      "  upheld archive read --place vault/contract --subject-from person.yaml",
      "  upheld archive read --place vault/contract --all",
      "",
      "Exit codes: 0 done, 1 nothing was found, 2 a fault in the workspace or the options, 3 something",
      "could not be read."
    })
final class ArchiveCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Surroundings around) {
    return new CommandLine(new ArchiveCommand())
        .addSubcommand(new ArchiveListCommand(around))
        .addSubcommand(new ArchiveReadCommand(around));
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
