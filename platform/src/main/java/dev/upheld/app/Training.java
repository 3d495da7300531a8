package dev.upheld.app;

import dev.upheld.edge.cli.UpheldCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The training run of the build: several everyday command lines and a small demonstration in one
 * JVM, so that the AOT cache knows the classes they load and link. Keeps what it makes below {@code
 * UPHELD_HOME}, which the build throws away.
 */
public final class Training {

  private Training() {}

  /**
   * @param args workspaces to check; those that are not there are passed over
   */
  public static void main(String[] args) {
    for (List<String> line : commandLines(args)) {
      int exit = Main.run(line.toArray(String[]::new));
      if (exit != 0) {
        System.err.println("exit code " + exit + " from: upheld " + String.join(" ", line));
        System.exit(1);
      }
    }
    new TrainingVisit(Main.surroundings(System.getenv()))
        .run()
        .ifPresent(p -> System.err.println("No server was trained for: " + p.what()));
  }

  private static List<List<String>> commandLines(String... workspaces) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("--help"));
    lines.add(List.of("--version"));
    var commands =
        UpheldCommand.commandLine(Main.surroundings(System.getenv())).getSubcommands().keySet();
    commands.forEach(command -> lines.add(List.of(command, "--help")));
    for (String workspace : workspaces) {
      if (commands.contains("check") && Files.isDirectory(Path.of(workspace))) {
        lines.add(List.of("check", workspace));
      }
    }
    return lines;
  }
}
