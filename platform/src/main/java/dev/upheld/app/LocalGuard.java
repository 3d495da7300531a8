package dev.upheld.app;

import dev.upheld.app.serve.PeopleGuard;
import dev.upheld.engine.Guard;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Bars;
import dev.upheld.register.Fingerprints;
import dev.upheld.store.Store;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the store of this machine says against an erasure; where there is none, nothing does. */
record LocalGuard(LocalStore local, Fingerprints fingerprints) implements Guard {

  @Override
  public Optional<Why> against(Map<String, ? extends Collection<String>> identifiers) {
    if (identifiers.isEmpty() || !local.isThere()) {
      return Optional.empty();
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      return PeopleGuard.of(new Bars(store::dsl, fingerprints)).against(identifiers);
    }
  }
}
