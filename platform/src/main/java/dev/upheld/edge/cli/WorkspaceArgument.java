package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The WORKSPACE argument that most commands take. */
final class WorkspaceArgument {

  static final String DEFAULT = "privacy";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private Path written;

  Path root(Surroundings around) {
    return around.path(written);
  }

  /** The workspace, or every fault in it as one exception. */
  static Workspace sound(Engine engine, Surroundings around, Path root) {
    WorkspaceReading reading = engine.read(root);
    if (!reading.faults().isEmpty() || reading.workspace().isEmpty()) {
      throw new ProblemException(
          reading.faults().stream().map(p -> shown(p, around, root)).toList());
    }
    return reading.workspace().get();
  }

  private static Problem shown(Problem problem, Surroundings around, Path root) {
    return new Problem(
        problem.code(),
        problem.what(),
        problem.where().map(at -> Shown.from(around.folder(), root, at)),
        problem.mend());
  }
}
