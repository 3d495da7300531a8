package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.REQUEST_PLAN;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.ErasureGround;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.PlanJson;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Subject;
import dev.upheld.engine.SystemReceipt;
import dev.upheld.job.JobRun;
import dev.upheld.job.Jobs;
import dev.upheld.job.Retry;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RequestPlanRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases for requests: plans, waits for the approval, and runs as a job that goes on where it
 * stopped. A system that is away stops only itself; the job tries again.
 */
final class EngineWork implements RequestWork {
  private static final String JOB = "request.work";
  private static final Set<String> ERASURE = Set.of("erasure", "minor-erasure");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What it stands on. */
  record Parts(
      Store store,
      Journal journal,
      Jobs jobs,
      Supplier<Workspace> workspace,
      Function<CaseRef, Optional<CaseFile>> cases,
      Erasing erasing,
      Remembering remembering,
      SigningKeys signing,
      InstantSource clock) {}

  private final Parts on;

  EngineWork(Parts on) {
    this.on = on;
    on.jobs().onDemand(JOB, Retry.USUAL, this::work);
  }

  @Override
  public boolean ready() {
    return on.workspace().get().map().places().values().stream().anyMatch(p -> !p.isEmpty());
  }

  @Override
  public Plan plan(CaseRef request) {
    CaseFile file = file(request);
    Planned planned = planned(file);
    Instant now = on.clock().instant();
    on.store()
        .inTransaction(
            tx ->
                tx.insertInto(REQUEST_PLAN)
                    .set(REQUEST_PLAN.REF, request.value())
                    .set(REQUEST_PLAN.DIGEST, planned.plan().digest())
                    .set(REQUEST_PLAN.MADE, now)
                    .set(REQUEST_PLAN.PLAN, PlanJson.keep(planned.plan()))
                    .onConflict(REQUEST_PLAN.REF)
                    .doUpdate()
                    .set(REQUEST_PLAN.DIGEST, planned.plan().digest())
                    .set(REQUEST_PLAN.MADE, now)
                    .set(REQUEST_PLAN.PLAN, PlanJson.keep(planned.plan()))
                    .setNull(REQUEST_PLAN.APPROVED_BY)
                    .setNull(REQUEST_PLAN.APPROVED)
                    .setNull(REQUEST_PLAN.STOPPED)
                    .where(REQUEST_PLAN.RECEIPT.isNull())
                    .execute());
    return new Plan(planned.plan().digest(), now, WorkLines.of(planned.plan()));
  }

  private CaseFile file(CaseRef request) {
    return on.cases()
        .apply(request)
        .orElseThrow(
            () -> problem("There is no such request.", "The inbox lists those there are."));
  }

  private static ProblemException problem(String what, String mend) {
    return new ProblemException(Problem.of(RequestProblem.PLAN, what, mend));
  }

  /** Where a duty to keep is likely and nobody read it, the data is kept: that can be mended. */
  private Planned planned(CaseFile file) {
    if (file.line().rights().stream().noneMatch(ERASURE::contains)) {
      throw problem(
          "Only erasure is planned by machine so far.",
          "Give somebody a task for the other rights, and note what was done.");
    }
    Workspace workspace = on.workspace().get();
    Subject subject = AskedBy.of(workspace.charter(), file);
    ErasureGround ground =
        file.line().rights().contains("minor-erasure")
            ? ErasureGround.CHILD
            : ErasureGround.PROMISE;
    Planned first = plan(workspace, subject, ErasureOrder.on(ground));
    if (first.plan().undecided().isEmpty()) {
      return first;
    }
    Set<String> keep =
        first.plan().undecided().stream()
            .map(u -> u.substring(0, u.indexOf(':')))
            .collect(Collectors.toSet());
    return plan(workspace, subject, new ErasureOrder(ground, keep, Set.of(), false));
  }

  private Planned plan(Workspace workspace, Subject subject, ErasureOrder order) {
    return on.erasing().plan(workspace, subject, order, dev.upheld.kernel.Progress.SILENT);
  }

  @Override
  public Optional<Plan> planned(CaseRef request) {
    return row(request)
        .map(
            row ->
                new Plan(
                    row.getDigest(), row.getMade(), WorkLines.of(PlanJson.kept(row.getPlan()))));
  }

  private Optional<RequestPlanRecord> row(CaseRef request) {
    return on.store()
        .dsl()
        .selectFrom(REQUEST_PLAN)
        .where(REQUEST_PLAN.REF.eq(request.value()))
        .fetchOptional();
  }

