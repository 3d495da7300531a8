package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.Correcting;
import dev.upheld.engine.Correction;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Subject;
import dev.upheld.engine.SystemReceipt;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld request run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Does what an approved plan says, once, or writes a copy of a person's data.",
      "",
      "Each system does its part in one transaction that also notes it, so that a run that was",
      "interrupted can simply be repeated: what was done is not done again."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 something must be decided or approved first, 2 a fault in the workspace",
      "or the person, 3 not done in every system."
    })
final class RequestRunCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SubjectOptions about;

  @Option(names = "--approve", paramLabel = "DIGEST", description = "The plan that you approve.")
  private @Nullable String approve;

  @Option(names = "--dry-run", description = "Only plan, for erasure.")
  private boolean dry;

  @Option(names = "--without-memory", description = "Accept systems without the table upheld_act.")
  private boolean forgetful;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "Where to write the signed receipt; a file that does not exist yet.")
  private @Nullable Path receiptFile;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "For access: a folder that does not exist yet.")
  private @Nullable Path folder;

  RequestRunCommand(Surroundings around) {
    this.around = around;
  }

  static ProblemException accessHasNoPlan() {
    return new ProblemException(
        Problem.of(
            CliProblem.BAD_NAME,
            "A copy of the data changes nothing and needs no plan.",
            "Run it: upheld request run --right access --out FOLDER."));
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    boolean erasure = about.isErasure();
    Optional<Correction> correction = about.correction(around);
    Subject subject = about.subject(around);
    if (correction.isPresent()) {
      return correct(engine, sound, new CorrectionRun(subject, correction.get()));
    }
    return erasure ? erase(engine, sound, subject) : export(engine, sound, subject);
  }

  private int export(Engine engine, Workspace sound, Subject subject) {
    if (folder == null) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_WRITE, "No folder was named for the copy.", "Add --out FOLDER."));
    }
    Path to = fresh(around.path(folder));
    Map<String, Long> files;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      files = engine.requests().export(sound, subject, to, progress);
    }
    PrintWriter out = around.screen().out();
    files.forEach((file, rows) -> out.println(file + "  " + rows + (rows == 1 ? " row" : " rows")));
    out.flush();
    return Exit.OK;
  }

  private static Path fresh(Path path) {
    if (Files.exists(path)) {
      throw new ProblemException(
          Problem.of(
              CliProblem.FILE_EXISTS, path + " is there already.", "Name one that is not there."));
    }
    return path;
  }

  private int erase(Engine engine, Workspace sound, Subject subject) {
    if (receiptFile != null) {
      fresh(around.path(receiptFile));
    }
    Planned planned;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      planned = engine.requests().plan(sound, subject, about.order(), progress);
    }
    if (dry || approve == null) {
      new PlanTable(around.screen()).print(planned.plan());
      return dry ? RequestPlanCommand.exit(planned.plan()) : unapproved(planned.plan().digest());
    }
    Receipt receipt;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      receipt = engine.requests().run(planned, approve, forgetful, progress);
    }
    print(receipt, ", nothing left of what was planned");
    keep(engine.requests().signed(receipt).toString());
    return receipt.isWhole() ? Exit.OK : Exit.UNSEEN;
  }

  /** Who is corrected, and to what. */
  private record CorrectionRun(Subject subject, Correction correction) {}

  private int correct(Engine engine, Workspace sound, CorrectionRun run) {
    if (receiptFile != null) {
      fresh(around.path(receiptFile));
    }
    if (dry || approve == null) {
      CorrectionPlan plan;
      try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
        plan = engine.requests().plan(sound, run.subject(), run.correction(), progress);
      }
      new CorrectionTable(around.screen()).print(plan);
      return dry ? Exit.OK : unapproved(plan.digest());
    }
    CorrectionPlan approved = engine.requests().correction(approve);
    Receipt receipt;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      receipt =
          engine
              .requests()
              .run(
                  new Correcting.Order(sound, run.subject(), run.correction(), approved, forgetful),
                  progress);
    }
    print(receipt, ", read again: exactly that changed");
    new CorrectionTable(around.screen()).byHand(approved);
    keep(engine.requests().signed(receipt).toString());
    return receipt.isWhole() ? Exit.OK : Exit.UNSEEN;
  }

  private int unapproved(String digest) {
    around
        .screen()
        .err()
        .println("Nothing was done. To do it, repeat this with --approve " + digest);
    around.screen().err().flush();
    return Exit.BAD;
  }

  private void print(Receipt receipt, String seen) {
    PrintWriter out = around.screen().out();
    for (SystemReceipt system : receipt.systems()) {
      String said =
          system.isDone()
              ? around.screen().styled(Style.GREEN, "done") + " " + system.at().orElseThrow() + seen
              : around.screen().styled(Style.RED, "not done: ")
                  + String.join(" ", system.trouble());
      out.println(system.system() + "  " + said);
    }
    out.flush();
  }

  private void keep(String signed) {
    if (receiptFile == null) {
      around.screen().out().println(signed);
      around.screen().out().flush();
      return;
    }
    Path file = around.path(receiptFile);
    try {
      Files.writeString(file, signed + "\n");
    } catch (IOException e) {
      around.screen().out().println(signed);
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_WRITE,
              "The receipt cannot be written to " + file + "; it stands above.",
              "Keep it from there."));
    }
  }
}
