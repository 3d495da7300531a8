package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.access.Role;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Keys change while servers run, and nothing that was sealed is lost. */
class KeyCareTest {
  private static final Duration AGE = Duration.ofDays(90);
  private static final int ROTATIONS = 25;

  private final MovedClock clock = new MovedClock();

  private static MasterKey random() {
    return MasterKey.given(Secret.of(MasterKey.random()));
  }

  private KeyCare care(Store store, MasterKey master, MasterKey... former) {
    Journal journal = new Journal(store, clock);
    return new KeyCare(
        store, journal, shelf -> new DataKeys(master, List.of(former), shelf, clock), AGE);
  }

  private List<String> journal(Store store) {
    return new Journal(store, clock).page(0, 1_000, "keys.").stream().map(Entry::kind).toList();
  }

  @Test
  void keysAreFollowedByOthersAfterTheirTimeOnceAmongServers() throws Exception {
    try (Store store = Stores.fresh();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      MasterKey master = random();
      KeyVault vault = new KeyVault(care(store, master).keys());
      byte[] before = vault.seal("name", "Astrid Ek");
      byte[] found = vault.fingerprint("email", "a@b.example");
      clock.pass(AGE.minusSeconds(1));
      assertThat(care(store, master).due().rotated()).isEmpty();
      clock.pass(Duration.ofSeconds(1));

      CyclicBarrier start = new CyclicBarrier(8);
      List<Callable<KeyCare.Renewal>> servers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        servers.add(() -> together(store, master, start).due());
      }
      List<String> rotated = new ArrayList<>();
      for (Future<KeyCare.Renewal> server : threads.invokeAll(servers)) {
        rotated.addAll(server.get().rotated());
      }

      assertThat(rotated).containsExactly("name");
      assertThat(journal(store)).containsExactly("keys.rotated");
      KeyVault later = new KeyVault(care(store, master).keys());
      assertThat(later.open("name", before)).isEqualTo("Astrid Ek");
      assertThat(later.fingerprint("email", "a@b.example")).isEqualTo(found);
      assertThat(vault.open("name", later.seal("name", "x"))).isEqualTo("x");
    }
  }

  /** Looks at the keys when all others do, so that all find the same one old. */
  private KeyCare together(Store store, MasterKey master, CyclicBarrier start) {
    AtomicBoolean looked = new AtomicBoolean();
    return new KeyCare(
        store,
        new Journal(store, clock),
        shelf -> {
          DataKeys keys = new DataKeys(master, List.of(), shelf, clock);
          if (!looked.getAndSet(true)) {
            assertThat(keys.uses()).isNotEmpty();
            await(start);
          }
          return keys;
        },
        AGE);
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readersAndWritersNoticeNothingOfRotations() throws Exception {
    try (Store store = Stores.fresh();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      MasterKey old = random();
      MasterKey fresh = random();
      List<byte[]> sealed = java.util.Collections.synchronizedList(new ArrayList<>());
      KeyVault one = new KeyVault(care(store, old, fresh).keys());
      KeyVault two = new KeyVault(care(store, fresh, old).keys());
      sealed.add(one.seal("name", "0"));
      AtomicBoolean over = new AtomicBoolean();
      List<Future<Integer>> workers = new ArrayList<>();
      for (KeyVault vault : List.of(one, two, one, two)) {
        workers.add(threads.submit(() -> work(vault, sealed, over)));
      }
      for (int i = 0; i < ROTATIONS; i++) {
        care(store, i % 2 == 0 ? fresh : old, i % 2 == 0 ? old : fresh).now();
        clock.pass(Duration.ofSeconds(61)); // the others look for newer keys
      }
      over.set(true);
      for (Future<Integer> worker : workers) {
        assertThat(worker.get(60, TimeUnit.SECONDS)).isPositive();
      }
      care(store, fresh, old).now();
      KeyVault alone = new KeyVault(care(store, fresh).keys());
      for (byte[] each : sealed) {
        assertThat(alone.open("name", each)).isNotEmpty();
      }
      assertThat(care(store, fresh).keys().uses().getFirst().keys())
          .isGreaterThanOrEqualTo(ROTATIONS);
    }
  }

  /** Seals and opens what anybody sealed, as requests would. */
  private static int work(KeyVault vault, List<byte[]> sealed, AtomicBoolean over) {
    int done = 0;
    while (!over.get() || done == 0) {
      sealed.add(vault.seal("name", String.valueOf(done)));
      assertThat(vault.open("name", sealed.get(done % sealed.size()))).isNotEmpty();
      done++;
      LockSupport.parkNanos(500_000);
    }
    return done;
  }

  @Test
  void theMasterKeyChangesOverARestartAndTheFormerOneIsLetGo() {
    RunningServer before = new RunningServer(Map.of());
    before.signedIn(Role.OFFICER).get("/people");
    Map<String, String> changed =
        Map.of("keys.master", "env:TEST_OTHER_KEY", "keys.former", "env:TEST_KEY");

    assertThatThrownBy(() -> before.restarted(Map.of("keys.master", "env:TEST_OTHER_KEY")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("keys.former");
    try (RunningServer both = before.restarted(changed);
        Store store = Stores.open(both.store())) {
      assertThat(both.signedIn(Role.OFFICER).get("/people").body()).contains("The officer");
      both.clock.pass(Duration.ofMinutes(2));
      awaitEntry(store, "keys.rewrapped");
    }
    try (RunningServer after = before.restarted(Map.of("keys.master", "env:TEST_OTHER_KEY"))) {
      assertThat(after.signedIn(Role.OFFICER).get("/people").body()).contains("The officer");
    }
  }

  private void awaitEntry(Store store, String kind) {
    long patience = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!journal(store).contains(kind)) {
      assertThat(System.nanoTime()).as("no entry of the kind %s came", kind).isLessThan(patience);
      LockSupport.parkNanos(100_000_000);
    }
  }
}
