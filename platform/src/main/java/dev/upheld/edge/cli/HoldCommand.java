package dev.upheld.edge.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code upheld hold}. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    description = {
      "Names people and rows of which nothing is erased for now, because of a dispute or an authority.",
      "",
      "A hold binds requests, reapply and retention until somebody lifts it. It is kept in the store of",
      "this machine; a person as hashes only, rows sealed."
    },
    footer = {
      "",
      "Example:",
      "  upheld hold add --subject-from person.yaml --reason-from why.txt --owner Legal --review 2027-06-30",
      "  upheld hold add --row support-db/ticket/4711 --reason-from why.txt --owner Legal --review 2027-06-30",
      "  upheld hold add --rows billing/invoice --from 2024-0001 --to 2024-0450 --reason-from why.txt ...",
      "  upheld hold add --activity support --reason-from why.txt --owner Legal --review 2027-06-30",
      "  upheld hold list",
      "  upheld hold lift --id 7b6f0d3e-...",
      "  upheld hold lift --subject-from person.yaml",
      "",
      "Exit codes: 0 done, 1 there was no hold to lift, 2 a fault in the workspace or the options."
    })
final class HoldCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Surroundings around) {
    return new CommandLine(new HoldCommand())
        .addSubcommand(new HoldAddCommand(around))
        .addSubcommand(new HoldListCommand(around))
        .addSubcommand(new HoldLiftCommand(around));
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
