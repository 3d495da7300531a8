package dev.upheld.app;

import dev.upheld.app.config.ConfigReader;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.app.serve.KeyCare;
import dev.upheld.app.serve.Wiring;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.datamap.read.References;
import dev.upheld.edge.cli.KeyState;
import dev.upheld.edge.cli.StoreKeeper;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.JournalExport;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Backup;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.StoreHome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store of this machine's settings, opened for one command. */
final class LocalStore implements StoreKeeper {
  private final Optional<Path> config;
  private final Map<String, String> env;
  private final InstantSource clock;
  private final StoreHome home;

  LocalStore(Optional<Path> config, Map<String, String> env, InstantSource clock) {
    this.config = config;
    this.env = Map.copyOf(env);
    this.clock = clock;
    this.home = StoreHome.of(env);
  }

  StoreAddress address() {
    return Wiring.address(settings(), home);
  }

  ServerConfig settings() {
    Path folder = config.map(f -> f.resolveSibling(".").normalize()).orElse(home.folder());
    ConfigReader.Sources sources = new ConfigReader.Sources(config, folder, env, Map.of());
    return ConfigReader.read(sources, References.machine().overlaid(env));
  }

  /** Whether there is one without making it. */
  boolean isThere() {
    return settings().store().isPresent()
        || Files.isDirectory(home.folder().resolve("postgres").resolve("store"));
  }

  private SigningKeys signing() {
    return Wiring.signing(home);
  }

  private Checkpoints seals(Journal journal) {
    return Wiring.checkpoints(journal, home, clock);
  }

  @Override
  public long exportJournal(OutputStream to, Progress progress) throws IOException {
    try (Store store = Store.open(address(), progress)) {
      Journal journal = new Journal(store, clock);
      try (Checkpoints seals = seals(journal)) {
        seals.write();
        return new JournalExport(journal, seals.all(), signing().published(), clock, progress)
            .write(to);
      }
    }
  }

  @Override
  public List<String> journalKeys() {
    return signing().all().stream().map(VerifyingKey::pem).toList();
  }

  @Override
  public String rotateJournalKey() {
    try (Store store = Store.open(address(), Progress.SILENT);
        Checkpoints seals = seals(new Journal(store, clock))) {
      return seals.rotateKey().pem();
    }
  }

  @Override
  public long backup(Path file, Progress progress) {
    try (Store store = Store.open(address(), progress)) {
      return Backup.of(store, clock, progress).write(file);
    }
  }

  @Override
  public long restore(Path file, Progress progress) {
    Backup.Restored restored = Backup.restore(address(), file, progress);
    try (Store store = Store.open(address(), progress)) {
      new Journal(store, clock)
          .append(
              List.of(
                  Draft.of(
                      "store.restored",
                      Map.of("made", restored.madeAt(), "rows", restored.rows()))));
    }
    return restored.rows();
  }

  private KeyCare care(Store store) {
    ServerConfig settings = settings();
    MasterKey master = Wiring.masterKey(settings, home);
    return Wiring.keyCare(settings, master, store, new Journal(store, clock), clock);
  }

  @Override
  public KeyState keyState() {
    try (Store store = Store.open(address(), Progress.SILENT)) {
      KeyCare care = care(store);
      DataKeys keys = care.keys();
      keys.check();
      List<KeyState.Purpose> purposes =
          keys.uses().stream().map(use -> purpose(use, care.age())).toList();
      return new KeyState(keys.master(), keys.underFormer(), purposes);
    }
  }

  private static KeyState.Purpose purpose(DataKeys.Use use, Duration age) {
    Optional<Instant> next = Optional.of(use.newest().plus(age)).filter(_ -> use.rotates());
    return new KeyState.Purpose(use.purpose(), use.keys(), use.newest(), next);
  }

  @Override
  public KeyState.Renewed rotateKeys() {
    try (Store store = Store.open(address(), Progress.SILENT)) {
      KeyCare.Renewal done = care(store).now();
      return new KeyState.Renewed(done.rewrapped(), done.rotated().size());
    }
  }

  @Override
  public Path keys() {
    return home.keys();
  }
}
