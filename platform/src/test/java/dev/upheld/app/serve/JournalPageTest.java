package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.access.PersonId;
import dev.upheld.access.Role;
import dev.upheld.access.SessionRules;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.crypto.Passwords;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.edge.console.proof.JournalDoor;
import dev.upheld.edge.console.view.JournalPage.Chain;
import dev.upheld.edge.console.view.JournalPage.State;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's page says what was looked at, and no more. */
class JournalPageTest {
  private final MovedClock clock = new MovedClock();

  @Test
  void itHoldsOnlyOnceAllWasGoneThroughAndIsDamagedOnceSomethingWasRewritten(@TempDir Path folder)
      throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    SigningKeys keys = SigningKeys.in(folder.resolve("keys"));
    try (Store store = Stores.open(address)) {
      Journal journal = new Journal(store, clock);
      Checkpoints seals = new Checkpoints(journal, keys, folder, clock);
      JournalDoor door = door(store, journal, new Sealing(journal, seals, keys, clock));
      journal.append(List.of(draft(), draft(), draft(), draft()));
      seals.write();
      assertThat(chain(door).state()).isEqualTo(State.NOT_CHECKED);

      seals.goOn();
      assertThat(chain(door).state()).isEqualTo(State.INTACT);
      assertThat(chain(door).through()).isEqualTo(4);
      assertThat(chain(door).checked()).contains(clock.instant());

      rewriteTheSecond(address);
      clock.pass(Duration.ofHours(1));
      seals.goOn();
      assertThat(chain(door).state()).isEqualTo(State.DAMAGED);
      assertThat(chain(door).fault()).contains(2L);
      seals.close();
    }
  }

  private static Draft draft() {
    return Draft.of("promise.measured", Map.of("promise", "nimbus/support/keep"));
  }

  private static void rewriteTheSecond(StoreAddress.External address) throws SQLException {
    try (Connection owner = Stores.asOwner(address);
        Statement statement = owner.createStatement()) {
      statement.execute("ALTER TABLE upheld.journal_entry DISABLE TRIGGER USER");
      statement.execute("UPDATE upheld.journal_entry SET facts = '{}' WHERE sequence = 2");
    }
  }

  private JournalDoor door(Store store, Journal journal, JournalDoor.Sealed sealing) {
    MasterKey master = MasterKey.given(Secret.of(MasterKey.random()));
    KeyCare care =
        new KeyCare(
            store,
            journal,
            shelf -> new DataKeys(master, List.of(), shelf, clock),
            Duration.ofDays(90));
    Access access =
        new Access(
            new Access.Parts(
                store,
                journal,
                new KeyVault(care.keys()),
                new Passwords(new Passwords.Cost(64, 1)),
                new SilentLetters(),
                SessionRules.USUAL,
                clock));
    return new JournalDoor(journal, sealing, access);
  }

  private static Chain chain(JournalDoor door) {
    Identity reader =
        new Identity(
            new PersonId(UUID.randomUUID()),
            Role.OFFICER,
            Set.of(Permission.JOURNAL_READ),
            new Identity.BySession(UUID.randomUUID()));
    return door.page(new JournalDoor.Query("", ""), reader).chain();
  }
}
