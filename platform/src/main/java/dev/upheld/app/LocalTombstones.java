package dev.upheld.app;

import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.register.FiledTombstones;
import dev.upheld.register.StoredTombstones;
import dev.upheld.register.Tombstone;
import dev.upheld.register.Tombstones;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Tombstones of this machine: in the store where there is one, else in a file of the home folder.
 * Told from both, since a store may have been made after an erasure.
 */
final class LocalTombstones implements Tombstones {
  private final LocalStore store;
  private final FiledTombstones file;
  private final InstantSource clock;

  LocalTombstones(LocalStore store, StoreHome home, InstantSource clock) {
    this.store = store;
    this.file = new FiledTombstones(home.keys().resolve("people").resolve("tombstones.json"));
    this.clock = clock;
  }

  /** How long the oldest backup lives. */
  Duration backups() {
    return store.settings().backups();
  }

  private <T> T stored(Function<Tombstones, T> work) {
    try (Store open = Store.open(store.address(), Progress.SILENT)) {
      return work.apply(new StoredTombstones(open, new Journal(open, clock)));
    }
  }

  @Override
  public void keep(Collection<Tombstone> tombstones) {
    if (!store.isThere()) {
      file.expire(clock.instant());
      file.keep(tombstones);
      return;
    }
    stored(
        s -> {
          s.keep(tombstones);
          return true;
        });
  }

  @Override
  public List<Tombstone> of(String system, Instant since, Instant now) {
    List<Tombstone> all = new ArrayList<>(file.of(system, since, now));
    if (store.isThere()) {
      all.addAll(stored(s -> s.of(system, since, now)));
    }
    return all.stream().distinct().sorted(Comparator.comparing(Tombstone::erased)).toList();
  }

  @Override
  public int expire(Instant now) {
    return file.expire(now) + (store.isThere() ? stored(s -> s.expire(now)) : 0);
  }
}
