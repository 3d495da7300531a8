package dev.upheld.probe.watch;

import static dev.upheld.probe.watch.Watched.DOORS;
import static dev.upheld.probe.watch.Watched.WINDOWS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.MovingClock;
import dev.upheld.probe.keep.Sample;
import dev.upheld.probe.keep.Statement;
import dev.upheld.probe.keep.Teller;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is measured again before its day: what was missed, and what is worded otherwise by now. */
class ProofRegisterTest {
  private final Store store = Stores.fresh();
  private final MovingClock clock = new MovingClock(Sample.NOW);
  private final Watched watched = new Watched(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  private static int due(ProofWork work) {
    return work.due(() -> true);
  }

  /** The same promises, of which another server words the doors otherwise. */
  private List<Statement> otherwise() {
    return Statement.of(watched.assignment()).stream()
        .map(
            s ->
                s.promise().equals(DOORS)
                    ? new Statement(
                        DOORS, Sample.digest(7), s.way(), s.kind(), s.duty(), "Doors are watched.")
                    : s)
        .toList();
  }

  private String registered() {
    return requireNonNull(Ledger.read(store.dsl()).statements().get(DOORS)).digest();
  }

  /** The minutes at which something is measured in the next hours. */
  private List<Long> measuredAt(ProofWork work, int hours) {
    List<Long> minutes = new ArrayList<>();
    for (long minute = 1; minute <= hours * 60L; minute++) {
      clock.forward(Duration.ofMinutes(1));
      if (due(work) > 0) {
        minutes.add(minute);
      }
    }
    return minutes;
  }

  @Test
  void aSystemThatIsAwayIsAskedAgainAfterEverLongerPauses() {
    AtomicReference<Outcome> found = new AtomicReference<>(Outcome.UNSEEN);
    ProofWork work = watched.work(p -> p.id().equals(DOORS) ? found.get() : Outcome.CLEAN);
    assertThat(due(work)).isEqualTo(2);
    assertThat(measuredAt(work, 3)).containsExactly(10L, 30L, 70L, 150L);
    assertThat(watched.kept(WINDOWS)).isEqualTo(1);
    found.set(Outcome.CLEAN);
    clock.forward(Duration.ofMinutes(130)); // at 310 minutes
    assertThat(due(work)).isEqualTo(1);
    clock.forward(Duration.ofHours(1));
    assertThat(due(work)).isZero();
    found.set(Outcome.UNSEEN);
    Agenda.ask(store.dsl(), DOORS, clock.instant());
    assertThat(due(work)).isEqualTo(1);
    clock.forward(Duration.ofMinutes(10));
    assertThat(due(work)).as("missed anew, so soon again").isEqualTo(1);
  }

  @Test
  void whatIsNeverSeenIsTriedOnceADayInTheEnd() {
    ProofWork work = watched.work(p -> Outcome.UNSEEN);
    due(work);
    for (int i = 0; i < 10; i++) {
      clock.forward(Duration.ofDays(1));
      assertThat(due(work)).isEqualTo(2);
      clock.forward(Duration.ofHours(1));
      assertThat(due(work)).isZero();
    }
  }

  @Test
  void whatAnotherServerWordsOtherwiseIsLeftToItUntilItIsGone() {
    ProofWork work = watched.work(p -> Outcome.CLEAN);
    due(work);
    Keeper newer = watched.keeper(Teller.NOBODY);
    newer.restore("nimbus", otherwise());
    clock.forward(Duration.ofMinutes(1));
    assertThat(due(work)).isZero();
    assertThat(registered()).isEqualTo(Sample.digest(7));
    clock.forward(Duration.ofMinutes(10));
    assertThat(due(work)).as("its server never came").isEqualTo(1);
    assertThat(registered()).isNotEqualTo(Sample.digest(7));
    assertThat(watched.kept(DOORS)).isEqualTo(2);
  }

  @Test
  void whatIsWordedOtherwiseWhileItIsMeasuredStaysDue() {
    Keeper newer = watched.keeper(Teller.NOBODY);
    ProofWork work =
        watched.work(
            p -> {
              if (p.id().equals(DOORS)) {
                newer.restore("nimbus", otherwise());
              }
              return Outcome.CLEAN;
            });
    due(work);
    clock.forward(Duration.ofSeconds(1));
    assertThat(Agenda.due(store.dsl(), List.of(DOORS, WINDOWS), clock.instant()))
        .containsExactly(DOORS);
    assertThat(Agenda.registered(store.dsl()))
        .containsAllEntriesOf(Map.of(DOORS, Sample.digest(7)));
  }
}
