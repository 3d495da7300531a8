package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code upheld retain resume}. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = {"Lets a paused rule go on."})
final class RetainResumeCommand implements Callable<Integer> {
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

  RetainResumeCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(written));
    boolean was = engine.retention().resume(sound, rule);
    around.screen().out().println((was ? "resumed: " : "was not paused: ") + rule);
    around.screen().out().flush();
    return was ? Exit.OK : Exit.BAD;
  }
}
