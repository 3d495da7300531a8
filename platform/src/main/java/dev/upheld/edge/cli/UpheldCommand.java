package dev.upheld.edge.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line: {@code upheld}. */
@Command(
    name = "upheld",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "The privacy policy that runs.")
public final class UpheldCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  /** The parsed form of this command, ready to execute arguments. */
  public static CommandLine commandLine() {
    return new CommandLine(new UpheldCommand());
  }

  /** Without a subcommand there is nothing to do: shows the help and reports wrong usage. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.err);
    }
    return CommandLine.ExitCode.USAGE;
  }
}
