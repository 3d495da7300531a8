package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data keys on the shelf that several servers share. */
class DataKeyTableTest {

  @Test
  void whatOneServerSealsAnotherOpens() {
    MasterKey master = MasterKey.given(Secret.of(MasterKey.random()));
    MasterKey fresh = MasterKey.given(Secret.of(MasterKey.random()));
    byte[] plain = "a".getBytes(StandardCharsets.UTF_8);
    try (Store store = Stores.fresh()) {
      DataKeyTable table = new DataKeyTable(store);
      DataKeys here = new DataKeys(master, List.of(), table, InstantSource.system());
      byte[] sealed = here.envelope("totp").seal(plain, "c");
      here.rotate("totp");

      DataKeys there = new DataKeys(fresh, List.of(master), table, InstantSource.system());
      assertThat(there.rewrap()).isEqualTo(2);
      assertThat(there.envelope("totp").open(sealed, "c")).isEqualTo(plain);
      there.forget(table.all().getFirst().name().id());
      assertThat(table.all()).hasSize(1);
    }
  }
}
