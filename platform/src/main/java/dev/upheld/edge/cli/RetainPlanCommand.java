package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Planned;
import dev.upheld.engine.Expired;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code upheld retain plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what every rule would do now: the very work of a run, rolled back. Nothing is changed."
    })
final class RetainPlanCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RetainOptions options;

  RetainPlanCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    List<Planned> plans;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      plans = engine.retention().plan(sound, options.rule(), progress);
    }
    if (options.json()) {
      around.screen().out().println(RetainJson.plans(plans));
    } else {
      new RetainTable(around.screen()).plans(plans);
    }
    around.screen().out().flush();
    return code(plans);
  }

  private static int code(List<Planned> plans) {
    if (plans.stream().anyMatch(p -> p.trouble().isPresent())) {
      return Exit.UNSEEN;
    }
    boolean waits =
        plans.stream()
            .anyMatch(
                p ->
                    p.due().map(DueRows::past).orElse(0L) > 0
                        && (p.release().isEmpty() || p.would().map(Expired::kept).orElse(0L) > 0));
    return waits ? Exit.BAD : Exit.OK;
  }
}
