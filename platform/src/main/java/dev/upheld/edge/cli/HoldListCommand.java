package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.HoldingRows;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld hold list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows the holds in force, the next review first.")
final class HoldListCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Option(
      names = "--subject-from",
      paramLabel = "FILE",
      description = "Only those of this person; - for standard input.")
  private @Nullable String from;

  @Option(names = "--secret", description = "Secret ones too.")
  private boolean secret;

  HoldListCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    List<Holds.Hold> holds =
        engine
            .holds()
            .list(
                sound,
                Optional.ofNullable(from).map(f -> SubjectFile.read(f, around, System.in)),
                secret);
    PrintWriter out = around.screen().out();
    for (Holds.Hold hold : holds) {
      out.println(
          hold.id()
              + "  review "
              + hold.review()
              + "  "
              + hold.owner()
              + (hold.secret() ? "  secret  " : "  ")
              + hold.rows().map(HoldListCommand::what).orElse("")
              + hold.reason().strip().replaceAll("\\s+", " "));
    }
    if (holds.isEmpty()) {
      out.println("Nobody is on hold.");
    }
    out.flush();
    return Exit.OK;
  }

  private static String what(HeldRows rows) {
    return rows.activity().map(a -> "activity " + a).orElseGet(() -> parts(rows)) + ":  ";
  }

  private static String parts(HeldRows rows) {
    return rows.parts().stream()
        .map(part -> part.name() + part.by().map(HoldListCommand::values).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private static String values(HeldRows.By by) {
    return by.isOne()
        ? "/" + by.key()
        : " by "
            + by.column()
            + by.from().map(v -> " from " + v).orElse("")
            + by.to().map(v -> " to " + v).orElse("");
  }

  /** Rows now, or why they cannot be counted. */
  static String now(HoldingRows.Counted counted) {
    return counted
        .rows()
        .map(n -> n == 1 ? "1 row now" : n + " rows now")
        .orElseGet(() -> "not counted: " + counted.why());
  }
}
