package dev.upheld.app;

import dev.upheld.app.serve.PeopleGuard;
import dev.upheld.app.serve.Wiring;
import dev.upheld.engine.Guard;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Bars;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Holds;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the store of this machine says against an erasure; where there is none, nothing does. */
record LocalGuard(LocalStore local, Fingerprints fingerprints, StoreHome home, InstantSource clock)
    implements Guard {

  @Override
  public Optional<Why> against(Map<String, ? extends Collection<String>> identifiers) {
    if (identifiers.isEmpty() || !local.isThere()) {
      return Optional.empty();
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      return guard(store).against(identifiers);
    }
  }

  @Override
  public List<Holds.Hold> rows() {
    if (!local.isThere()) {
      return List.of();
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      return guard(store).rows();
    }
  }

  private Guard guard(Store store) {
    Holds holds =
        new Holds(store, new Journal(store, clock), Wiring.caseKeys(local.settings(), home), clock);
    return PeopleGuard.of(new Bars(store::dsl, fingerprints), holds);
  }
}
