package dev.upheld.probe.watch;

import static dev.upheld.probe.watch.Watched.DOORS;
import static dev.upheld.probe.watch.Watched.FAST;
import static dev.upheld.probe.watch.Watched.WINDOWS;
import static dev.upheld.store.generated.Tables.PROBE_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.Promise;
import dev.upheld.job.Jobs;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.ProbeProblem;
import dev.upheld.probe.Prove;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.MovingClock;
import dev.upheld.probe.keep.Sample;
import dev.upheld.probe.keep.Standing;
import dev.upheld.probe.keep.Teller;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.generated.tables.records.ProbeRunRecord;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Measured when due, by one server at a time, however servers end. */
class ProofWorkTest {
  private final StoreAddress.External address = Stores.freshAddress();
  private final Store store = Stores.open(address);
  private final MovingClock clock = new MovingClock(Sample.NOW);
  private final Watched watched = new Watched(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  private static int due(ProofWork work) {
    return work.due(() -> true);
  }

  @Test
  void measuresOnceADayWhatCanBeMeasured() {
    ProofWork work = watched.work(p -> Outcome.CLEAN);
    assertThat(due(work)).isEqualTo(2);
    assertThat(due(work)).isZero();
    clock.forward(Duration.ofHours(23));
    assertThat(due(work)).isZero();
    clock.forward(Duration.ofHours(1));
    assertThat(due(work)).isEqualTo(2);
    assertThat(watched.kept(DOORS)).isEqualTo(2);
  }

  @Test
  void whatSomebodyAsksForIsMeasuredNowAndAlsoWhenAskedWhileItRuns() {
    List<String> measured = new ArrayList<>();
    BlockingQueue<Runnable> meanwhile = new LinkedBlockingQueue<>();
    ProofWork work =
        watched.work(
            p -> {
              measured.add(p.id().subject());
              Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
              return Outcome.CLEAN;
            });
    due(work);
    measured.clear();
    clock.forward(Duration.ofMinutes(1));
    Agenda.ask(store.dsl(), DOORS, clock.instant());
    meanwhile.add(
        () -> {
          clock.forward(Duration.ofSeconds(1));
          Agenda.ask(store.dsl(), DOORS, clock.instant());
        });
    assertThat(due(work)).isEqualTo(1);
    assertThat(due(work)).isEqualTo(1);
    assertThat(due(work)).isZero();
    assertThat(measured).containsExactly("doors", "doors");
  }

  @Test
  void howFarARunIsCanBeReadWhileItGoesOn() {
    List<ProbeRunRecord> seen = new ArrayList<>();
    due(
        watched.work(
            p -> {
              seen.add(Agenda.runs(store.dsl(), 1).getFirst());
              return Outcome.CLEAN;
            }));
    assertThat(seen.getFirst().getStep()).isEqualTo("looking");
    assertThat(seen.getFirst().getDone()).isEqualTo(1);
    assertThat(seen.getFirst().getTotal()).isEqualTo(2);
    assertThat(seen.getFirst().getEndedAt()).isNull();
    assertThat(Agenda.runs(store.dsl(), 1).getFirst().getEndedAt()).isNotNull();
  }

  @Test
  void whatAServerFindsAfterAnotherTookItsRunOverIsThrownAway() {
    ProofWork second = watched.work(p -> Outcome.CLEAN);
    ProofWork first =
        watched.work(
            p -> {
              if (p.id().equals(DOORS)) {
                due(second);
              }
              return Outcome.VIOLATED;
            });
    assertThat(due(first)).isZero();
    assertThat(watched.kept(DOORS)).isEqualTo(1);
    assertThat(watched.kept(WINDOWS)).isEqualTo(1);
    assertThat(due(second)).isZero();
  }

  @Test
  void everythingIsMeasuredAtOnceAndThenNotDueForADay() {
    ProofWork work = watched.work(p -> Outcome.CLEAN);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Progress progress = (step, done, total) -> heard.add(step);
    assertThat(work.everything(progress).orElseThrow().results()).hasSize(3);
    assertThat(heard).contains("looking");
    assertThat(due(work)).isZero();
    clock.forward(Duration.ofHours(12));
    assertThat(work.everything(Progress.SILENT)).isPresent();
    assertThat(watched.kept(DOORS)).isEqualTo(2);
    clock.forward(Duration.ofHours(23));
    assertThat(due(work)).isZero();
    clock.forward(Duration.ofHours(1));
    assertThat(due(work)).isEqualTo(2);
  }

  @Test
  void aLeaseInDoubtKeepsNothingAndLeavesItDue() {
    ProofWork work = watched.work(p -> Outcome.VIOLATED);
    assertThat(work.due(() -> false)).isZero();
    assertThat(watched.kept(DOORS)).isZero();
    assertThat(due(work)).isEqualTo(2);
  }

  @Test
  void aRunThatFailsSaysSoAndIsTriedAgainLater() {
    ProofWork work =
        new ProofWork(
            store,
            watched.keeper((tx, changes) -> {}),
            clock,
            new ProofWork.Means(
                () -> Optional.of(watched.assignment()), new FailingProver(), watched.schedule()));
    assertThatThrownBy(() -> work.everything(Progress.SILENT)).hasMessageContaining("Out of order");
    assertThat(Agenda.runs(store.dsl(), 1).getFirst().getFailed()).isEqualTo("Out of order.");
    assertThat(due(work)).isZero();
    clock.forward(Duration.ofMinutes(9));
    due(work);
    assertThat(Agenda.runs(store.dsl(), 10)).hasSize(1);
    clock.forward(Duration.ofMinutes(2));
    due(work);
    assertThat(Agenda.runs(store.dsl(), 10)).hasSize(2);
  }

  @Test
  void aFaultOfOursInJudgingMakesOldGreenUnproven() {
    due(watched.work(p -> Outcome.CLEAN));
    clock.forward(Duration.ofDays(1));
    ProofWork failing =
        watched.work(
            p -> {
              throw new IllegalStateException("jane.doe@example.org");
            });
    assertThat(due(failing)).isEqualTo(2);
    assertThat(Ledger.standing(store.dsl(), DOORS).map(Standing::verdict))
        .contains(Verdict.UNPROVEN);
  }

  @Test
  void aFaultOfOursEndsTheRunWithoutItsMessageAndIsTriedAgainLater() {
    Teller failing =
        (tx, changes) -> {
          throw new IllegalStateException("jane.doe@example.org");
        };
    ProofWork work = watched.work(p -> Outcome.VIOLATED, failing);
    assertThat(due(work)).isZero();
    ProbeRunRecord run = Agenda.runs(store.dsl(), 1).getFirst();
    assertThat(run.getEndedAt()).isNotNull();
    assertThat(run.getFailed()).contains("IllegalStateException").doesNotContain("jane.doe");
    clock.forward(Duration.ofMinutes(9));
    assertThat(due(work)).isZero();
    assertThat(Agenda.runs(store.dsl(), 10)).hasSize(1);
    clock.forward(Duration.ofMinutes(2));
    assertThat(due(watched.work(p -> Outcome.VIOLATED))).isEqualTo(2);
  }

  @Test
  void allThatFailedIsDueAgainAtOneInstant() {
    InstantSource running = // no two looks at it are the same
        () -> {
          clock.forward(Duration.ofMillis(1));
          return clock.instant();
        };
    ProofWork work =
        new ProofWork(
            store,
            watched.keeper((tx, changes) -> {}),
            running,
            new ProofWork.Means(
                () -> Optional.of(watched.assignment()), new FailingProver(), watched.schedule()));
    due(work);
    assertThat(store.dsl().fetchCount(PROBE_SCHEDULE)).isEqualTo(2);
    assertThat(store.dsl().selectDistinct(PROBE_SCHEDULE.DUE_AT).from(PROBE_SCHEDULE).fetch())
        .hasSize(1);
  }

  private static final class FailingProver implements Prover {
    @Override
    public boolean measures(Promise promise) {
      return promise.kind().equals("watch");
    }

    @Override
    public Prove prove(Progress progress) {
      throw new ProblemException(Problem.of(ProbeProblem.FAULT, "Out of order.", "Mend it."));
    }
  }

  @Test
  void twoServersNeverMeasureTheSameTwice() throws InterruptedException {
    BlockingQueue<String> measured = new LinkedBlockingQueue<>();
    try (Store other = Stores.open(address);
        Jobs here = jobs(store, measured);
        Jobs there = jobs(other, measured)) {
      here.start();
      there.start();
      assertThat(measured.poll(60, TimeUnit.SECONDS)).isNotNull();
      assertThat(measured.poll(60, TimeUnit.SECONDS)).isNotNull();
      assertThat(measured.poll(7, TimeUnit.SECONDS)).isNull();
    }
    assertThat(watched.kept(DOORS)).isEqualTo(1);
    assertThat(watched.kept(WINDOWS)).isEqualTo(1);
    assertThat(Agenda.runs(store.dsl(), 10)).hasSize(1);
  }

  private static Jobs jobs(Store store, BlockingQueue<String> measured) {
    InstantSource system = InstantSource.system();
    return new Watched(store, system)
        .work(
            p -> {
              measured.add(p.id().toString());
              return Outcome.CLEAN;
            })
        .plan(new Jobs(store, FAST, system));
  }

  @Test
  void theRunOfAKilledServerIsTakenOver() throws InterruptedException {
    BlockingQueue<String> measured = new LinkedBlockingQueue<>();
    try (ChildJvm child =
        ChildJvm.start(
            HangingMain.class,
            address.jdbcUrl(),
            address.owner(),
            address.run(),
            address.runPassword().reveal())) {
      child.await("MEASURING");
      try (Jobs jobs = jobs(store, measured)) {
        jobs.start();
        child.kill();
        assertThat(measured.poll(60, TimeUnit.SECONDS)).isNotNull();
        assertThat(measured.poll(60, TimeUnit.SECONDS)).isNotNull();
      }
    }
    assertThat(watched.kept(DOORS)).isEqualTo(1);
    assertThat(Agenda.runs(store.dsl(), 10))
        .extracting(r -> r.getFailed() == null)
        .containsExactly(true, false);
  }
}
