package dev.upheld.edge.cli;

import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.Addition;
import dev.upheld.edge.cli.Engine.Drifted;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.probe.Drift;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code upheld drift}: where the databases are not what the data maps say any more. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = {
      "Tells where databases are not what their data maps say any more.",
      "",
      "Measures the promises to hold nothing else, as prove does: new tables, columns and links,",
      "those that are gone, and columns that hold something else than the map says. Then shows the",
      "lines that discover would add to each map. Writes nothing."
    },
    footer = {
      "",
      "Exit codes: 0 nothing that is personal for certain, 1 personal data the map does not know, 2 a",
      "fault in the workspace, 3 a system was silent or not everything could be seen.",
      "",
      "Examples:",
      "  upheld drift",
      "  upheld drift --system main --format json"
    })
final class DriftCommand implements Callable<Integer> {

  private final Surroundings around;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private java.nio.file.Path workspace;

  @Option(
      names = "--system",
      paramLabel = "SYSTEM",
      description = "Only this one: no other is asked, so links to others are not followed.")
  private @Nullable String system;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private CheckCommand.Format format;

  DriftCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(workspace));
    Drifted found;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      found = engine.drift(sound, Optional.ofNullable(system), progress);
    }
    switch (format) {
      case table -> table(found);
      case json -> around.screen().out().println(Json.pretty(json(found)));
    }
    around.screen().out().flush();
    return exit(found);
  }

  private static int exit(Drifted found) {
    if (found.drift().stream().anyMatch(d -> d.nature() == Nature.PERSONAL)) {
      return Exit.BAD;
    }
    return found.unseen().isEmpty() ? Exit.OK : Exit.UNSEEN;
  }

  private void table(Drifted found) {
    Screen screen = around.screen();
    found.drift().forEach(this::line);
    found.unseen().forEach(u -> around.screen().item(Style.YELLOW, "!", "not seen: " + u));
    if (found.drift().isEmpty() && found.unseen().isEmpty()) {
      screen.out().println("No difference between the databases and their data maps.");
    }
    if (!found.proposed().isEmpty()) {
      screen.out().println();
    }
    found.proposed().forEach(this::proposed);
  }

  private void line(Drift drift) {
    String name =
        drift.system() + "/" + drift.table() + drift.column().map(c -> "." + c).orElse("");
    String text = drift.kind().id() + " " + name + ": " + drift.sentence();
    switch (drift.nature()) {
      case PERSONAL -> around.screen().item(Style.RED, "x", text);
      case UNSURE -> around.screen().item(Style.YELLOW, "?", text);
      case NOT_PERSONAL -> around.screen().item(Style.GREEN, "-", text);
    }
  }

  private void proposed(String file, List<Addition> lines) {
    Screen screen = around.screen();
    screen.out().println(screen.styled(Style.STRONG, Words.safe(file)));
    lines.forEach(addition -> Additions.print(screen, addition));
  }

  private static ObjectNode json(Drifted found) {
    ObjectNode root = Json.object();
    ArrayNode drift = root.putArray("drift");
    for (Drift one : found.drift()) {
      ObjectNode node = drift.addObject();
      node.put("system", one.system());
      node.put("table", one.table());
      one.column().ifPresent(c -> node.put("column", c));
      node.put("kind", one.kind().id());
      node.put("nature", one.nature().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      one.term().ifPresent(t -> node.put("term", t));
      node.put("sentence", one.sentence());
    }
    ArrayNode unseen = root.putArray("unseen");
    found.unseen().forEach(unseen::add);
    ArrayNode proposed = root.putArray("proposed");
    for (Map.Entry<String, List<Addition>> file : found.proposed().entrySet()) {
      for (Addition addition : file.getValue()) {
        Additions.put(proposed.addObject().put("file", file.getKey()), addition);
      }
    }
    return root;
  }
}
