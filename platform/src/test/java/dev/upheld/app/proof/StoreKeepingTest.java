package dev.upheld.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Claims;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.MovingClock;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.watch.ProbeSchedule;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Claim;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A command's run joins what is kept. */
class StoreKeepingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Workspace DEMO =
      Workspaces.read(
              Path.of("..", "examples", "demo"), References.machine(), LocalDate.of(2026, 11, 22))
          .workspace()
          .orElseThrow();
  private static final Promise FIRST = DEMO.promises().getFirst();

  private final StoreAddress.External address = Stores.freshAddress();
  private final MovingClock clock = new MovingClock(NOW);

  private PromiseResult run(Outcome outcome) {
    Claim claim = Claims.of(FIRST, Snapshot.of(DEMO).assignment());
    Evidence evidence =
        new Evidence(
            FIRST.id(),
            claim.digest(),
            Evidence.Source.PROBE,
            outcome,
            "Seen.",
            List.of(),
            new Coverage(1, 1, 1),
            clock.instant(),
            Duration.ZERO,
            List.of(),
            List.of(),
            Optional.empty());
    ProveReport report =
        new ProveReport(
            clock.instant(),
            Duration.ZERO,
            List.of(
                new PromiseResult(
                    FIRST,
                    Verdicts.judge(claim, List.of(evidence), clock.instant(), Freshness.daily()),
                    List.of(evidence),
                    ExitCode.Cause.MEASURED,
                    Optional.empty())),
            List.of());
    ProveReport kept =
        new StoreKeeping(address, ProbeSchedule.daily(DEMO.zone()), clock)
            .keep(DEMO, report, Progress.SILENT);
    return kept.results().getFirst();
  }

  @Test
  void aCounterExampleOfAnEarlierRunStaysUntilACleanOne() {
    assertThat(run(Outcome.VIOLATED).verdict()).isEqualTo(Verdict.BROKEN);
    clock.forward(Duration.ofMinutes(5));
    assertThat(run(Outcome.UNSEEN).verdict()).isEqualTo(Verdict.BROKEN);
    clock.forward(Duration.ofMinutes(5));
    assertThat(run(Outcome.CLEAN).verdict()).isEqualTo(Verdict.UPHELD);
    try (Store store = Stores.open(address)) {
      assertThat(Ledger.latest(store.dsl(), FIRST.id(), 10)).hasSize(3);
      assertThat(Ledger.read(store.dsl()).statements()).hasSize(DEMO.promises().size());
    }
  }
}
