package dev.upheld.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writers that are killed in the middle of it. */
class JournalProcessTest {

  @Test
  void killedWritersLeaveAnIntactChainWithAllTheyWereToldIsThere() {
    StoreAddress.External address = Stores.freshAddress();
    for (int round = 0; round < 3; round++) {
      long acknowledged = killAfter(address, 20 + 7 * round);
      try (Store store = Stores.open(address)) {
        Journal journal = new Journal(store, InstantSource.system());
        assertThat(journal.head().sequence()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(Exports.verify(Exports.of(journal)).faults()).isEmpty();
        journal.append(List.of(Draft.of("next.start", Map.of())));
      }
    }
  }

  private static long killAfter(StoreAddress.External address, int entries) {
    try (ChildJvm writer =
        ChildJvm.start(
            WriterMain.class,
            address.jdbcUrl(),
            address.owner(),
            address.run(),
            address.runPassword().reveal())) {
      String last = "";
      for (int i = 0; i < entries; i++) {
        last = writer.await("ACK");
      }
      writer.kill();
      return Long.parseLong(last.substring("ACK ".length()));
    }
  }
}
