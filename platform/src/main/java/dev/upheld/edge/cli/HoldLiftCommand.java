package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld hold lift}. */
@Command(
    name = "lift",
    mixinStandardHelpOptions = true,
    description = "Lifts a hold, or the holds of a person; why they were set is forgotten.")
final class HoldLiftCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Which which;

  /** A hold, or a person. */
  static final class Which {
    @Option(
        names = "--subject-from",
        paramLabel = "FILE",
        description = "The person: words and values in YAML or JSON, - for standard input.")
    private @Nullable String from;

    @Option(names = "--id", paramLabel = "ID", description = "The hold, as upheld hold list says.")
    private @Nullable UUID id;
  }

  HoldLiftCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    int lifted = lift(engine.holds(), sound);
    String none = which.id == null ? "There was no hold on this person." : "There is no such hold.";
    around.screen().out().println(lifted == 0 ? none : "lifted: " + lifted);
    around.screen().out().flush();
    return lifted == 0 ? Exit.BAD : Exit.OK;
  }

  private int lift(HoldKeeper holds, Workspace workspace) {
    UUID id = which.id;
    if (id != null) {
      return holds.lift(workspace, id) ? 1 : 0;
    }
    String from = which.from == null ? "" : which.from;
    return holds.lift(workspace, SubjectFile.read(from, around, System.in));
  }
}
