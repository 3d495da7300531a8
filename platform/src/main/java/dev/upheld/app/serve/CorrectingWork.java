package dev.upheld.app.serve;

import dev.upheld.charter.model.Charter;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Changes;
import dev.upheld.duty.request.Contents;
import dev.upheld.duty.request.Handling;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Words;
import dev.upheld.edge.console.request.CorrectionTasks;
import dev.upheld.engine.Correcting;
import dev.upheld.engine.Correction;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.Receipt;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Corrections for requests: plans them, carries them out, and gives the tasks that are left. */
final class CorrectingWork {
  private static final String MAIL = "pd:EmailAddress";

  private final Supplier<Workspace> workspace;
  private final Correcting correcting;
  private final Requests requests;

  CorrectingWork(Supplier<Workspace> workspace, Correcting correcting, Requests requests) {
    this.workspace = workspace;
    this.correcting = correcting;
    this.requests = requests;
  }

  static boolean isAsked(CaseFile file) {
    return CopyWork.rights(file).contains(Changes.RIGHT);
  }

  /** What is erased is not corrected. */
  static void refuseBoth(CaseFile file) {
    if (isAsked(file) && ErasureWork.isAsked(file)) {
      throw problem(
          "Correcting and erasing the same data are both asked for.",
          "Ask the person which of them is meant, and refuse the other or open a request for it.");
    }
  }

  private static ProblemException problem(String what, String mend) {
    return new ProblemException(Problem.of(RequestProblem.NO_CHANGE, what, mend));
  }

  /** How many systems change. */
  static int steps(CorrectionPlan plan) {
    return (int) plan.systems().stream().filter(s -> s.changes() > 0).count();
  }

  CorrectionPlan plan(CaseFile file) {
    Workspace now = workspace.get();
    return correcting.plan(now, AskedBy.of(now.charter(), file), correction(file), Progress.SILENT);
  }

  private Correction correction(CaseFile file) {
    TreeMap<String, Correction.Value> values = new TreeMap<>();
    for (Changes.Line line : requests.changes().of(file.ref())) {
      values.put(line.word(), new Correction.Value(Optional.of(line.from()), line.to()));
    }
    if (values.isEmpty()) {
      throw problem("Nobody wrote yet what is right.", "Write it under What is right, then plan.");
    }
    return new Correction(values);
  }

  Receipt act(CaseFile file, CorrectionPlan approved) {
    Workspace now = workspace.get();
    Receipt receipt =
        correcting.act(
            new Correcting.Order(
                now, AskedBy.of(now.charter(), file), correction(file), approved, false),
            Progress.SILENT);
    if (receipt.isWhole()) {
      addresses(now.charter(), file);
    }
    return receipt;
  }

  /** The register knows people by their address. */
  private void addresses(Charter charter, CaseFile file) {
    String known = file.contents().map(Contents::email).orElse("");
    for (Changes.Line line : requests.changes().of(file.ref())) {
      boolean mail =
          Optional.ofNullable(charter.words().vocabulary().get(line.word()))
              .filter(w -> w.is().equals(MAIL))
              .isPresent();
      String was = line.from().isBlank() ? known : line.from();
      if (mail && !was.isBlank()) {
        requests.changes().addressCorrected(was, line.to());
      }
    }
  }

  /** What no program does: each a task, given once. */
  void tasks(CaseFile file, CorrectionPlan plan, ReferenceId who) {
    Words words = Words.of(Language.ofTag(file.language()).orElse(Language.EN));
    List<String> given = file.tasks().stream().map(CaseFile.Task::words).toList();
    for (String task : CorrectionTasks.of(plan, words)) {
      if (!given.contains(task)) {
        requests
            .handling()
            .task(file.ref(), new Handling.NewTask(task, Optional.empty(), file.line().due()), who);
      }
    }
  }
}
