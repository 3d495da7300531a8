package dev.upheld.app.serve;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Deferring;
import dev.upheld.engine.Plan;
import dev.upheld.engine.PlanJson;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.job.Jobs;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.Deferral;
import dev.upheld.register.Deferrals;
import dev.upheld.register.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Erases every day what was kept until that day. The officer who approved the first plan approved
 * the day as well; nothing more than what stayed then is touched. One that cannot be done stops no
 * other, and says why.
 */
final class DeferralWork {
  private static final Duration LOOK = Duration.ofHours(1);

  private final Parts on;

  /** What it stands on. */
  record Parts(
      Supplier<Workspace> workspace,
      Deferrals deferrals,
      Deferring deferring,
      Remembering remembering,
      SigningKeys signing,
      InstantSource clock) {}

  DeferralWork(Parts on) {
    this.on = on;
  }

  /** Names its job. */
  DeferralWork plan(Jobs jobs) {
    jobs.every("erasure.deferred", LOOK, run -> look(() -> run.stopping() || run.leaseInDoubt()));
    return this;
  }

  /**
   * Does what is due.
   *
   * @return how many were done
   */
  int look(BooleanSupplier halt) {
    LocalDate today = on.clock().instant().atZone(on.workspace().get().zone()).toLocalDate();
    int done = 0;
    for (Deferral deferral : on.deferrals().due(today)) {
      if (halt.getAsBoolean()) {
        return done;
      }
      try {
        done += erase(deferral, today) ? 1 : 0;
      } catch (ProblemException e) {
        on.deferrals()
            .stopped(
                deferral,
                e.problems().stream()
                    .map(p -> p.what() + " " + p.mend())
                    .collect(Collectors.joining(" ")));
      }
    }
    return done;
  }

  private boolean erase(Deferral deferral, LocalDate today) {
    Workspace workspace = on.workspace().get();
    Optional<Receipt> before =
        deferral.plan().map(PlanJson::kept).flatMap(p -> on.deferring().done(workspace, p));
    if (before.isPresent()) {
      return keep(deferral, before.get());
    }
    Planned planned = on.deferring().plan(workspace, deferral);
    Plan plan = planned.plan();
    if (plan.touched() == 0) {
      Optional<LocalDate> next = next(plan, today);
      next.ifPresent(day -> on.deferrals().later(deferral, day));
      if (next.isEmpty()) {
        on.deferrals().stopped(deferral, nothing(plan));
      }
      return false;
    }
    on.deferrals().planned(deferral, PlanJson.keep(plan));
    Receipt receipt = on.deferring().act(planned);
    if (!receipt.isWhole()) {
      on.deferrals()
          .stopped(
              deferral,
              receipt.systems().stream()
                  .flatMap(s -> s.trouble().stream())
                  .collect(Collectors.joining(" ")));
      return false;
    }
    return keep(deferral, receipt);
  }

  /** The day a row was thought to end can move, as where its clock was corrected. */
  private static Optional<LocalDate> next(Plan plan, LocalDate today) {
    return plan.systems().stream()
        .flatMap(s -> s.steps().stream())
        .flatMap(s -> s.kept().stream())
        .map(kept -> kept.first().or(kept::until))
        .flatMap(Optional::stream)
        .filter(day -> day.isAfter(today))
        .min(LocalDate::compareTo);
  }

  private static String nothing(Plan plan) {
    return plan.systems().stream()
            .flatMap(s -> s.unreachable().stream())
            .findFirst()
            .orElse("Nothing of what was kept may go yet, and no day is known any more.")
        + " Look at the plan of the first erasure and at the data map.";
  }

  /** Older copies hold what is erased now: it is remembered like any other erasure. */
  private boolean keep(Deferral deferral, Receipt receipt) {
    Instant at =
        receipt.systems().stream()
            .flatMap(s -> s.at().stream())
            .max(Instant::compareTo)
            .orElseThrow();
    List<Tombstone> people =
        deferral.people().stream()
            .map(
                t ->
                    new Tombstone(
                        receipt.plan(),
                        t.system(),
                        t.word(),
                        t.fingerprint(),
                        t.erased(), // whoever came back since has younger rows
                        t.reach(),
                        at.plus(on.remembering().backups()),
                        t.tag()))
            .toList();
    on.remembering().keep(receipt, people);
    return on.deferrals()
        .done(
            deferral,
            receipt.plan(),
            receipt.signed(on.signing().current()).toString(),
            on.clock().instant());
  }
}
