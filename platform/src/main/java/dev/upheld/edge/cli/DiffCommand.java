package dev.upheld.edge.cli;

import dev.upheld.charter.compare.Compared;
import dev.upheld.charter.compare.Comparison;
import dev.upheld.datamap.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upheld diff}: what two charters promise differently, in plain words. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two charters: what is promised more, less, differently, under which law.",
      "",
      "Asks no system. Compared is what is promised, not how it is written: the company's id, the",
      "order of the file and the wording of texts do not count. Everything is said of B, seen",
      "from A."
    },
    footer = {
      "",
      "Exit codes: 0 no difference, 1 a difference, 2 a fault in either workspace.",
      "",
      "Examples:",
      "  upheld diff examples/clever-cloud examples/clever-cloud-morocco",
      "  git worktree add /tmp/old HEAD~1 && upheld diff /tmp/old/privacy privacy"
    })
final class DiffCommand implements Callable<Integer> {

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "A", description = "A workspace: the folder of a charter.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private Path a;

  @Parameters(index = "1", paramLabel = "B", description = "The workspace to compare it with.")
  @SuppressWarnings("NullAway.Init")
  private Path b;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private CheckCommand.Format format;

  @Option(
      names = "--all",
      description = "Lists every promise whose law is another, with the articles.")
  private boolean all;

  DiffCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Comparison comparison = Comparison.of(read(a), read(b));
    switch (format) {
      case table -> new DiffTable(around.screen(), comparison, all).print(shown(a), shown(b));
      case json -> around.screen().out().println(Json.pretty(DiffJson.of(comparison)));
    }
    around.screen().out().flush();
    return comparison.equal() ? Exit.OK : Exit.BAD;
  }

  private Compared read(Path written) {
    Workspace sound = WorkspaceArgument.sound(around.engine(), around, around.path(written));
    return new Compared(sound.charter(), sound.promises(), sound.findings());
  }

  private String shown(Path written) {
    return Words.safe(written.toString());
  }
}
