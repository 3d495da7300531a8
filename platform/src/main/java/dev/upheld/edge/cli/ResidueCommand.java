package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.residue.Finding;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.SystemResidue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld residue}. */
@Command(
    name = "residue",
    mixinStandardHelpOptions = true,
    description = {
      "Searches every table of every system for everybody who was erased, as the server does every",
      "night, and signs a second receipt. People are known by keyed hash alone; shows where, never what."
    },
    footer = {
      "",
      "Exit codes: 0 nothing is left, 1 something is, 2 a fault in the workspace, 3 nothing was found",
      "but not everything could be seen."
    })
final class ResidueCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Option(names = "--receipt", paramLabel = "FILE", description = "Where the receipt is written.")
  private @Nullable Path receipt;

  ResidueCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    ResidueReport report;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      report = engine.requests().residueOfErased(sound, progress);
    }
    if (receipt != null) {
      Files.writeString(around.path(receipt), engine.requests().signed(report) + "\n");
    }
    PrintWriter out = around.screen().out();
    report.systems().forEach(s -> print(out, s));
    if (report.identifiers() == 0) {
      out.println("Nobody was erased whom a backup could still bring back.");
    } else if (report.left() == 0) {
      out.println(
          "Nothing unexplained was found of " + report.identifiers() + " erased identifiers.");
    }
    report
        .backups()
        .ifPresent(
            day -> out.println("Backups may hold people who were erased until " + day + "."));
    out.flush();
    return report.left() > 0 ? Exit.BAD : report.isWhole() ? Exit.OK : Exit.UNSEEN;
  }

  private void print(PrintWriter out, SystemResidue system) {
    out.println(
        system.system()
            + ": "
            + system.tables()
            + " tables, "
            + system.columns()
            + " columns, "
            + system.rows()
            + " rows");
    for (Finding finding : system.findings()) {
      String where = system.system() + "/" + finding.table() + "." + finding.column();
      if (finding.left() > 0) {
        out.println(
            "  "
                + around.screen().styled(Style.RED, "left")
                + "  "
                + where
                + ": "
                + finding.left());
      }
      explained(finding).forEach(why -> out.println("  " + where + ": " + why));
    }
    system.leftAlone().forEach(why -> out.println("  left alone: " + why));
    system
        .skipped()
        .forEach(
            why ->
                out.println("  " + around.screen().styled(Style.YELLOW, "not seen") + "  " + why));
  }

  private static List<String> explained(Finding finding) {
    List<String> said = new ArrayList<>();
    if (finding.kept() > 0) {
      said.add(
          finding.kept()
              + " kept"
              + finding.until().map(day -> " until " + day).orElse("")
              + (finding.reasons().isEmpty() ? "" : ": " + String.join("; ", finding.reasons())));
    }
    if (finding.returned() > 0) {
      said.add(finding.returned() + " of people who came back");
    }
    if (finding.unsure() > 0) {
      said.add(finding.unsure() + " of people who came back, of unknown age");
    }
    return said;
  }
}
