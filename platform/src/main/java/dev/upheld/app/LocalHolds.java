package dev.upheld.app;

import dev.upheld.app.serve.Recognised;
import dev.upheld.app.serve.Wiring;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.CliProblem;
import dev.upheld.edge.cli.HoldKeeper;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.HoldingRows;
import dev.upheld.engine.Known;
import dev.upheld.engine.RowsAsked;
import dev.upheld.engine.Subject;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Holds in the store of this machine; without a store nobody would see them. */
record LocalHolds(StoreHome home, Function<Workspace, LocalStore> stores, InstantSource clock)
    implements HoldKeeper {

  private <T> T stored(Workspace workspace, Function<Holds, T> work) {
    LocalStore local = stores.apply(workspace);
    if (!local.isThere()) {
      throw new ProblemException(
          Problem.of(
              CliProblem.NO_STORE,
              "This machine has no store, and holds are kept there.",
              "Start `upheld serve` once, or set UPHELD_HOME to where the store is."));
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      return work.apply(
          new Holds(
              store, new Journal(store, clock), Wiring.caseKeys(local.settings(), home), clock));
    }
  }

  private KeyedHash people() {
    return KeyedHash.in(home.keys().resolve("people").resolve("hash.key"));
  }

  private Erasing finding() {
    return new Erasing(ActConnector::open, Wiring.partnering(home, clock), clock, people());
  }

  private Set<String> prints(Workspace workspace, Subject subject) {
    return new Recognised(() -> workspace, finding(), new Fingerprints(people()))
        .of(subject.identifiers());
  }

  @Override
  public HoldKeeper.Placed add(Workspace workspace, Subject subject, Holds.New hold) {
    UUID id =
        stored(workspace, holds -> holds.set(hold, prints(workspace, subject), Optional.empty()));
    return new HoldKeeper.Placed(id, rows(workspace, subject));
  }

  /** The hold is set whatever becomes of this. */
  private List<HoldingRows.Counted> rows(Workspace workspace, Subject subject) {
    try {
      return Known.rows(finding(), workspace, subject);
    } catch (ProblemException e) {
      String why = e.problems().getFirst().what();
      return List.of(new HoldingRows.Counted("all systems", Optional.empty(), why));
    }
  }

  @Override
  public HoldKeeper.Placed add(Workspace workspace, RowsAsked rows, Holds.New hold) {
    HoldingRows holding = new HoldingRows(ActConnector::open);
    HeldRows held = holding.of(workspace, rows);
    UUID id = stored(workspace, holds -> holds.set(hold, held, Optional.empty()));
    return new HoldKeeper.Placed(id, holding.count(workspace, held));
  }

  @Override
  public boolean lift(Workspace workspace, UUID hold) {
    return stored(workspace, holds -> holds.lift(hold, Optional.empty()));
  }

  @Override
  public List<Holds.Hold> list(Workspace workspace, Optional<Subject> subject, boolean secretToo) {
    return stored(
        workspace,
        holds ->
            subject
                .map(s -> holds.of(prints(workspace, s)))
                .orElseGet(() -> holds.list(true))
                .stream()
                .filter(h -> secretToo || !h.secret())
                .toList());
  }

  @Override
  public int lift(Workspace workspace, Subject subject) {
    return stored(
        workspace,
        holds ->
            (int)
                holds.of(prints(workspace, subject)).stream()
                    .filter(h -> holds.lift(h.id(), Optional.empty()))
                    .count());
  }
}
