package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code upheld request memory}. */
@Command(
    name = "memory",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the script that makes the small table upheld_act in each system that has none yet.",
      "",
      "An act notes itself there in its own transaction, so that after a crash there is no doubt",
      "whether it was done. Run the script once, as the owner of the database."
    })
final class RequestMemoryCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  RequestMemoryCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    Map<String, String> scripts = engine.requests().memory(sound);
    scripts.forEach(
        (system, script) -> {
          around.screen().out().println("-- " + system);
          around.screen().out().println(script);
        });
    if (scripts.isEmpty()) {
      around.screen().out().println("-- every system has its memory of acts");
    }
    around.screen().out().flush();
    return Exit.OK;
  }
}
