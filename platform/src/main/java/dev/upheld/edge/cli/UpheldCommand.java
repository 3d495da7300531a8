package dev.upheld.edge.cli;

import dev.upheld.kernel.AtExit;
import dev.upheld.kernel.ProblemException;
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
    description = {
      "The privacy policy that runs.",
      "",
      "Write what your company promises about personal data as a charter (YAML), bind it to your",
      "databases, and learn from the data itself which promises hold."
    },
    footer = {
      "",
      "First steps:",
      "  upheld demo               a fictional company, its databases, its proof",
      "  upheld init               a workspace of your own, in ./privacy",
      "  upheld check              what is wrong with it, without asking any system",
      "  upheld doctor main        which grants the database account lacks",
      "  upheld discover main      proposes its data map: what lies where, and why",
      "  upheld prove              which promises hold",
      "  upheld serve              the console, and the proof kept every day",
      "",
      "`upheld COMMAND --help` says more. Subjects of data never appear on a command line."
    })
public final class UpheldCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  /** The command line with all its commands, ready to execute arguments. */
  public static CommandLine commandLine(Surroundings around) {
    CommandLine line = new CommandLine(new UpheldCommand());
    line.addSubcommand(new DemoCommand(around));
    line.addSubcommand(new InitCommand(around));
    line.addSubcommand(new CheckCommand(around));
    line.addSubcommand(new DiffCommand(around));
    line.addSubcommand(new DoctorCommand(around));
    line.addSubcommand(new DiscoverCommand(around));
    line.addSubcommand(ImportCommand.commandLine(around));

    line.addSubcommand(new DriftCommand(around));
    line.addSubcommand(new ProveCommand(around));
    line.addSubcommand(new ExplainCommand(around));
    line.addSubcommand(new CoverageCommand(around));
    line.addSubcommand(RequestCommand.commandLine(around));
    line.addSubcommand(HoldCommand.commandLine(around));
    line.addSubcommand(RetainCommand.commandLine(around));
    line.addSubcommand(ArchiveCommand.commandLine(around));
    line.addSubcommand(new ReapplyCommand(around));
    line.addSubcommand(new ResidueCommand(around));
    line.addSubcommand(new DrillCommand(around));
    line.addSubcommand(new ServeCommand(around));
    line.addSubcommand(new AttestCommand(around));
    line.addSubcommand(new SchemaCommand(around));
    line.addSubcommand(JournalCommand.commandLine(around));
    line.addSubcommand(KeysCommand.commandLine(around));
    line.addSubcommand(new BackupCommand(around));
    line.addSubcommand(new RestoreCommand(around));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(around.screen().out());
    line.setErr(around.screen().err());
    line.setUsageHelpWidth(around.screen().width());
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, around.screen()));
    return line;
  }

  /** Without a subcommand there is nothing to do: shows the help and reports wrong usage. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return Exit.USAGE;
  }

  private static int failed(Exception e, Screen screen) {
    screen.out().flush();
    if (AtExit.isEnding()) {
      return Exit.UNSEEN; // told to stop: nothing is wrong, and the signal makes the exit code
    }
    if (e instanceof ProblemException known) {
      known.problems().forEach(p -> Problems.print(screen, screen.err(), p));
      return known.problems().stream().allMatch(UpheldCommand::mendedInFiles)
          ? Exit.USAGE
          : Exit.UNSEEN;
    }
    // The message may carry anything, even data: only the kinds and places are shown.
    screen.err().println("upheld: a fault of Upheld itself; please report it with these lines.");
    for (Throwable t = e; t != null; t = t.getCause()) {
      screen.err().println("  " + t.getClass().getName());
      StackTraceElement[] trace = t.getStackTrace();
      for (int i = 0; i < Math.min(trace.length, 8); i++) {
        screen.err().println("    at " + trace[i]);
      }
    }
    screen.err().flush();
    return Exit.INTERNAL;
  }

  private static boolean mendedInFiles(dev.upheld.kernel.Problem problem) {
    return !(problem.code() instanceof dev.upheld.connect.ConnectProblem)
        && problem.code() != CliProblem.SERVER_AWAY
        && problem.code() != dev.upheld.discover.DiscoverProblem.NOTHING_SEEN
        && problem.code() != dev.upheld.discover.DiscoverProblem.TOO_BUSY;
  }
}
