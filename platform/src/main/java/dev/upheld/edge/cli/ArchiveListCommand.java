package dev.upheld.edge.cli;

import dev.upheld.connect.vault.VaultRows;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Archives;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code upheld archive list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what archives of files hold, place by place: files, rows, and from when they are.",
      "",
      "Exit code 1 where files wait to be confirmed: the next run of their rule confirms or removes",
      "them."
    })
final class ArchiveListCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  ArchiveListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    List<Archives.Shelf> shelves = engine.archives().list(sound);
    PrintWriter out = around.screen().out();
    for (Archives.Shelf shelf : shelves) {
      out.println(
          shelf.where()
              + "  "
              + shelf.rows()
              + (shelf.rows() == 1 ? " row in " : " rows in ")
              + shelf.files().size()
              + (shelf.files().size() == 1 ? " file" : " files")
              + times(shelf));
      if (shelf.unconfirmed() > 0) {
        out.println("  " + shelf.unconfirmed() + " not confirmed yet");
      }
    }
    if (shelves.isEmpty()) {
      out.println("No place lies in an archive of files.");
    }
    out.flush();
    return shelves.stream().anyMatch(s -> s.unconfirmed() > 0) ? Exit.BAD : Exit.OK;
  }

  private static String times(Archives.Shelf shelf) {
    Optional<Instant> oldest =
        all(shelf.files().stream().map(VaultRows.Filed::oldest)).min(Instant::compareTo);
    Optional<Instant> latest =
        all(shelf.files().stream().map(VaultRows.Filed::latest)).max(Instant::compareTo);
    return oldest.isPresent() && latest.isPresent()
        ? ", from "
            + oldest.get().truncatedTo(ChronoUnit.SECONDS)
            + " to "
            + latest.get().truncatedTo(ChronoUnit.SECONDS)
        : "";
  }

  private static Stream<Instant> all(Stream<Optional<Instant>> some) {
    return some.flatMap(Optional::stream);
  }
}
