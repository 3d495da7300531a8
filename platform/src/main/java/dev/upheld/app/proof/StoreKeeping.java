package dev.upheld.app.proof;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Untold;
import dev.upheld.probe.watch.Agenda;
import dev.upheld.probe.watch.ProbeSchedule;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.verdict.Evidence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Keeps what a command measured, as a server would; the telling is left to the server. */
public final class StoreKeeping {
  private final StoreAddress address;
  private final ProbeSchedule schedule;
  private final InstantSource clock;

  /**
   * @param schedule of the servers on that store
   */
  public StoreKeeping(StoreAddress address, ProbeSchedule schedule, InstantSource clock) {
    this.address = address;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** The report, judged by everything that is kept. */
  public ProveReport keep(Workspace workspace, ProveReport report, Progress progress) {
    try (Store store = Store.open(address, progress)) {
      Keeper keeper =
          new Keeper(store, new Journal(store, clock), clock, schedule::freshness, Untold.later());
      Snapshot snapshot = Snapshot.of(workspace);
      keeper.register(snapshot.company(), snapshot.statements());
      List<Evidence> evidence =
          report.results().stream().flatMap(r -> r.evidence().stream()).toList();
      List<PromiseId> measured = evidence.stream().map(Evidence::promise).distinct().toList();
      keeper.keep(
          evidence, Optional.empty(), tx -> plan(tx, measured, report.at()), (tx, kept) -> {});
      return new Judging(schedule, clock).of(report, snapshot, Ledger.read(store.dsl()));
    }
  }

  private void plan(DSLContext tx, List<PromiseId> measured, Instant at) {
    measured.stream()
        .collect(Collectors.groupingBy(p -> schedule.next(p, at)))
        .forEach((next, promises) -> Agenda.measured(tx, promises, next));
  }
}
