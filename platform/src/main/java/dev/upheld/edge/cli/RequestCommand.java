package dev.upheld.edge.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code upheld request}: keeps a right of one person, in every system. */
@Command(
    name = "request",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps a right of one person, in every system of the data map.",
      "",
      "plan shows what would happen, with exact counts, and changes nothing. run does it, once, and",
      "signs a receipt. verify looks whether anything is left, or whether a receipt is genuine."
    },
    footer = {
      "",
      "Example:",
      "  echo 'email: someone@example.org' > person.yaml",
      "  upheld request plan --subject-from person.yaml --right erasure",
      "  upheld request run --subject-from person.yaml --right erasure --approve DIGEST",
      "  upheld request plan --subject-from person.yaml --right rectification --change-from right.yaml",
      "  upheld request verify --subject-from person.yaml"
    })
final class RequestCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Surroundings around) {
    return new CommandLine(new RequestCommand())
        .addSubcommand(new RequestPlanCommand(around))
        .addSubcommand(new RequestRunCommand(around))
        .addSubcommand(new RequestVerifyCommand(around))
        .addSubcommand(new RequestMemoryCommand(around));
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
