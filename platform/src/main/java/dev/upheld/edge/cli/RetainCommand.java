package dev.upheld.edge.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code upheld retain}. */
@Command(
    name = "retain",
    mixinStandardHelpOptions = true,
    description = {
      "Ends what is past its time, as the charter promises it.",
      "",
      "A rule is one promise in one place. It does nothing before somebody has seen its plan and",
      "released just that; when promise, data map or end change, it is released again. The server runs",
      "released rules every night."
    },
    footer = {
      "",
      "Example:",
      "  upheld retain plan",
      "  upheld retain release nimbus/support/keep@main/ticket --digest DIGEST",
      "  upheld retain run",
      "  upheld retain status --format json",
      "  upheld retain reviews",
      "",
      "Exit codes: 0 done, 1 something is due and not released or stays, 2 a fault in the workspace or",
      "the options, 3 something could not be seen or done."
    })
final class RetainCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Surroundings around) {
    return new CommandLine(new RetainCommand())
        .addSubcommand(new RetainPlanCommand(around))
        .addSubcommand(new RetainReleaseCommand(around))
        .addSubcommand(new RetainRunCommand(around))
        .addSubcommand(new RetainStatusCommand(around))
        .addSubcommand(new RetainReviewsCommand(around))
        .addSubcommand(new RetainCalendarCommand(around))
        .addSubcommand(new RetainPauseCommand(around))
        .addSubcommand(new RetainResumeCommand(around))
        .addSubcommand(new RetainCertificateCommand(around))
        .addSubcommand(new RetainVerifyCommand(around));
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
