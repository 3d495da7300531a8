package dev.upheld.edge.cli;

import dev.upheld.connect.vault.VaultHeader;
import dev.upheld.datamap.workspace.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code upheld archive read}. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Writes archived rows to standard output, one JSON object a line.",
      "",
      "The account that runs this must be named: in the data map under readers of the place, by a role",
      "that the charter names under readers of the stage. The journal says who read how many rows of",
      "which place, and no more."
    })
final class ArchiveReadCommand implements Callable<Integer> {
  private final Surroundings around;

  @Option(
      names = "--place",
      required = true,
      paramLabel = "PLACE",
      description = "System and place, like vault/contract.")
  @SuppressWarnings("NullAway.Init")
  private String place;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private What what;

  /** Which rows. */
  static final class What {
    @Option(
        names = "--subject-from",
        paramLabel = "FILE",
        description =
            "Rows of this person, by words of the place's subjects; - for standard input.")
    private @Nullable String from;

    @Option(names = "--all", description = "All rows.")
    private boolean all;

    /** Nobody for all rows. */
    Map<String, List<String>> people(Surroundings around) {
      if (all || from == null) {
        return Map.of();
      }
      return Map.copyOf(SubjectFile.read(from, around, System.in).identifiers());
    }
  }

  ArchiveReadCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    PrintWriter out = around.screen().out();
    long rows =
        engine
            .archives()
            .read(sound, place, what.people(around), (c, values) -> line(out, c, values));
    out.flush();
    return rows == 0 ? Exit.BAD : Exit.OK;
  }

  private static void line(
      PrintWriter out, List<VaultHeader.Column> columns, List<Optional<String>> values) {
    ObjectNode row = Json.object();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i).name();
      values.get(i).ifPresentOrElse(v -> row.put(column, v), () -> row.putNull(column));
    }
    out.println(row);
  }
}
