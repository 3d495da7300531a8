package dev.upheld.probe.tell;

import static dev.upheld.store.generated.Tables.JOB;
import static dev.upheld.store.generated.Tables.PROBE_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.probe.keep.Change;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.Sample;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A server killed at any moment leaves every alert queued exactly once. */
class KilledTest {
  private static final int KILLS = 3;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void noAlertIsLostOrDoubledWhenTheServerIsKilled() {
    StoreAddress.External address = Stores.freshAddress();
    try (Store store = Stores.open(address)) {
      for (int i = 0; i < KILLS; i++) {
        killOne(address);
        List<String> told =
            Ledger.changes(store.dsl(), Sample.VISITS, Instant.EPOCH).stream()
                .filter(Change::told)
                .map(Change::kind)
                .toList();
        List<String> queued =
            store
                .dsl()
                .select(PROBE_DELIVERY.EVENT)
                .from(PROBE_DELIVERY)
                .fetch(PROBE_DELIVERY.EVENT);
        List<String> jobs =
            store.dsl().select(JOB.TASK_INSTANCE).from(JOB).fetch(JOB.TASK_INSTANCE);
        assertThat(told).as("seed %d", seed).isNotEmpty();
        assertThat(queued).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(told);
        assertThat(jobs).as("seed %d", seed).hasSameSizeAs(told).doesNotHaveDuplicates();
      }
    }
  }

  private void killOne(StoreAddress.External address) {
    try (ChildJvm child =
        ChildJvm.start(
            BreakingMain.class,
            address.jdbcUrl(),
            address.owner(),
            address.run(),
            address.runPassword().reveal())) {
      int times = 3 + random.nextInt(20);
      for (int i = 0; i < times; i++) {
        child.await("KEPT");
      }
      child.kill();
    }
  }
}
