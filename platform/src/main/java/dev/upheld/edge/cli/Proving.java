package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Verdict;
import java.util.Locale;
import java.util.function.Function;

/** Runs a proof and prints it. */
final class Proving {

  private final Surroundings around;
  private final ProveOptions options;
  private final Keep keep;

  /** Whether a run is kept. */
  enum Keep {
    NO,
    /** In a store that is there already. */
    WHERE_THERE
  }

  Proving(Surroundings around, ProveOptions options, Keep keep) {
    this.around = around;
    this.options = options;
    this.keep = keep;
  }

  /** Asks, prints, and returns what was printed. */
  ProveView run(Engine engine, Workspace workspace) {
    return run(workspace, progress -> kept(engine, workspace, progress));
  }

  /** Asks and keeps, and prints nothing but how it goes. */
  ProveReport report(Engine engine, Workspace workspace) {
    return asked(progress -> kept(engine, workspace, progress));
  }

  private ProveReport asked(Function<Progress, ProveReport> asks) {
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      return asks.apply(progress);
    }
  }

  private ProveReport kept(Engine engine, Workspace workspace, Progress progress) {
    ProveReport measured = engine.prove(workspace, progress);
    return switch (keep) {
      case NO -> measured;
      case WHERE_THERE -> engine.keep(workspace, measured, progress).orElse(measured);
    };
  }

  /** The same, where something else asks and keeps. */
  ProveView run(Workspace workspace, Function<Progress, ProveReport> asks) {
    ProveReport report = asked(asks);
    ProveView view = view(workspace, report);
    print(view);
    report.note().ifPresent(around.screen().err()::println);
    around.screen().err().flush();
    return view;
  }

  private ProveView view(Workspace workspace, ProveReport report) {
    ExitCode exit = report.exitCode(options.strict);
    return new ProveView(
        workspace.charter().organisation().company().name(),
        report.at(),
        report.took(),
        report.results().stream().map(Proving::line).toList(),
        workspace.findings().size(),
        exit.code(),
        reason(exit, report));
  }

  private static ProveView.Line line(PromiseResult result) {
    boolean waiting =
        switch (result.cause()) {
          case NO_DUTY, NO_ATTESTATION -> result.verdict() == Verdict.UNPROVEN;
          case MEASURED, NOT_SEEN -> false;
        };
    return new ProveView.Line(
        result.promise(),
        result.verdict(),
        result.judgement().restsOn().stream()
            .findFirst()
            .or(() -> result.evidence().stream().findFirst()),
        result.unmeasured().orElse(result.judgement().why()),
        waiting);
  }

  private static String reason(ExitCode exit, ProveReport report) {
    return switch (exit) {
      case HOLDS -> "nothing broken, and every measurement saw everything.";
      case BROKEN -> {
        long n = report.count(Verdict.BROKEN);
        yield n == 0
            ? "a promise with a law behind it is at risk past the day its owner set."
            : String.format(
                Locale.ROOT, "%s broken.", n == 1 ? "1 promise is" : n + " promises are");
      }
      case UNSEEN -> "nothing broken was seen, but not everything could be seen.";
      case USAGE -> "the workspace has faults.";
    };
  }

  private void print(ProveView view) {
    Screen screen = around.screen();
    switch (options.format) {
      case table -> new ProveTable(screen, options.all).print(view);
      case json -> screen.out().println(ProveJson.of(view));
      case junit -> screen.out().println(ProveJunit.of(view));
    }
    screen.out().flush();
  }
}
