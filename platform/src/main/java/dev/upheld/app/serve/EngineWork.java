package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.REQUEST_PLAN;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Deaths;
import dev.upheld.duty.request.Departed;
import dev.upheld.duty.request.RequestMarks;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.duty.request.State;
import dev.upheld.engine.CopyPlan;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.PlanJson;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies and erases for requests: plans, waits for the approval, and runs as a job that goes on
 * where it stopped. A copy is made before anything is erased, and whole or not at all; of an
 * erasure a system that is away stops only itself. The job tries again.
 */
final class EngineWork implements RequestWork {
  private static final String JOB = "request.work";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What it stands on. */
  record Parts(
      Store store,
      Journal journal,
      Jobs jobs,
      Supplier<Workspace> workspace,
      Function<CaseRef, Optional<CaseFile>> cases,
      CopyWork copies,
      ErasureWork erasures,
      CorrectingWork corrections,
      SigningKeys signing,
      RequestMarks marks,
      InstantSource clock) {}

  private final Parts on;

  EngineWork(Parts on) {
    this.on = on;
    on.jobs().onDemand(JOB, Retry.USUAL, this::work);
  }

  @Override
  public RequestMarks marks() {
    return on.marks();
  }

  @Override
  public boolean ready() {
    return on.workspace().get().map().places().values().stream().anyMatch(p -> !p.isEmpty());
  }

  @Override
  public Plan plan(CaseRef request) {
    CaseFile file = file(request);
    WorkPlan work;
    try {
      work = planned(file);
    } catch (ProblemException e) {
      throw e.problems().stream().anyMatch(p -> p.code() instanceof RequestProblem)
          ? e
          : ByHand.refused(e);
    }
    Instant now = on.clock().instant();
    String digest = work.digest();
    RequestPlanRecord row = new RequestPlanRecord();
    row.setRef(request.value());
    row.setDigest(digest);
    row.setMade(now);
    row.setPlan(work.erasure().map(PlanJson::keep).orElse(null));
    row.setCopy(work.copy().map(CopyPlan::kept).orElse(null));
    row.setCorrection(work.correction().map(CorrectionPlan::kept).orElse(null));
    store(request, row);
    return new Plan(digest, now, work.lines(this::isByHand));
  }

  /** Takes the place of an earlier plan, unless somebody is at work on that or it is done. */
  private void store(CaseRef request, RequestPlanRecord row) {
    int rows =
        on.store()
            .inTransaction(
                tx -> {
                  Jobs.cancel(tx, JOB, request.value());
                  return Jobs.isAtWork(tx, JOB, request.value())
                      ? 0
                      : tx.insertInto(REQUEST_PLAN)
                          .set(row)
                          .onConflict(REQUEST_PLAN.REF)
                          .doUpdate()
                          .set(row)
                          .set(REQUEST_PLAN.PLAN, row.getPlan())
                          .set(REQUEST_PLAN.COPY, row.getCopy())
                          .set(REQUEST_PLAN.CORRECTION, row.getCorrection())
                          .setNull(REQUEST_PLAN.APPROVED_BY)
                          .setNull(REQUEST_PLAN.APPROVED)
                          .setNull(REQUEST_PLAN.STOPPED)
                          .setNull(REQUEST_PLAN.PAUSED)
                          .set(REQUEST_PLAN.ROWS_DONE, 0L)
                          .set(REQUEST_PLAN.SYSTEMS_DONE, 0)
                          .where(REQUEST_PLAN.RECEIPT.isNull())
                          .execute();
                });
    if (rows == 0) {
      throw problem(
          "The earlier plan is being carried out, or it is done.",
          "Wait until its work has stopped, then plan again.");
    }
  }

  @Override
  public List<HandWork> byHand() {
    return ByHand.tasks(on.workspace().get());
  }

