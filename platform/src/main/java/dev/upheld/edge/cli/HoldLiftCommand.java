package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld hold lift}. */
@Command(
    name = "lift",
    mixinStandardHelpOptions = true,
    description = "Lifts the holds of a person; why they were set is forgotten.")
final class HoldLiftCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Option(
      names = "--subject-from",
      required = true,
      paramLabel = "FILE",
      description = "The person: words and values in YAML or JSON, - for standard input.")
  @SuppressWarnings("NullAway.Init")
  private String from;

  HoldLiftCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    int lifted = engine.holds().lift(sound, SubjectFile.read(from, around, System.in));
    around
        .screen()
        .out()
        .println(lifted == 0 ? "There was no hold on this person." : "lifted: " + lifted);
    around.screen().out().flush();
    return lifted == 0 ? Exit.BAD : Exit.OK;
  }
}
