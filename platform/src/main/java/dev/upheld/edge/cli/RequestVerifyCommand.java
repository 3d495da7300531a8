package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.Residue;
import dev.upheld.engine.Subject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld request verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Searches every column of every table that the account may read for what is known of a person,",
      "whatever the data map says, and tells where something is found. Shows no value."
    },
    footer = {
      "",
      "Exit codes: 0 nothing found, 1 found, 2 a fault in the workspace or the person, 3 nothing found",
      "but not everything could be seen."
    })
final class RequestVerifyCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Option(
      names = "--subject-from",
      required = true,
      paramLabel = "FILE",
      description = "The person, as for plan; - for standard input.")
  @SuppressWarnings("NullAway.Init")
  private String from;

  RequestVerifyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    Subject subject = SubjectFile.read(from, around, System.in);
    Residue residue;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      residue = engine.requests().residue(sound, subject, progress);
    }
    return print(residue);
  }

  private int print(Residue residue) {
    PrintWriter out = around.screen().out();
    residue
        .found()
        .forEach(
            (where, rows) ->
                out.println(
                    around.screen().styled(Style.RED, "found")
                        + "  "
                        + where
                        + "  in "
                        + rows
                        + (rows == 1 ? " row" : " rows")));
    residue
        .unseen()
        .forEach(why -> out.println(around.screen().styled(Style.YELLOW, "not seen") + "  " + why));
    if (residue.found().isEmpty()) {
      out.println("Nothing of this person was found in " + residue.tables() + " tables.");
    }
    out.flush();
    if (!residue.found().isEmpty()) {
      return Exit.BAD;
    }
    return residue.unseen().isEmpty() ? Exit.OK : Exit.UNSEEN;
  }
}