  @Override
  public void approve(CaseRef request, String digest, ReferenceId who) {
    int rows =
        on.store()
            .inTransaction(
                tx ->
                    tx.update(REQUEST_PLAN)
                        .set(REQUEST_PLAN.APPROVED_BY, who.value())
                        .set(REQUEST_PLAN.APPROVED, on.clock().instant())
                        .where(REQUEST_PLAN.REF.eq(request.value()))
                        .and(REQUEST_PLAN.DIGEST.eq(digest))
                        .and(REQUEST_PLAN.RECEIPT.isNull())
                        .execute());
    if (rows == 0) {
      throw problem(
          "The plan is not the one you looked at any more.", "Look at it again, then approve it.");
    }
  }

  @Override
  public void run(CaseRef request) {
    if (row(request).filter(r -> r.getApproved() != null).isEmpty()) {
      throw problem("Nobody approved a plan for this request.", "Plan and approve it.");
    }
    on.jobs().enqueue(JOB, request.value(), request.value());
  }

  private void work(JobRun run) {
    CaseRef request = CaseRef.parse(run.payload()).orElseThrow();
    Optional<RequestPlanRecord> row = row(request).filter(r -> r.getReceipt() == null);
    if (row.isEmpty() || row.get().getApproved() == null) {
      return;
    }
    try {
      Planned planned = planned(file(request));
      dev.upheld.engine.Receipt receipt =
          on.erasing()
              .act(
                  planned,
                  PlanJson.kept(row.get().getPlan()),
                  false,
                  dev.upheld.kernel.Progress.SILENT);
      on.remembering().erased(planned, receipt);
      keep(request, receipt);
      if (!receipt.isWhole()) {
        throw problem("Not done in every system yet.", "It is tried again.");
      }
    } catch (ProblemException e) {
      if (e.problems().stream().noneMatch(p -> p.code() == RequestProblem.PLAN)) {
        stopped(request, told(e.problems()));
      }
      throw e;
    }
  }

  private static String told(List<Problem> problems) {
    return problems.stream().map(p -> p.what() + " " + p.mend()).collect(Collectors.joining(" "));
  }

  private void stopped(CaseRef request, String why) {
    on.store()
        .inTransaction(
            tx ->
                tx.update(REQUEST_PLAN)
                    .set(REQUEST_PLAN.STOPPED, why)
                    .where(REQUEST_PLAN.REF.eq(request.value()))
                    .execute());
  }

  /** What was done, and what was not; the receipt is signed once all of it was. */
  private void keep(CaseRef request, dev.upheld.engine.Receipt receipt) {
    int done = (int) receipt.systems().stream().filter(SystemReceipt::isDone).count();
    Instant now = on.clock().instant();
    if (!receipt.isWhole()) {
      String why =
          receipt.systems().stream()
              .filter(s -> !s.isDone())
              .map(s -> s.system() + ": " + String.join(" ", s.trouble()))
              .collect(Collectors.joining(" "));
      on.store()
          .inTransaction(
              tx ->
                  tx.update(REQUEST_PLAN)
                      .set(REQUEST_PLAN.SYSTEMS_DONE, done)
                      .set(REQUEST_PLAN.STOPPED, why)
                      .where(REQUEST_PLAN.REF.eq(request.value()))
                      .execute());
      return;
    }
    String signed = receipt.signed(on.signing().current()).toString();
    on.store()
        .inTransaction(
            tx -> {
              int first =
                  tx.update(REQUEST_PLAN)
                      .set(REQUEST_PLAN.SYSTEMS_DONE, done)
                      .set(REQUEST_PLAN.RECEIPT, signed)
                      .set(REQUEST_PLAN.RECEIPT_AT, now)
                      .setNull(REQUEST_PLAN.STOPPED)
                      .where(REQUEST_PLAN.REF.eq(request.value()))
                      .and(REQUEST_PLAN.RECEIPT.isNull())
                      .execute();
              if (first == 1) {
                on.journal()
                    .append(
                        tx,
                        Draft.of(
                            "request.erased",
                            Map.of(
                                "request",
                                request.value(),
                                "plan",
                                receipt.plan(),
                                "systems",
                                done)));
              }
              return first;
            });
  }

  @Override
  public Optional<RequestWork.Progress> progress(CaseRef request) {
    return row(request)
        .filter(r -> r.getApproved() != null)
        .map(
            r -> {
              dev.upheld.engine.Plan plan = PlanJson.kept(r.getPlan());
              return new RequestWork.Progress(
                  r.getSystemsDone(),
                  plan.systems().size(),
                  receipt(r, plan),
                  Optional.ofNullable(r.getStopped()));
            });
  }

  private static Optional<RequestWork.Receipt> receipt(
      RequestPlanRecord row, dev.upheld.engine.Plan plan) {
    return Optional.ofNullable(row.getReceipt())
        .map(JSON::readTree)
        .map(
            _ ->
                new RequestWork.Receipt(
                    row.getDigest().substring(0, 12), row.getReceiptAt(), WorkLines.of(plan)));
  }
}
