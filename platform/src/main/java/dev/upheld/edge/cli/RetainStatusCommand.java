package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.Retaining;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld retain status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows every rule, whether it is released, and its runs: what was due, what was done, what was",
      "kept back and by what, and what was left. Asks no system."
    })
final class RetainStatusCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RetainOptions options;

  @Option(
      names = "--runs",
      defaultValue = "1",
      paramLabel = "N",
      description = "So many runs of each rule, the newest first (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = {
        "What happened on that day of the company's zone: what was due, done and kept back by what,",
        "and the oldest record left."
      })
  private @Nullable LocalDate on;

  RetainStatusCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    if (on != null) {
      return day(engine.retention().days(sound, options.rule(), on), sound.zone());
    }
    List<Retaining.Status> all =
        engine.retention().status(sound, options.rule(), Math.max(1, runs));
    if (options.json()) {
      around.screen().out().println(RetainJson.status(all));
    } else {
      new RetainTable(around.screen()).status(all);
    }
    around.screen().out().flush();
    return Exit.OK;
  }

  private int day(List<Day> days, ZoneId zone) {
    if (options.json()) {
      around.screen().out().println(RetainJson.days(days));
    } else {
      new RetainTable(around.screen()).days(days, zone);
    }
    around.screen().out().flush();
    return Exit.OK;
  }
}
