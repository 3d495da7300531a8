package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.Addition;
import dev.upheld.discover.Discovered;
import dev.upheld.discover.Discovered.Note;
import dev.upheld.discover.Patience;
import dev.upheld.edge.cli.Screen.Style;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code upheld discover}: looks at a database and proposes its data map. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at a database and proposes its data map, with reasons.",
      "",
      "Reads the catalogue and, unless told otherwise, up to 200 values of each column: read-only,",
      "over one connection, in memory only. Writes datamap/SYSTEM.yaml; of a map that is there",
      "already not a letter changes, new tables and columns are added. A proposal binds nothing",
      "until a person has reviewed it.",
      "",
      "Waits while the database is busy. Ctrl-C stops it and nothing is written into the workspace;",
      "what was found out (never a value) is kept in $UPHELD_HOME, and --resume goes on from there."
    },
    footer = {
      "",
      "Exit codes: 0 done, 2 a fault in the workspace or a data map that cannot be added to, 3 the",
      "system cannot be reached or shows no table, or not everything could be seen.",
      "",
      "Examples:",
      "  upheld discover main",
      "  upheld discover main --dry-run --schema-only",
      "  upheld discover main --resume --pause-above 1000"
    })
final class DiscoverCommand implements Callable<Integer> {

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "SYSTEM", description = "Its id in systems.yaml.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private String system;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private java.nio.file.Path workspace;

  @Option(names = "--schema-only", description = "Looks at the catalogue, at no value.")
  private boolean schemaOnly;

  @Option(names = "--dry-run", description = "Prints what would be added, and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--resume",
      description = "Goes on where a look that was stopped had come to, where nothing has changed.")
  private boolean resume;

  @Option(
      names = "--pause-above",
      defaultValue = "250",
      paramLabel = "MS",
      description =
          "Waits while the database's catalogue takes longer than this to answer (default:"
              + " ${DEFAULT-VALUE}).")
  private long pauseAbove;

  @Option(
      names = "--give-up-after",
      defaultValue = "600",
      paramLabel = "S",
      description = "The longest to wait at one table (default: ${DEFAULT-VALUE}).")
  private long giveUpAfter;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private CheckCommand.Format format;

  DiscoverCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(workspace));
    Discovered found;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      found = engine.discover(sound, system, looking(), progress);
    }
    switch (format) {
      case table -> table(found);
      case json -> around.screen().out().println(Json.pretty(json(found)));
    }
    around.screen().out().flush();
    return found.unseen().isEmpty() ? Exit.OK : Exit.UNSEEN;
  }

  private Engine.Looking looking() {
    Patience patience =
        new Patience(
            Duration.ofMillis(Math.max(0, pauseAbove)),
            Duration.ofSeconds(Math.max(0, giveUpAfter)));
    return new Engine.Looking(!schemaOnly, !dryRun, resume, patience);
  }

  private void table(Discovered found) {
    Screen screen = around.screen();
    screen.out().println(screen.styled(Style.STRONG, Words.safe(system)) + "  " + found.product());
    Discovered.Figures figures = found.figures();
    screen
        .out()
        .println(
            "  %s, %s: %,d personal, %,d unsure, %,d looked into"
                .formatted(
                    Words.count(figures.tables(), "table", "tables"),
                    Words.count(figures.columns(), "column", "columns"),
                    figures.personal(),
                    figures.unsure(),
                    figures.sampled()));
    found.notes().forEach(this::note);
    found.unseen().forEach(u -> around.screen().item(Style.YELLOW, "!", "not seen: " + u));
    screen.out().println();
    if (dryRun) {
      found.added().forEach(a -> Additions.print(screen, a));
    }
    screen.out().println(ending(found));
  }

  private String ending(Discovered found) {
    if (!found.changes()) {
      return "Nothing is new; " + Words.safe(found.file()) + " stays as it is.";
    }
    return dryRun
        ? "Nothing was written to " + Words.safe(found.file()) + "."
        : "Written to "
            + Words.safe(found.file())
            + ". Review it: what is proposed binds nothing until then.";
  }

  private void note(Note note) {
    String text = note.where() + ": " + note.what();
    switch (note.kind()) {
      case NEW -> around.screen().item(Style.GREEN, "+", text);
      case GONE -> around.screen().item(Style.RED, "-", text);
      case CHANGED -> around.screen().item(Style.YELLOW, "~", text);
      case LINK -> around.screen().item(Style.GREEN, "+", "link " + text);
      case REMARK -> around.screen().item(Style.FAINT, " ", text);
    }
  }

  private ObjectNode json(Discovered found) {
    ObjectNode root = Json.object();
    root.put("system", found.system());
    root.put("product", found.product());
    root.put("file", found.file());
    root.put("written", found.changes() && !dryRun);
    root.putObject("figures")
        .put("tables", found.figures().tables())
        .put("columns", found.figures().columns())
        .put("sampled", found.figures().sampled())
        .put("personal", found.figures().personal())
        .put("unsure", found.figures().unsure());
    ArrayNode notes = root.putArray("notes");
    found
        .notes()
        .forEach(
            n ->
                notes
                    .addObject()
                    .put("kind", n.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .put("where", n.where())
                    .put("what", n.what()));
    ArrayNode unseen = root.putArray("unseen");
    found.unseen().forEach(unseen::add);
    ArrayNode added = root.putArray("added");
    for (Addition addition : found.added()) {
      Additions.put(added.addObject(), addition);
    }
    return root;
  }
}
