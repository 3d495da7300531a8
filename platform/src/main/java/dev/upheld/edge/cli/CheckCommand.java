package dev.upheld.edge.cli;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code upheld check}: every fault and every finding of a workspace, offline. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a workspace and says everything that is wrong with it, at once.",
      "",
      "Asks no system. A fault stops `prove`; a finding is a gap or a contradiction in the",
      "charter itself that somebody should decide about."
    },
    footer = {
      "",
      "Exit codes: 0 no fault (findings do not count), 2 at least one fault.",
      "",
      "Examples:",
      "  upheld check",
      "  upheld check examples/demo --format json"
    })
final class CheckCommand implements Callable<Integer> {

  /** How the result is printed. */
  enum Format {
    table,
    json
  }

  private final Surroundings around;

  @Mixin private final WorkspaceArgument workspace = new WorkspaceArgument();

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Format format;

  @Option(names = "--promises", description = "Lists every promise derived from the charter.")
  private boolean promises;

  CheckCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    WorkspaceReading reading = around.engine().read(workspace.root(around));
    switch (format) {
      case table -> table(reading);
      case json -> around.screen().out().println(Json.pretty(json(reading)));
    }
    around.screen().out().flush();
    return reading.faults().isEmpty() ? Exit.OK : Exit.USAGE;
  }

  private void table(WorkspaceReading reading) {
    Screen screen = around.screen();
    reading.faults().forEach(p -> Problems.print(screen, screen.out(), shown(p)));
    List<Finding> findings = findings(reading);
    if (!findings.isEmpty()) {
      screen
          .out()
          .println(
              screen.styled(Style.STRONG, Words.count(findings.size(), "finding", "findings")));
      findings.forEach(this::finding);
      screen.out().println();
    }
    List<Promise> derived = derived(reading);
    if (promises) {
      derived.forEach(this::promise);
      screen.out().println();
    }
    Map<String, Long> byDuty =
        derived.stream()
            .collect(
                Collectors.groupingBy(p -> p.duty().id(), TreeMap::new, Collectors.counting()));
    String faults =
        reading.faults().isEmpty()
            ? screen.styled(Style.GREEN, "no fault")
            : screen.styled(Style.RED, Words.count(reading.faults().size(), "fault", "faults"));
    screen
        .out()
        .println(
            faults
                + ", "
                + Words.count(findings.size(), "finding", "findings")
                + ", "
                + Words.count(derived.size(), "promise", "promises")
                + (byDuty.isEmpty()
                    ? ""
                    : " "
                        + byDuty.toString().replace('{', '(').replace('}', ')').replace('=', ' ')));
    if (!promises && !derived.isEmpty()) {
      screen
          .out()
          .println(
              screen.styled(Style.FAINT, "--promises lists them, upheld prove asks the systems."));
    }
  }

  private Problem shown(Problem problem) {
    return new Problem(
        problem.code(), problem.what(), problem.where().map(this::shown), problem.mend());
  }

  /** As seen from where the user stands, so that terminals and editors can open it. */
  private Location shown(Location at) {
    return Shown.from(around.folder(), workspace.root(around), at);
  }

  private void finding(Finding finding) {
    Screen screen = around.screen();
    screen
        .out()
        .println(
            "  " + shown(finding.at()) + "  " + screen.styled(Style.YELLOW, finding.code().code()));
    String law =
        finding.law().isEmpty()
            ? ""
            : " ("
                + finding.law().stream()
                    .map(l -> l.citation() + ", " + l.confidence())
                    .collect(Collectors.joining("; "))
                + ")";
    for (String line : Words.wrap(Words.safe(finding.sentence() + law), screen.width() - 4)) {
      screen.out().println("    " + line);
    }
  }

  private void promise(Promise promise) {
    Screen screen = around.screen();
    screen
        .out()
        .println(
            screen.styled(Style.STRONG, promise.id().toString())
                + "  "
                + String.join(" ", promise.header().clauses()));
    for (String line : Words.wrap(Words.safe(promise.header().sentence()), screen.width() - 4)) {
      screen.out().println("    " + line);
    }
  }

  private static List<Finding> findings(WorkspaceReading reading) {
    return reading
        .workspace()
        .map(w -> w.findings().stream().sorted(Comparator.comparing(Finding::at)).toList())
        .orElse(List.of());
  }

  private static List<Promise> derived(WorkspaceReading reading) {
    return reading.workspace().map(w -> w.promises()).orElse(List.of());
  }

  private static ObjectNode json(WorkspaceReading reading) {
    ObjectNode root = Json.object();
    reading
        .workspace()
        .ifPresent(w -> root.put("company", w.charter().organisation().company().name()));
    ArrayNode faults = root.putArray("faults");
    reading.faults().forEach(p -> faults.add(fault(p)));
    ArrayNode findings = root.putArray("findings");
    findings(reading).forEach(f -> findings.add(Json.finding(f)));
    ArrayNode promises = root.putArray("promises");
    derived(reading).forEach(p -> promises.add(Json.promise(p)));
    return root;
  }

  private static ObjectNode fault(Problem problem) {
    ObjectNode node = Json.object();
    node.put("code", problem.code().code());
    Json.place(node, problem.where());
    node.put("what", problem.what());
    node.put("mend", problem.mend());
    return node;
  }
}
