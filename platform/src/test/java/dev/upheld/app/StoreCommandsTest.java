package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.serve.DataKeyTable;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor and an operator do with the store on the command line. */
class StoreCommandsTest {
  @TempDir Path folder;

  private final StoreAddress.External address = Stores.freshAddress();

  private Terminal terminal(StoreAddress.External store) {
    return new Terminal(
        folder,
        Map.of(
            "UPHELD_HOME", folder.resolve("home").toString(),
            "UPHELD_STORE_URL", store.jdbcUrl(),
            "UPHELD_STORE_OWNER", store.owner(),
            "UPHELD_STORE_OWNER_PASSWORD", "env:OWNER_PASSWORD",
            "UPHELD_STORE_RUN", store.run(),
            "UPHELD_STORE_RUN_PASSWORD", "env:RUN_PASSWORD",
            "OWNER_PASSWORD", store.ownerPassword().reveal(),
            "RUN_PASSWORD", store.runPassword().reveal()));
  }

  @BeforeEach
  void fill() {
    try (Store store = Stores.open(address)) {
      new Journal(store, InstantSource.system())
          .append(List.of(Draft.of("a.one", Map.of("n", 1)), Draft.of("a.two", Map.of())));
    }
  }

  @Test
  void theAuditorVerifiesElsewhereWithTheKeyAndTheCheckpointsThatWereKept() throws IOException {
    Terminal server = terminal(address);
    assertThat(server.run("journal", "export", "--out", "j.jsonl").all()).contains("2 entries");
    Files.writeString(folder.resolve("key.pem"), server.run("journal", "key").out());
    Files.copy(folder.resolve("home/checkpoints/journal.jsonl"), folder.resolve("kept.jsonl"));

    Terminal elsewhere = new Terminal(folder, Map.of("UPHELD_HOME", "/nowhere"));
    Terminal.Run whole =
        elsewhere.run(
            "journal", "verify", "j.jsonl", "--key", "key.pem", "--checkpoints", "kept.jsonl");
    assertThat(whole.out()).contains("INTACT", "2 entries", "sealed by key");
    assertThat(whole.exit()).isZero();

    Files.writeString(
        folder.resolve("bad.jsonl"),
        Files.readString(folder.resolve("j.jsonl")).replace("a.one", "a.ten"));
    Terminal.Run bad = elsewhere.run("journal", "verify", "bad.jsonl");
    assertThat(bad.out()).contains("TAMPERED WITH", "entry 1 ");
    assertThat(bad.exit()).isEqualTo(1);

    assertThat(elsewhere.run("journal", "verify", "none.jsonl").exit()).isEqualTo(2);
    assertThat(elsewhere.run("journal", "verify").exit()).isEqualTo(2);
    assertThat(elsewhere.run("journal").exit()).isEqualTo(2);
    assertThat(elsewhere.run("journal", "verify", "j.jsonl", "--key", "j.jsonl").exit())
        .isEqualTo(2);
  }

  @Test
  void aRotatedKeyIsTrustedByWhoeverHasTheOldOneAndAStrangersIsNot() throws IOException {
    Terminal server = terminal(address);
    server.run("journal", "export", "--out", "first.jsonl");
    Files.writeString(folder.resolve("old.pem"), server.run("journal", "key").out());
    String fresh = server.run("journal", "key", "--rotate").out();
    assertThat(fresh).contains("BEGIN PUBLIC KEY");
    server.run("journal", "export", "--out", "j.jsonl");

    assertThat(server.run("journal", "verify", "j.jsonl").exit()).isZero();
    assertThat(server.run("journal", "verify", "j.jsonl", "--key", "old.pem").exit()).isZero();
    Files.writeString(folder.resolve("all.pem"), server.run("journal", "key").out());
    assertThat(server.run("journal", "verify", "j.jsonl", "--key", "all.pem").exit()).isZero();
    Files.writeString(folder.resolve("new.pem"), fresh);
    Terminal.Run alone = server.run("journal", "verify", "j.jsonl", "--key", "new.pem");
    assertThat(alone.out()).contains("signed by a key you did not give");
    assertThat(alone.exit()).isEqualTo(1);
  }

