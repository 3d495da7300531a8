package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.drill.DrillReport;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld drill}. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = {
      "Tries the rights of people on somebody who does not exist.",
      "",
      "Plants an invented, marked person wherever the data map says that data belongs to people, has a",
      "copy made and the person erased as for anybody who asks, searches every table for what is left,",
      "and takes that away. Writes into the bound systems: without --yes it shows what would be planted,",
      "in transactions that are taken back. Places that law keeps are left out."
    },
    footer = {
      "",
      "Exit codes: 0 everything was copied and nothing is left, 1 something was missing or left, 2 a",
      "fault in the workspace, 3 not everything could be tried."
    })
final class DrillCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Option(names = "--yes", description = "Do it: write the invented person into the systems.")
  private boolean yes;

  @Option(names = "--without-memory", description = "Accept systems without the table upheld_act.")
  private boolean forgetful;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "Where to write the signed receipt; a file that does not exist yet.")
  private @Nullable Path receipt;

  DrillCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    if (receipt != null && Files.exists(around.path(receipt))) {
      throw new ProblemException(
          Problem.of(
              CliProblem.FILE_EXISTS,
              around.path(receipt) + " is there already.",
              "Name one that is not there."));
    }
    DrillReport report;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      report =
          yes
              ? engine.drills().run(sound, forgetful, progress)
              : engine.drills().rehearse(sound, progress);
    }
    print(report);
    if (receipt != null && yes) {
      Files.writeString(around.path(receipt), engine.drills().signed(report) + "\n");
    }
    return !report.isGood() ? Exit.BAD : report.isWhole() ? Exit.OK : Exit.UNSEEN;
  }

  private void print(DrillReport report) {
    PrintWriter out = around.screen().out();
    for (DrillReport.Line line : report.lines()) {
      out.println("  " + line.system() + " / " + line.place() + ": " + said(line, report.dry()));
    }
    print(Style.RED, "missing", report.missing());
    print(Style.RED, "left", report.left());
    print(Style.RED, "not cleared", report.uncleared());
    print(Style.YELLOW, "not planted", report.unplanted());
    print(Style.YELLOW, "trouble", report.trouble());
    print(
        Style.YELLOW,
        "not reachable",
        report.unreached().stream()
            .map(p -> p + ": nothing in the data map leads there from a mail address")
            .toList());
    print(Style.FAINT, "left out", report.excluded());
    out.println(ending(report));
    out.flush();
  }

  private static String said(DrillReport.Line line, boolean dry) {
    String rows = line.planted() == 1 ? "1 row" : line.planted() + " rows";
    if (dry) {
      return rows + " would be planted";
    }
    return rows
        + " planted, "
        + line.copied()
        + " in the copy, "
        + line.erased()
        + " erased, "
        + line.left()
        + " left";
  }

  private void print(Style style, String word, List<String> lines) {
    lines.forEach(
        line ->
            around
                .screen()
                .out()
                .println("  " + around.screen().styled(style, word) + "  " + line));
  }

  private static String ending(DrillReport report) {
    if (report.lines().isEmpty()) {
      return "Nothing could be planted: no place of the data map leads to people.";
    }
    if (report.dry()) {
      return "Nothing was planted. To run the drill, repeat this with --yes.";
    }
    if (!report.isGood()) {
      return "Drill: somebody like that would not get everything, or not be forgotten everywhere.";
    }
    return report.isWhole()
        ? "Drill: the invented person got everything, and nothing of them is left."
        : "Drill: what could be tried went well; not everything could.";
  }
}
