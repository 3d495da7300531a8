package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upheld retain pause}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description = {
      "Tells a rule to do nothing until it is resumed; one that runs stops between two transactions."
    })
final class RetainPauseCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "RULE", description = "As upheld retain plan names it.")
  @SuppressWarnings("NullAway.Init")
  private String rule;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Path written;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, in words. Name no person.")
  @SuppressWarnings("NullAway.Init")
  private String reason;

  RetainPauseCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(written));
    boolean fresh = engine.retention().pause(sound, rule, reason);
    around.screen().out().println((fresh ? "paused: " : "was paused already: ") + rule);
    around.screen().out().flush();
    return Exit.OK;
  }
}
