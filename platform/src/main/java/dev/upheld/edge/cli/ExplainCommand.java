package dev.upheld.edge.cli;

import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.Explanation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code upheld explain}: all there is to know about one promise before it is measured. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains one promise, down to the exact SQL that would ask.",
      "",
      "The sentence, where the charter says it, the law behind it and how sure that is, the",
      "tables it is bound to, and what would be sent to which system.",
      "",
      "The systems are asked for their catalogue only; where one cannot be reached, it says so."
    },
    footer = {
      "",
      "Examples:",
      "  upheld explain acme/customer-accounts/keep",
      "  upheld explain keep-2 examples/demo      (any part of an id that names one promise)"
    })
final class ExplainCommand implements Callable<Integer> {

  private static final int MOST_GUESSES = 8;

  private final Surroundings around;

  @Parameters(
      index = "0",
      paramLabel = "PROMISE",
      description = "Its id, or a part that no other id has; `upheld check --promises` lists them.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private String wanted;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private java.nio.file.Path workspace;

  ExplainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(workspace));
    Promise promise = find(sound.promises());
    Explanation explanation;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      explanation = engine.explain(sound, promise, progress);
    }
    print(explanation);
    around.screen().out().flush();
    return Exit.OK;
  }

  private Promise find(List<Promise> promises) {
    List<Promise> exact = promises.stream().filter(p -> p.id().toString().equals(wanted)).toList();
    List<Promise> part = promises.stream().filter(p -> p.id().toString().contains(wanted)).toList();
    List<Promise> tail =
        promises.stream().filter(p -> p.id().toString().endsWith("/" + wanted)).toList();
    for (List<Promise> found : List.of(exact, tail, part)) {
      if (found.size() == 1) {
        return found.getFirst();
      }
    }
    throw new ProblemException(unknown(promises, part));
  }

  private Problem unknown(List<Promise> promises, List<Promise> part) {
    if (!part.isEmpty()) {
      String some =
          String.join(", ", part.stream().limit(MOST_GUESSES).map(p -> p.id().toString()).toList());
      return Problem.of(
          CliProblem.AMBIGUOUS_PROMISE,
          Words.count(part.size(), "promise has", "promises have")
              + " that in the id: "
              + some
              + ".",
          "Write more of the id.");
    }
    String nearest =
        Nearest.to(wanted, promises.stream().map(p -> p.id().toString()).toList())
            .map(id -> "Did you mean " + id + "? ")
            .orElse("");
    return Problem.of(
        CliProblem.UNKNOWN_PROMISE,
        "No promise of this charter is called " + wanted + ".",
        nearest + "`upheld check --promises` lists them all.");
  }

  private void print(Explanation e) {
    Screen screen = around.screen();
    Promise p = e.promise();
    screen.out().println(screen.styled(Style.STRONG, p.id().toString()));
    paragraph(p.header().sentence());
    screen.out().println();
    fact(
        "kind",
        p.kind() + ", kept by the duty " + p.duty().id() + ", proved by " + p.header().way().id());
    fact("charter", shown(p.header().at()));
    if (!p.header().clauses().isEmpty()) {
      fact("clauses", String.join(" ", p.header().clauses()));
    }
    p.header().owner().ifPresent(o -> fact("owner", o));
    if (p.header().law().isEmpty()) {
      fact("law", "none: it rests on the promise alone");
    }
    p.header().law().forEach(l -> fact("law", law(l)));
    e.places()
        .forEach(
            b ->
                fact(
                    "bound to",
                    b.where() + ", table " + b.place().table() + ", " + shown(b.place().at())));
    e.unmeasured().ifPresent(u -> fact("not measured", u));
    e.findings()
        .forEach(f -> fact("seen", f.where().isEmpty() ? f.text() : f.where() + ": " + f.text()));
    e.gaps().forEach(g -> fact("gap", g));
    e.queries().forEach(this::query);
  }

  private String shown(Location at) {
    return Shown.from(around.folder(), around.path(workspace), at).toString();
  }

  private static String law(LawRef l) {
    return l.citation() + ", " + l.title() + " (" + l.confidence() + "; " + l.source() + ")";
  }

  private void query(Explanation.Query query) {
    Screen screen = around.screen();
    screen.out().println();
    screen.out().println("  " + screen.styled(Style.STRONG, query.where()));
    query
        .problem()
        .ifPresent(p -> paragraph("Cannot say how it would ask: " + p.what() + " " + p.mend()));
    for (Asked asked : query.texts()) {
      asked.text().lines().forEach(l -> screen.out().println("    " + Words.safe(l)));
    }
  }

  private void paragraph(String text) {
    for (String line : Words.wrap(Words.safe(text), around.screen().width() - 4)) {
      around.screen().out().println("    " + line);
    }
  }

  private void fact(String name, String text) {
    String lead = String.format("  %-13s ", name);
    for (String line : Words.wrap(Words.safe(text), around.screen().width() - 16)) {
      around.screen().out().println(around.screen().styled(Style.FAINT, lead) + line);
      lead = " ".repeat(16);
    }
  }
}
