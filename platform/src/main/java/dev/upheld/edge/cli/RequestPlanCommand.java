package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Correction;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.Plan;
import dev.upheld.engine.PlanJson;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Subject;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld request plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what an erasure or a correction would do, in every system, with exact counts. Changes nothing.",
      "",
      "The plan is kept under its digest, without personal data, until it is run."
    },
    footer = {
      "",
      "Exit codes: 0 it may be run, 1 something must be decided first, 2 a fault in the workspace or",
      "the person, 3 a system was not reached."
    })
final class RequestPlanCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SubjectOptions about;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private CheckCommand.Format format;

  RequestPlanCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    boolean erasure = about.isErasure();
    Optional<Correction> correction = about.correction(around);
    if (correction.isPresent()) {
      return correct(engine, sound, correction.get());
    }
    if (!erasure) {
      throw RequestRunCommand.accessHasNoPlan();
    }
    Subject subject = about.subject(around);
    Planned planned;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      planned = engine.requests().plan(sound, subject, about.order(), progress);
    }
    Plan plan = planned.plan();
    switch (format) {
      case table -> new PlanTable(around.screen()).print(plan);
      case json -> around.screen().out().println(Json.pretty(PlanJson.of(plan)));
    }
    around.screen().out().flush();
    return exit(plan);
  }

  private int correct(Engine engine, Workspace sound, Correction correction) {
    CorrectionPlan plan;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      plan = engine.requests().plan(sound, about.subject(around), correction, progress);
    }
    switch (format) {
      case table -> new CorrectionTable(around.screen()).print(plan);
      case json -> around.screen().out().println(plan.kept());
    }
    around.screen().out().flush();
    return Exit.OK;
  }

  static int exit(Plan plan) {
    if (!plan.isWhole()) {
      return Exit.UNSEEN;
    }
    return plan.undecided().isEmpty() ? Exit.OK : Exit.BAD;
  }
}
