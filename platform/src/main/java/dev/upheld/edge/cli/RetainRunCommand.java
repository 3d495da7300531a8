package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Retaining;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld retain run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the rules that are released, in small transactions that can be stopped at any time.",
      "What is left is counted from outside afterwards."
    })
final class RetainRunCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RetainOptions options;

  @Option(
      names = "--rows-per-second",
      defaultValue = "0",
      paramLabel = "ROWS",
      description = "At most so many; 0 for as many as half a second's transactions can do.")
  private long perSecond;

  @Option(
      names = "--anyway",
      description =
          "Also outside the hours of a system, and where the clock is behind the run before.")
  private boolean anyway;

  RetainRunCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    RetentionKeeper.How how = new RetentionKeeper.How(Math.max(0, perSecond), anyway);
    List<Ran> runs;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      runs = engine.retention().run(sound, options.rule(), how, progress);
    }
    if (options.json()) {
      around.screen().out().println(RetainJson.runs(runs));
    } else {
      RetainTable table = new RetainTable(around.screen());
      table.runs(runs);
      table.paused(paused(engine, sound), runs.isEmpty());
    }
    around.screen().out().flush();
    if (runs.stream().anyMatch(r -> r.trouble().isPresent())) {
      return Exit.UNSEEN;
    }
    return runs.stream().anyMatch(r -> r.left().map(DueRows::past).orElse(0L) > 0)
        ? Exit.BAD
        : Exit.OK;
  }

  private List<Retaining.Status> paused(Engine engine, Workspace sound) {
    return engine.retention().status(sound, options.rule(), 1).stream()
        .filter(s -> s.released() && s.pause().isPresent())
        .toList();
  }
}
