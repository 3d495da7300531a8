package dev.upheld.app.proof;

import static dev.upheld.store.generated.Tables.PROBE_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Claims;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.MovingClock;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Teller;
import dev.upheld.probe.watch.Agenda;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A command's run joins what is kept. */
class StoreKeepingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Workspace DEMO = demo("");
  private static final Workspace PRODUCTION = demo("db.nimbus.example");
  private static final Workspace TEST = demo("test.nimbus.example");
  private static final ProbeSchedule SCHEDULE = ProbeSchedule.daily(DEMO.zone());
  private static final Promise FIRST = DEMO.promises().getFirst();

  private final StoreAddress.External address = Stores.freshAddress();
  private final MovingClock clock = new MovingClock(NOW);

  /**
   * @param host of its systems; empty where nothing says how to reach them
   */
  private static Workspace demo(String host) {
    Map<String, String> env =
        Map.of(
            "UPHELD_DEMO_HOST", host,
            "UPHELD_DEMO_EU_PORT", "5432",
            "UPHELD_DEMO_US_PORT", "5433",
            "UPHELD_DEMO_USER", "upheld",
            "UPHELD_DEMO_PASSWORD", "secret");
    References references = References.machine();
    return Workspaces.read(
            Path.of("..", "examples", "demo"),
            host.isEmpty() ? references : references.overlaid(env),
            LocalDate.of(2026, 11, 22))
        .workspace()
        .orElseThrow();
  }

  private PromiseResult run(Outcome outcome) {
    return prove(DEMO, outcome).results().getFirst();
  }

  private ProveReport prove(Workspace workspace, Outcome outcome) {
    Claim claim = Claims.of(FIRST, Snapshot.of(workspace).assignment());
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
                    outcome == Outcome.UNSEEN ? ExitCode.Cause.NOT_SEEN : ExitCode.Cause.MEASURED,
                    Optional.empty())),
            List.of());
    return new StoreKeeping(address, SCHEDULE, clock).keep(workspace, report, Progress.SILENT);
  }

  private void served(Workspace workspace) {
    try (Store store = Stores.open(address)) {
      Snapshot snapshot = Snapshot.of(workspace);
      new Keeper(store, new Journal(store, clock), clock, SCHEDULE::freshness, Teller.NOBODY)
          .register(snapshot.company(), snapshot.statements());
      Agenda.ask(store.dsl(), FIRST.id(), clock.instant());
    }
  }

  private Verdict standing() {
    try (Store store = Stores.open(address)) {
      return Ledger.standing(store.dsl(), FIRST.id()).orElseThrow().verdict();
    }
  }

  private Instant due() {
    try (Store store = Stores.open(address)) {
      return store
          .dsl()
          .selectFrom(PROBE_SCHEDULE)
          .where(PROBE_SCHEDULE.PROMISE.eq(FIRST.id().toString()))
          .fetchSingle()
          .getDueAt();
    }
  }

  @Test
  void whatIsSeenInAnotherDatabaseHealsNothingInTheStore() {
    served(PRODUCTION);
    assertThat(prove(PRODUCTION, Outcome.VIOLATED).note()).isEmpty();
    Instant planned = due();
    assertThat(planned).isAfter(NOW);
    clock.forward(Duration.ofMinutes(5));
    ProveReport report = prove(TEST, Outcome.CLEAN);
    assertThat(report.results().getFirst().verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(report.note().orElseThrow()).contains("judged by this run alone");
    assertThat(standing()).isEqualTo(Verdict.BROKEN);
    assertThat(due()).isEqualTo(planned);
    try (Store store = Stores.open(address)) {
      assertThat(Ledger.latest(store.dsl(), FIRST.id(), 10)).hasSize(2);
      assertThat(List.copyOf(Ledger.read(store.dsl()).statements().values()))
          .containsExactlyInAnyOrderElementsOf(Snapshot.of(PRODUCTION).statements());
    }
  }

  @Test
  void whatACommandCouldNotSeeTheServerMeasuresAtOnce() {
    served(PRODUCTION);
    assertThat(prove(PRODUCTION, Outcome.CLEAN).note()).isEmpty();
    assertThat(due()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    clock.forward(Duration.ofMinutes(5));
    prove(PRODUCTION, Outcome.UNSEEN);
    assertThat(due()).isEqualTo(clock.instant());
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
