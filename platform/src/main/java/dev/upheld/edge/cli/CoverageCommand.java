package dev.upheld.edge.cli;

import dev.upheld.charter.ClauseList;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.CoverageView.Part;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.ClauseTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upheld coverage}: what each clause of the source policy stands on. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = {
      "Says of every clause of the policy which promises and findings carry it.",
      "",
      "  live     every promise of the clause can be proved: measured, or attested by a person",
      "  partly   some can, others wait for a duty that is not built yet",
      "  waiting  none can yet",
      "  finding  nothing is promised: the source is silent or contradicts itself there",
      "  missing  the list of clauses has it, and nothing carries it",
      "",
      "The list is clauses.txt of the workspace, one id a line, or the file of --expect.",
      "Asks no system; with --prove it does, as `upheld prove`, and says verdicts."
    },
    footer = {
      "",
      "Exit codes: 0 every listed clause stands on something; 1 one is missing, or the charter",
      "names one that the list does not have; 2 a fault in a workspace or wrong usage.",
      "With --prove also 1 and 3 as `upheld prove`.",
      "",
      "Examples:",
      "  upheld coverage",
      "  upheld coverage examples/*",
      "  upheld coverage --format html > coverage.html      (a page to print)",
      "  upheld coverage --prove --format json | jq '.totals'"
    })
final class CoverageCommand implements Callable<Integer> {

  /** How the result is printed. */
  enum Format {
    table,
    json,
    html
  }

  private final Surroundings around;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "Folders with a charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private List<Path> workspaces;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Format format;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description =
          "The clauses that all workspaces together must carry: one id a line, or a CSV whose first"
              + " column has them. Their own lists do not count then.")
  private @Nullable Path expect;

  @Option(names = "--prove", description = "Asks the systems, and says the verdict of each clause.")
  private boolean prove;

  @Option(
      names = "--no-store",
      description = "With --prove: keeps nothing of the run, and judges by this run alone.")
  private boolean noStore;

  @Option(names = "--all", description = "Lists the promises one by one, with their sentences.")
  private boolean all;

  CoverageCommand(Surroundings around) {
    this.around = around;
  }

  /** A workspace that was read, and proved when that was wanted. */
  private record Read(
      Path written, Workspace workspace, Optional<ProveReport> report, ClauseTable.Known known) {}

  @Override
  public Integer call() {
    Optional<List<String>> expected = Optional.ofNullable(expect).map(this::expected);
    Engine engine = around.engine();
    Map<Path, Workspace> sound = new LinkedHashMap<>();
    for (Path written : once()) {
      sound.put(written, WorkspaceArgument.sound(engine, around, around.path(written)));
    }
    List<Read> read = new ArrayList<>();
    sound.forEach((written, workspace) -> read.add(read(engine, written, workspace)));
    CoverageView view = view(read, expected);
    print(view);
    return view.exit();
  }

  /** A workspace that is named twice, however it is written, counts once. */
  private Collection<Path> once() {
    Map<Path, Path> byPlace = new LinkedHashMap<>();
    for (Path written : workspaces) {
      byPlace.putIfAbsent(place(around.path(written)), written);
    }
    return byPlace.values();
  }

  private static Path place(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      // reading it will say what is wrong
      return folder.toAbsolutePath().normalize();
    }
  }

  private List<String> expected(Path file) {
    ClauseList list = ClauseList.read(around.path(file), file.toString());
    return list.ids().orElseThrow(() -> new ProblemException(list.problems()));
  }

  private Read read(Engine engine, Path written, Workspace workspace) {
    Optional<ProveReport> report =
        prove ? Optional.of(proved(engine, workspace)) : Optional.empty();
    Map<PromiseId, Verdict> verdicts = new HashMap<>();
    report.stream()
        .flatMap(r -> r.results().stream())
        .forEach((PromiseResult r) -> verdicts.put(r.promise().id(), r.verdict()));
    ClauseTable.Known known =
        new ClauseTable.Known(engine::provable, id -> Optional.ofNullable(verdicts.get(id)));
    return new Read(written, workspace, report, known);
  }

  private ProveReport proved(Engine engine, Workspace workspace) {
    Proving.Keep keep = noStore ? Proving.Keep.NO : Proving.Keep.WHERE_THERE;
    return new Proving(around, new ProveOptions(), keep).report(engine, workspace);
  }

  private CoverageView view(List<Read> read, Optional<List<String>> expected) {
    List<Part> parts = read.stream().map(r -> part(r, expected)).toList();
    Optional<ClauseTable> together = expected.map(ids -> together(read, ids));
    CoverageView open = new CoverageView(parts, together, Exit.OK, "");
    ExitCode proof =
        ExitCode.of(
            read.stream()
                .flatMap(r -> r.report().stream())
                .flatMap(r -> r.results().stream())
                .map(PromiseResult::line)
                .toList(),
            false);
    boolean apart = !open.missing().isEmpty() || !open.unlisted().isEmpty();
    return new CoverageView(
        parts, together, apart ? Exit.BAD : proof.code(), reason(open, apart, proof));
  }

  /** One workspace by its own list; none where a list was given for all of them together. */
  private static Part part(Read read, Optional<List<String>> expected) {
    Workspace workspace = read.workspace();
    return new Part(
        read.written().toString(),
        workspace.charter().organisation().company().name(),
        ClauseTable.of(
            workspace.promises(),
            workspace.findings(),
            expected.isPresent() ? Optional.empty() : workspace.clauses(),
            read.known()),
        read.report().map(ProveReport::at));
  }

  private static ClauseTable together(List<Read> read, List<String> ids) {
    List<Promise> promises = read.stream().flatMap(r -> r.workspace().promises().stream()).toList();
    List<Finding> findings = read.stream().flatMap(r -> r.workspace().findings().stream()).toList();
    return ClauseTable.of(
        promises,
        findings,
        Optional.of(ids),
        ClauseTable.Known.together(read.stream().map(Read::known).toList()));
  }

  private static String reason(CoverageView view, boolean apart, ExitCode proof) {
    if (apart) {
      return "the list of clauses and what the charter carries differ.";
    }
    return switch (proof) {
      case HOLDS ->
          view.isListed()
              ? "every listed clause stands on a promise or a finding."
              : "no list to compare with; clauses.txt or --expect gives one.";
      case BROKEN -> "a promise is broken, or at risk past the day its owner set.";
      case UNSEEN -> "nothing broken was seen, but not everything could be seen.";
      case USAGE -> "the workspace has faults.";
    };
  }

  private void print(CoverageView view) {
    Screen screen = around.screen();
    switch (format) {
      case table -> new CoverageTable(screen, all).print(view);
      case json -> screen.out().println(CoverageJson.of(view));
      case html -> screen.out().print(CoveragePage.of(view, around.clock().instant()));
    }
    screen.out().flush();
  }
}