  private boolean isByHand(String system) {
    return ByHand.is(on.workspace().get(), system);
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

  private WorkPlan planned(CaseFile file) {
    CorrectingWork.refuseBoth(file);
    if (Deaths.departed(file).filter(Departed::waitsForHeir).isPresent()) {
      throw problem(
          "The person who died named somebody who gets a copy first.",
          "Make sure that they ask, and confirm it; or refuse this request and write to them.");
    }
    if (!CopyWork.isAsked(file) && !ErasureWork.isAsked(file) && !CorrectingWork.isAsked(file)) {
      throw problem(
          "Only copies, corrections and erasure are planned by machine so far.",
          "Give somebody a task for the other rights, and note what was done.");
    }
    return new WorkPlan(
        Optional.of(file).filter(CopyWork::isAsked).map(on.copies()::plan),
        Optional.of(file).filter(ErasureWork::isAsked).map(f -> on.erasures().plan(f).plan()),
        Optional.of(file).filter(CorrectingWork::isAsked).map(on.corrections()::plan));
  }

  @Override
  public Optional<Plan> planned(CaseRef request) {
    return row(request)
        .map(
            row ->
                new Plan(row.getDigest(), row.getMade(), WorkPlan.of(row).lines(this::isByHand)));
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
    WorkRow.resume(on.store(), request);
    on.jobs().enqueue(JOB, request.value(), request.value());
  }

  @Override
  public boolean pause(CaseRef request) {
    return WorkRow.pause(on.store(), request, on.clock().instant());
  }

  /** Where it was resumed before it had stopped, it goes on. */
  private void work(JobRun run) {
    CaseRef request = CaseRef.parse(run.payload()).orElseThrow();
    boolean stopped = true;
    while (stopped) {
      stopped = once(request) && row(request).filter(r -> r.getPaused() == null).isPresent();
    }
  }

  /** Whether it stopped because it was paused. */
  private boolean once(CaseRef request) {
    Optional<RequestPlanRecord> row = row(request).filter(r -> r.getReceipt() == null);
    if (row.isEmpty() || row.get().getApproved() == null) {
      return false;
    }
    WorkRow going = new WorkRow(on.store(), request, row.get().getDigest());
    if (going.waits()) {
      return true;
    }
    try {
      CaseFile file = file(request);
      if (file.line().state() != State.RUNNING) {
        return false; // whoever took it out of our hands meanwhile has the say
      }
      WorkPlan work = WorkPlan.of(row.get()).less(file);
      work.copy().ifPresent(plan -> on.copies().make(file, plan));
      if (work.correction().isPresent()) {
        dev.upheld.engine.Receipt receipt = on.corrections().act(file, work.correction().get());
        if (receipt.isWhole()) {
          on.corrections()
              .tasks(file, work.correction().get(), new ReferenceId(row.get().getApprovedBy()));
        }
        keep(going, receipt, work.copy().isPresent() ? 1 : 0, "request.corrected", _ -> {});
        whole(receipt);
        return false;
      }
      if (work.erasure().isEmpty()) {
        copied(request, row.get().getDigest());
        return false;
      }
      dev.upheld.engine.Receipt receipt = on.erasures().act(file, work.erasure().get(), going);
      dev.upheld.engine.Plan erased = work.erasure().get();
      keep(
          going,
          receipt,
          work.copy().isPresent() ? 1 : 0,
          "request.erased",
          tx -> on.erasures().tell(tx, request, erased, receipt));
      if (!ByHand.isWhole(receipt, on.workspace().get())) {
        if (going.waits()) {
          return true;
        }
        throw problem("Not done in every system yet.", "It is tried again.");
      }
    } catch (ProblemException e) {
      if (e.problems().stream().noneMatch(p -> p.code() == RequestProblem.PLAN)) {
        stopped(going, told(e.problems()));
      }
      if (e.problems().stream().anyMatch(p -> p.code() == RequestProblem.REVIEW)) {
        return false; // it goes on once somebody has decided
      }
      throw e;
    }
    return false;
  }

  private static void whole(dev.upheld.engine.Receipt receipt) {
    if (!receipt.isWhole()) {
      throw problem("Not done in every system yet.", "It is tried again.");
    }
  }

  /** The copy alone was asked for: the journal has it already. */
  private void copied(CaseRef request, String digest) {
    String receipt = JSON.writeValueAsString(Map.of("copy", digest));
    on.store()
        .inTransaction(
            tx ->
                tx.update(REQUEST_PLAN)
                    .set(REQUEST_PLAN.SYSTEMS_DONE, 1)
                    .set(REQUEST_PLAN.RECEIPT, receipt)
                    .set(REQUEST_PLAN.RECEIPT_AT, on.clock().instant())
                    .setNull(REQUEST_PLAN.STOPPED)
                    .where(REQUEST_PLAN.REF.eq(request.value()))
                    .and(REQUEST_PLAN.DIGEST.eq(digest))
                    .and(REQUEST_PLAN.RECEIPT.isNull())
                    .execute());
  }

  private static String told(List<Problem> problems) {
    return problems.stream().map(p -> p.what() + " " + p.mend()).collect(Collectors.joining(" "));
  }

  private void stopped(WorkRow going, String why) {
    on.store()
        .inTransaction(
            tx ->
                tx.update(REQUEST_PLAN)
                    .set(REQUEST_PLAN.STOPPED, why)
                    .where(REQUEST_PLAN.REF.eq(going.request().value()))
                    .and(REQUEST_PLAN.DIGEST.eq(going.digest()))
                    .execute());
  }

  /** What was done, and what was not; the receipt is signed once all of it was. */
  private void keep(
      WorkRow going,
      dev.upheld.engine.Receipt receipt,
      int copies,
      String what,
      Consumer<DSLContext> first) {
    int erased = (int) receipt.systems().stream().filter(SystemReceipt::isDone).count();
    int done = copies + erased;
    Instant now = on.clock().instant();
    Workspace here = on.workspace().get();
    if (!ByHand.isWhole(receipt, here)) {
      String why =
          receipt.systems().stream()
              .filter(s -> !s.isDone() && !ByHand.is(here, s.system()))
              .map(s -> s.system() + ": " + String.join(" ", s.trouble()))
              .collect(Collectors.joining(" "));
      on.store()
          .inTransaction(
              tx ->
                  tx.update(REQUEST_PLAN)
                      .set(REQUEST_PLAN.SYSTEMS_DONE, done)
                      .set(REQUEST_PLAN.STOPPED, why)
                      .where(REQUEST_PLAN.REF.eq(going.request().value()))
                      .and(REQUEST_PLAN.DIGEST.eq(going.digest()))
                      .execute());
      return;
    }
    String signed = receipt.signed(on.signing().current()).toString();
    on.store()
        .inTransaction(
            tx -> {
              first.accept(tx);
              int rows =
                  tx.update(REQUEST_PLAN)
                      .set(REQUEST_PLAN.SYSTEMS_DONE, done)
                      .set(REQUEST_PLAN.RECEIPT, signed)
                      .set(REQUEST_PLAN.RECEIPT_AT, now)
                      .setNull(REQUEST_PLAN.STOPPED)
                      .where(REQUEST_PLAN.REF.eq(going.request().value()))
                      .and(REQUEST_PLAN.DIGEST.eq(going.digest()))
                      .and(REQUEST_PLAN.RECEIPT.isNull())
                      .execute();
              if (rows == 1) {
                on.journal()
                    .append(
                        tx,
                        Draft.of(
                            what,
                            Map.of(
                                "request",
                                going.request().value(),
                                "plan",
                                receipt.plan(),
                                "systems",
                                erased)));
              }
              return rows;
            });
  }

  @Override
  public Optional<RequestWork.Progress> progress(CaseRef request) {
    return row(request)
        .filter(r -> r.getApproved() != null)
        .map(
            r -> {
              WorkPlan plan = WorkPlan.of(r).less(file(request));
              return new RequestWork.Progress(
                  r.getSystemsDone(),
                  plan.steps(this::isByHand),
                  new RequestWork.Rows(r.getRowsDone(), plan.rows()),
                  receipt(r, plan),
                  Optional.ofNullable(r.getStopped()).filter(_ -> r.getPaused() == null),
                  Optional.ofNullable(r.getPaused())
                      .filter(_ -> !Jobs.isAtWork(on.store().dsl(), JOB, request.value())));
            });
  }

  private Optional<RequestWork.Receipt> receipt(RequestPlanRecord row, WorkPlan plan) {
    return Optional.ofNullable(row.getReceipt())
        .map(
            _ ->
                new RequestWork.Receipt(
                    row.getDigest().substring(0, 12),
                    row.getReceiptAt(),
                    plan.lines(this::isByHand)));
  }
}
