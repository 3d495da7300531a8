package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Seen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upheld retain release}. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = {
      "Lets a rule do from now on what its plan showed, every night, until it changes.",
      "The digest is the one that upheld retain plan says."
    })
final class RetainReleaseCommand implements Callable<Integer> {
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

  @Option(names = "--digest", required = true, paramLabel = "DIGEST", description = "What you saw.")
  @SuppressWarnings("NullAway.Init")
  private String digest;

  @Option(
      names = "--much",
      description =
          "You saw that more than a third of a table is due now, and let so much go. Without it such"
              + " a rule is not released.")
  private boolean much;

  RetainReleaseCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(written));
    Seen seen = much ? new Seen.Much() : new Seen.Unsaid();
    Release release = engine.retention().release(sound, new Retaining.What(rule, digest, seen));
    around
        .screen()
        .out()
        .println("released: " + release.rule() + ", rows due now: " + release.due());
    around.screen().out().flush();
    return Exit.OK;
  }
}
