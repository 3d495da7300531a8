package dev.upheld.edge.cli;

import dev.upheld.connect.Checkup;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Screen.Style;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upheld doctor}: what the account of a system lacks, and the script that grants it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Says which grants the account of a system lacks, and prints the script for them.",
      "",
      "Signs in, compares what the account may read with what the data map needs, and says what",
      "it may do beyond reading. The script grants just what is missing; an administrator of the",
      "database runs it."
    },
    footer = {
      "",
      "Exit codes: 0 nothing is missing, 2 a fault in the workspace, 3 something is missing or",
      "the system cannot be reached.",
      "",
      "Examples:",
      "  upheld doctor main",
      "  upheld doctor main --script | psql -U postgres acme"
    })
final class DoctorCommand implements Callable<Integer> {

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "Its id in systems.yaml.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private String system;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private java.nio.file.Path workspace;

  @Option(names = "--script", description = "Prints nothing but the script.")
  private boolean script;

  DoctorCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(workspace));
    Checkup checkup = engine.doctor(sound, system);
    if (script) {
      checkup.script().forEach(around.screen().out()::println);
    } else {
      print(checkup);
    }
    around.screen().out().flush();
    return checkup.missing().isEmpty() ? Exit.OK : Exit.UNSEEN;
  }

  private void print(Checkup checkup) {
    Screen screen = around.screen();
    screen.out().println(screen.styled(Style.STRONG, system));
    checkup.facts().forEach(f -> around.screen().item(Style.FAINT, "\u00b7", f));
    checkup.missing().forEach(m -> around.screen().item(Style.RED, "\u2717", m));
    checkup.excess().forEach(e -> around.screen().item(Style.YELLOW, "!", e));
    if (checkup.missing().isEmpty()) {
      around
          .screen()
          .item(Style.GREEN, "\u2713", "Nothing is missing: every mapped place can be measured.");
    }
    if (!checkup.script().isEmpty()) {
      screen.out().println();
      screen.out().println("For an administrator of the database to run:");
      screen.out().println();
      checkup.script().forEach(s -> screen.out().println("  " + s));
    }
  }
}
