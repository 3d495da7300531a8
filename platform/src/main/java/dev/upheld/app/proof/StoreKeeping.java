package dev.upheld.app.proof;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.keep.Book;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Untold;
import dev.upheld.probe.watch.Agenda;
import dev.upheld.probe.watch.ProbeSchedule;
import dev.upheld.probe.watch.Retries;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Keeps what a command measured; the telling is left to the server, and so is the register: what is
 * promised is said by the workspace servers work by, not by whatever copy a command was run in.
 */
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

  /**
   * The report, judged by everything that is kept; what the register has otherwise, by its own run.
   *
   * @return with a note when some of it does not count for the store
   */
  public ProveReport keep(Workspace workspace, ProveReport report, Progress progress) {
    try (Store store = Store.open(address, progress)) {
      Keeper keeper =
          new Keeper(store, new Journal(store, clock), clock, schedule::freshness, Untold.later());
      Snapshot snapshot = Snapshot.of(workspace);
      keeper.begin(snapshot.company(), snapshot.statements());
      keeper.keep(report.results(), tx -> plan(tx, report));
      Book book = Ledger.read(store.dsl());
      ProveReport judged = new Judging(schedule, clock).of(report, snapshot, book);
      return differing(snapshot, book).map(judged::noting).orElse(judged);
    }
  }

  /** What does not count, and what could not be seen from here, the server measures itself. */
  private void plan(DSLContext tx, ProveReport report) {
    Map<PromiseId, String> registered = Agenda.registered(tx);
    Map<Instant, List<PromiseId>> next = new HashMap<>();
    for (PromiseResult result : report.results()) {
      PromiseId id = result.promise().id();
      boolean counts =
          result.evidence().stream().anyMatch(e -> e.digest().equals(registered.get(id)));
      if (counts) {
        Instant at = Retries.unseen(result) ? report.at() : schedule.next(id, report.at());
        next.computeIfAbsent(at, t -> new ArrayList<>()).add(id);
      }
    }
    next.forEach((at, promises) -> Agenda.measured(tx, promises, at));
  }

  private static Optional<String> differing(Snapshot snapshot, Book book) {
    long count =
        snapshot.statements().stream()
            .filter(
                s ->
                    Optional.ofNullable(book.statements().get(s.promise()))
                        .filter(r -> r.digest().equals(s.digest()))
                        .isEmpty())
            .count();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            (count == 1 ? "1 promise is" : count + " promises are")
                + " worded or bound otherwise in the store's register: judged by this run alone,"
                + " and it does not count there.");
  }
}
