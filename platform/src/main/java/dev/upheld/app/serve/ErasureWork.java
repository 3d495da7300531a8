package dev.upheld.app.serve;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Deaths;
import dev.upheld.duty.request.Departed;
import dev.upheld.duty.request.Requests;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.ErasureGround;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.Plan;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Subject;
import dev.upheld.engine.SystemReceipt;
import dev.upheld.kernel.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Erasures for requests: plans them, and carries them out. */
final class ErasureWork {
  private static final String MINOR = "minor-erasure";
  private static final Set<String> RIGHTS = Set.of("erasure", MINOR);

  private final Supplier<Workspace> workspace;
  private final Erasing erasing;
  private final Remembering remembering;
  private final Requests requests;

  ErasureWork(
      Supplier<Workspace> workspace, Erasing erasing, Remembering remembering, Requests requests) {
    this.workspace = workspace;
    this.erasing = erasing;
    this.remembering = remembering;
    this.requests = requests;
  }

  static boolean isAsked(CaseFile file) {
    Optional<Departed> departed = Deaths.departed(file);
    if (departed.isPresent()) {
      return departed.filter(Departed::erases).isPresent();
    }
    return CopyWork.rights(file).stream().anyMatch(RIGHTS::contains);
  }

  /** Where a duty to keep is likely and nobody read it, the data is kept: that can be mended. */
  Planned plan(CaseFile file) {
    Workspace now = workspace.get();
    Subject subject = AskedBy.of(now.charter(), file);
    ErasureGround ground = ground(file);
    Planned first = erasing.plan(now, subject, ErasureOrder.on(ground), Progress.SILENT);
    if (first.plan().undecided().isEmpty()) {
      return first;
    }
    Set<String> keep =
        first.plan().undecided().stream()
            .map(u -> u.substring(0, u.indexOf(':')))
            .collect(Collectors.toSet());
    ErasureOrder order = new ErasureOrder(ground, keep, Set.of(), false);
    return erasing.plan(now, subject, order, Progress.SILENT);
  }

  private static ErasureGround ground(CaseFile file) {
    if (Deaths.departed(file).isPresent()) {
      return ErasureGround.DEATH;
    }
    return CopyWork.rights(file).contains(MINOR) ? ErasureGround.CHILD : ErasureGround.PROMISE;
  }

  Receipt act(CaseFile file, Plan approved, WorkRow going) {
    Planned planned = plan(file);
    Receipt receipt =
        erasing
            .pausing(going::waits)
            .act(planned, approved, false, (_, rows, _) -> going.reached(rows));
    remembering.erased(planned, done(receipt));
    return receipt;
  }

  /**
   * Of a whole receipt, what programs did: a system that people work in must not make forgotten
   * what was erased, or is kept until a day, in all others.
   */
  private Receipt done(Receipt receipt) {
    return ByHand.isWhole(receipt, workspace.get())
        ? new Receipt(
            receipt.plan(),
            receipt.person(),
            receipt.systems().stream().filter(SystemReceipt::isDone).toList())
        : receipt;
  }

  /** Puts into the file what the person is told of it; first of all in the transaction. */
  void tell(DSLContext tx, CaseRef request, Plan done, Receipt receipt) {
    Workspace now = workspace.get();
    LocalDate on =
        receipt.systems().stream()
            .flatMap(s -> s.at().stream())
            .max(Instant::compareTo)
            .map(at -> at.atZone(now.zone()).toLocalDate())
            .orElseGet(requests::today);
    requests.erasures().keep(tx, request, ToldErasure.of(done, done(receipt), now, on));
    requests.deaths().done(tx, request);
  }
}