  @Test
  void aBackupComesBackWithItsJournal() {
    Terminal.Run backup = terminal(address).run("backup", "b.zip");
    assertThat(backup.out()).contains("3 rows", "keys");
    assertThat(terminal(address).run("backup", "b.zip").exit()).isEqualTo(2);
    assertThat(terminal(address).run("restore", "b.zip").all()).contains("store-not-empty");

    StoreAddress.External empty = Stores.emptyAddress();
    assertThat(terminal(empty).run("restore", "b.zip").out()).contains("3 rows restored");
    try (Store store = Stores.open(empty)) {
      assertThat(new Journal(store, InstantSource.system()).page(0, 9, ""))
          .extracting(e -> e.kind())
          .containsExactly("a.one", "a.two", "store.restored");
    }
  }

  @Test
  void theStoreOfTheServersConfigurationIsTheOneBackedUp() throws IOException {
    Files.writeString(
        folder.resolve("server.yaml"),
        """
        store:
          url: %s
          owner: %s
          owner-password: env:PASSWORD
          run: %s
          run-password: env:PASSWORD
        """
            .formatted(address.jdbcUrl(), address.owner(), address.run()));
    Terminal terminal =
        new Terminal(
            folder,
            Map.of(
                "UPHELD_HOME", folder.resolve("home").toString(),
                "PASSWORD", address.ownerPassword().reveal()));
    assertThat(terminal.run("backup", "c.zip", "--config", "server.yaml").all()).contains("3 rows");
  }

  @Test
  void keysAreSeenAndRotatedWhileTheOldOnesStillOpen() throws IOException {
    Terminal terminal = terminal(address);
    assertThat(terminal.run("keys").exit()).isEqualTo(2);
    assertThat(terminal.run("keys", "status").out())
        .contains("master key ", "no former one is needed");
    MasterKey master = MasterKey.generatedIn(folder.resolve("home/keys/master.key"));
    byte[] sealed = sealed(master);

    assertThat(terminal.run("keys", "rotate").out()).contains("New data keys for 1 purposes");
    assertThat(terminal.run("keys", "status").out()).containsPattern("name +2 ");
    try (Store store = Stores.open(address)) {
      assertThat(keys(store, master).envelope("name").open(sealed, "c")).containsExactly(1);
      assertThat(new Journal(store, InstantSource.system()).page(0, 9, "keys."))
          .extracting(e -> e.kind())
          .containsExactly("keys.rotated");
    }

    Files.writeString(folder.resolve("home/keys/master.key"), MasterKey.random());
    Terminal.Run wrong = terminal.run("keys", "status");
    assertThat(wrong.err()).contains("master-key", master.id(), "keys.former");
    assertThat(wrong.exit()).isEqualTo(2);
  }

  private byte[] sealed(MasterKey master) {
    try (Store store = Stores.open(address)) {
      return keys(store, master).envelope("name").seal(new byte[] {1}, "c");
    }
  }

  private static DataKeys keys(Store store, MasterKey master) {
    return new DataKeys(master, List.of(), new DataKeyTable(store), InstantSource.system());
  }

  @Test
  void aStoreThatIsAwayIsSaid() {
    Terminal nowhere =
        new Terminal(
            folder,
            Map.of(
                "UPHELD_HOME",
                folder.toString(),
                "UPHELD_STORE_URL",
                "jdbc:postgresql://127.0.0.1:1/x",
                "UPHELD_STORE_OWNER_PASSWORD",
                "env:P",
                "UPHELD_STORE_RUN_PASSWORD",
                "env:P",
                "P",
                "p"));
    Terminal.Run run = nowhere.run("journal", "export", "--out", "j.jsonl");
    assertThat(run.err()).contains("store-away");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(folder.resolve("j.jsonl")).doesNotExist();
    assertThat(folder.resolve("j.jsonl.new")).doesNotExist();
  }
}
