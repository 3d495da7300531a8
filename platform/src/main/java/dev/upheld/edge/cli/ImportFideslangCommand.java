package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.Addition;
import dev.upheld.discover.FidesImport;
import dev.upheld.discover.Imported;
import dev.upheld.discover.Imported.Figures;
import dev.upheld.discover.Imported.Told;
import dev.upheld.discover.fideslang.FidesFile;
import dev.upheld.discover.fideslang.FidesReader;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code upheld import fideslang}: annotated datasets become proposals. */
@Command(
    name = "fideslang",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a dataset file of fideslang (Fides) over into the data map of a system.",
      "",
      "Reads the file and asks no system anything. Writes datamap/SYSTEM.yaml: each collection",
      "becomes a place that a person reviews; data categories become data words of the charter,",
      "references become links, identities the people's column. Of a map that is there already not",
      "a letter changes. What the data map has no words for is kept as a comment and told."
    },
    footer = {
      "",
      "Exit codes: 0 done, 2 a fault in the file or the workspace, or a data map that cannot be",
      "added to.",
      "",
      "Examples:",
      "  upheld import fideslang shop.yml --system main",
      "  upheld import fideslang all.yml --system main --dataset shop --dry-run"
    })
final class ImportFideslangCommand implements Callable<Integer> {

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "FILE", description = "YAML with dataset: at its top.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private Path file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Path workspace;

  @Option(
      names = "--system",
      required = true,
      paramLabel = "SYSTEM",
      description = "Where the data lies: its id in systems.yaml.")
  @SuppressWarnings("NullAway.Init")
  private String system;

  @Option(
      names = "--dataset",
      paramLabel = "KEY",
      description = "The fides_key of a dataset that lies there; repeat it for several.")
  private Set<String> datasets = new LinkedHashSet<>();

  @Option(
      names = "--schema",
      paramLabel = "SCHEMA",
      description = "The schema its tables stand in, where the file does not say it.")
  private Optional<String> schema = Optional.empty();

  @Option(names = "--dry-run", description = "Prints what would be added, and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private CheckCommand.Format format;

  ImportFideslangCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Workspace sound = WorkspaceArgument.sound(around.engine(), around, around.path(workspace));
    Set<String> systems = new TreeSet<>(sound.map().systems().keySet());
    if (!systems.contains(system)) {
      throw new ProblemException(
          Problem.of(
              CliProblem.UNKNOWN_SYSTEM,
              "systems.yaml has no system " + Words.safe(system) + ".",
              "It has: " + String.join(", ", systems) + "."));
    }
    FidesImport importing = new FidesImport(sound, system);
    Imported imported = importing.look(read(), new FidesImport.Choice(datasets, schema));
    if (!dryRun) {
      importing.write(imported);
    }
    switch (format) {
      case table -> table(imported);
      case json -> around.screen().out().println(Json.pretty(json(imported)));
    }
    around.screen().out().flush();
    return Exit.OK;
  }

  private FidesFile read() {
    FidesReader.Result result =
        FidesReader.read(YamlReader.read(around.folder(), around.path(file), FidesReader.LIMITS));
    return switch (result) {
      case FidesReader.Result.Sound(FidesFile sound) -> sound;
      case FidesReader.Result.Faulty(List<Problem> faults) -> throw new ProblemException(faults);
    };
  }

  private void table(Imported imported) {
    Screen screen = around.screen();
    Figures figures = imported.figures();
    screen.out().println(screen.styled(Style.STRONG, Words.safe(system)));
    line(
        "%s, %s: %s, %d without personal data, %d there already"
            .formatted(
                Words.count(figures.collections(), "collection", "collections"),
                Words.count(figures.fields(), "field", "fields"),
                Words.count(figures.places(), "place proposed", "places proposed"),
                figures.harmless(),
                figures.there()));
    line(
        "taken over: %d personal, %d technical, %d to decide, %s"
            .formatted(
                figures.personal(),
                figures.technical(),
                figures.open(),
                Words.count(figures.links(), "link", "links")));
    imported.told().forEach(this::told);
    screen.out().println();
    if (dryRun) {
      imported.added().forEach(a -> Additions.print(screen, a));
    }
    screen.out().println(ending(imported));
  }

  private void line(String text) {
    around.screen().out().println("  " + text);
  }

  private String ending(Imported imported) {
    String map = Words.safe(imported.file());
    if (!imported.changes()) {
      return "Nothing is new; " + map + " stays as it is.";
    }
    return dryRun
        ? "Nothing was written to " + map + "."
        : "Written to " + map + ". Review it: what is proposed binds nothing until then.";
  }

  private void told(Told told) {
    String text = told.where() + ": " + told.what() + " (line " + told.at().line() + ")";
    switch (told.kind()) {
      case PROPOSED -> around.screen().item(Style.GREEN, "+", text);
      case DIFFERS -> around.screen().item(Style.YELLOW, "~", text);
      case COMMENT -> around.screen().item(Style.FAINT, "#", text);
      case LEFT -> around.screen().item(Style.YELLOW, "!", "not taken over: " + text);
    }
  }

  private ObjectNode json(Imported imported) {
    ObjectNode root = Json.object();
    root.put("system", imported.system());
    root.put("file", imported.file());
    root.put("written", imported.changes() && !dryRun);
    Figures figures = imported.figures();
    root.putObject("figures")
        .put("collections", figures.collections())
        .put("fields", figures.fields())
        .put("places", figures.places())
        .put("harmless", figures.harmless())
        .put("there", figures.there())
        .put("personal", figures.personal())
        .put("technical", figures.technical())
        .put("open", figures.open())
        .put("links", figures.links());
    ArrayNode told = root.putArray("told");
    imported.told().forEach(t -> tell(told.addObject(), t));
    ArrayNode added = root.putArray("added");
    for (Addition addition : imported.added()) {
      Additions.put(added.addObject(), addition);
    }
    return root;
  }

  private static void tell(ObjectNode node, Told told) {
    node.put("kind", told.kind().name().toLowerCase(Locale.ROOT))
        .put("at", told.at().toString())
        .put("where", told.where())
        .put("what", told.what());
  }
}
