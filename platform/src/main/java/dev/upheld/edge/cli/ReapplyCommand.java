package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Reapplied;
import dev.upheld.engine.Reapplying;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.SystemReceipt;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld reapply}. */
@Command(
    name = "reapply",
    mixinStandardHelpOptions = true,
    description = {
      "After a restore: erases again whom the backup brought back.",
      "",
      "Who was erased is known by keyed hash alone, until the oldest backup is gone. Only rows older",
      "than the erasure go, by the clock \"collected\" of their place: who signed up again since is left",
      "alone. Without --approve nothing is changed."
    },
    footer = {
      "",
      "Example:",
      "  upheld reapply --restored shop --since 2026-11-20T03:00:00Z",
      "",
      "Exit codes: 0 nobody is back, or all was done, 1 something must be decided or approved, 2 a",
      "fault in the workspace or the options, 3 not done, or not everything was seen."
    })
final class ReapplyCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Option(
      names = "--restored",
      required = true,
      paramLabel = "SYSTEM",
      description = "The system into which a backup was put back.")
  @SuppressWarnings("NullAway.Init")
  private String system;

  @Option(
      names = "--since",
      required = true,
      paramLabel = "INSTANT",
      description =
          "When that backup was made, for example 2026-11-20T03:00:00Z; rather too early.")
  @SuppressWarnings("NullAway.Init")
  private String since;

  @Option(
      names = "--all-rows",
      description =
          "Rows of places without the clock \"collected\" are older than the erasure: you made sure"
              + " that nobody has come back.")
  private boolean allRows;

  @Option(
      names = "--every-account",
      description = "All accounts with an erased address are that person's.")
  private boolean everyAccount;

  @Option(names = "--approve", paramLabel = "DIGEST", description = "What you approve.")
  private @Nullable String approve;

  @Option(names = "--without-memory", description = "Accept a system without the table upheld_act.")
  private boolean forgetful;

  ReapplyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Instant from = instant();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    Requests.Restored restored =
        new Requests.Restored(system, from, new Reapplying.Way(allRows, everyAccount));
    Reapplied found;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      found = engine.requests().comeback(sound, restored, progress);
    }
    if (approve == null || found.plans().isEmpty()) {
      return show(found);
    }
    if (!approve.equals(found.digest())) {
      show(found);
      throw new ProblemException(
          Problem.of(
              CliProblem.BAD_NAME,
              "What you approved is not what would be done now.",
              "Look at the above, and approve its digest."));
    }
    Map<String, Receipt> receipts;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      receipts = engine.requests().reapply(found, forgetful, progress);
    }
    return told(engine, receipts, found);
  }

  private Instant instant() {
    try {
      return OffsetDateTime.parse(since).toInstant();
    } catch (DateTimeException e) {
      throw new ProblemException(
          Problem.of(
              CliProblem.BAD_NAME,
              "--since is no instant.",
              "Write it with its zone, like 2026-11-20T03:00:00Z or 2026-11-20T04:00:00+01:00."));
    }
  }

  private int show(Reapplied found) {
    PrintWriter out = around.screen().out();
    for (Planned planned : found.plans()) {
      new PlanTable(around.screen()).print(planned.plan());
      out.println();
    }
    remarks(found);
    if (found.plans().isEmpty()) {
      out.println("Nobody who was erased since then was found in rows that are older.");
    }
    out.flush();
    if (!found.plans().isEmpty()) {
      String people = found.plans().size() == 1 ? "1 person" : found.plans().size() + " people";
      around
          .screen()
          .err()
          .println(
              people
                  + " would be erased again; nothing was done. To do it, repeat this with --approve "
                  + found.digest());
      around.screen().err().flush();
    }
    return found.plans().isEmpty() && found.notes().isEmpty() && found.trouble().isEmpty()
        ? Exit.OK
        : Exit.BAD;
  }

  private void remarks(Reapplied found) {
    Screen screen = around.screen();
    found
        .notes()
        .forEach(
            n ->
                screen
                    .out()
                    .println(
                        screen.styled(Style.YELLOW, "left alone: ")
                            + n
                            + " Bind that clock, or say --all-rows."));
    found
        .trouble()
        .forEach(t -> screen.out().println(screen.styled(Style.RED, "not planned: ") + t));
  }

  private int told(Engine engine, Map<String, Receipt> receipts, Reapplied found) {
    PrintWriter out = around.screen().out();
    for (Receipt receipt : receipts.values()) {
      for (SystemReceipt one : receipt.systems()) {
        out.println(
            one.isDone()
                ? around.screen().styled(Style.GREEN, "done") + " " + one.at().orElseThrow()
                : around.screen().styled(Style.RED, "not done: ")
                    + String.join(" ", one.trouble()));
      }
      out.println(engine.requests().signed(receipt));
    }
    remarks(found);
    out.flush();
    if (!receipts.values().stream().allMatch(Receipt::isWhole)) {
      return Exit.UNSEEN;
    }
    return found.notes().isEmpty() && found.trouble().isEmpty() ? Exit.OK : Exit.BAD;
  }
}
