package dev.upheld.app;

import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Deferral;
import dev.upheld.register.Deferrals;
import dev.upheld.register.FiledTombstones;
import dev.upheld.register.ResiduePasses;
import dev.upheld.register.Rest;
import dev.upheld.register.Rests;
import dev.upheld.register.StoredTombstones;
import dev.upheld.register.Tombstone;
import dev.upheld.register.Tombstones;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tombstones of this machine: in the store where there is one, else in a file of the home folder.
 * Told from both, since a store may have been made after an erasure.
 */
final class LocalTombstones implements Tombstones {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LocalStore store;
  private final FiledTombstones file;
  private final Path rests;
  private final InstantSource clock;

  LocalTombstones(LocalStore store, StoreHome home, InstantSource clock) {
    this.store = store;
    Path people = home.keys().resolve("people");
    this.file = new FiledTombstones(people.resolve("tombstones.json"));
    this.rests = people.resolve("stayed.json");
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

  /**
   * Keeps what stayed of a person; on a machine without a store, beside the tombstones. What goes
   * later is kept in a store alone: it takes a server to remember it.
   */
  void stayed(List<Rest> rests, List<Deferral> later) {
    if (store.isThere()) {
      try (Store open = Store.open(store.address(), Progress.SILENT)) {
        new Rests(open).keep(rests);
        new Deferrals(open, new Journal(open, clock)).keep(later);
      }
    } else {
      List<Rest> all = new ArrayList<>(stayed());
      all.addAll(rests);
      write(all.stream().distinct().toList());
    }
  }

  /** What stayed of people who were erased without a store. */
  List<Rest> stayed() {
    try {
      return Files.exists(rests)
          ? List.of(JSON.readValue(Files.readString(rests), Rest[].class))
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Figures without an identifier: whoever reads them learns nothing of anybody. */
  private void write(List<Rest> all) {
    try {
      Files.writeString(rests, JSON.writeValueAsString(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does something with what the store keeps; empty where there is none. */
  <T> Optional<T> kept(BiFunction<Rests, ResiduePasses, T> work) {
    if (!store.isThere()) {
      return Optional.empty();
    }
    try (Store open = Store.open(store.address(), Progress.SILENT)) {
      Journal journal = new Journal(open, clock);
      return Optional.of(work.apply(new Rests(open), new ResiduePasses(open, journal)));
    }
  }
}
