package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup brings everything back, into an empty store, wholly or not at all. */
class BackupTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

  /** Five of ours, and the one that a migration makes. */
  private static final long ROWS = 6;

  @TempDir Path folder;

  /** Rows with letters, quotes, line ends, bytes and nothing in them. */
  private static Store filled() {
    Store store = Stores.fresh();
    store
        .dsl()
        .execute(
            "INSERT INTO person_reference VALUES (?, 'a\\b', E'line\\n\\ttab \\'é😀')",
            UUID.randomUUID());
    store
        .dsl()
        .execute(
            "INSERT INTO job (task_name, task_instance, task_data, execution_time, picked, version)"
                + " VALUES ('j', '1', '\\x00ff0a5c'::bytea, now(), false, 1), ('j', '2', NULL, now(), true, 7)");
    new Journal(store, CLOCK)
        .append(List.of(Draft.of("a.b", Map.of()), Draft.of("a.c", Map.of("text", "é\n"))));
    return store;
  }

  private Path backup(Store store) {
    Path file = folder.resolve(UUID.randomUUID() + ".zip");
    assertThat(Backup.of(store, CLOCK, Progress.SILENT).write(file)).isEqualTo(ROWS);
    return file;
  }

  private static String content(Store store) {
    return store
        .dsl()
        .fetchValue(
            "SELECT (SELECT json_agg(j ORDER BY sequence)::text FROM journal_entry j)"
                + " || (SELECT json_agg(p)::text FROM person_reference p)"
                + " || (SELECT json_agg(j ORDER BY task_instance)::text FROM job j)")
        .toString();
  }

  @Test
  void everythingComesBackIntoAnEmptyStore() throws IOException {
    try (Store store = filled()) {
      Path file = backup(store);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      for (StoreAddress.External address :
          new StoreAddress.External[] {Stores.emptyAddress(), Stores.freshAddress()}) {
        Backup.Restored restored = Backup.restore(address, file, Progress.SILENT);
        assertThat(restored).isEqualTo(new Backup.Restored(CLOCK.instant(), ROWS));
        try (Store again = Stores.open(address)) {
          assertThat(content(again)).isEqualTo(content(store));
        }
      }
    }
  }

  @Test
  void refusesAStoreThatHoldsAnythingAndLeavesItAlone() {
    try (Store store = filled()) {
      Path file = backup(store);
      String before = content(store);
      assertThat(problem(() -> Backup.restore(store.address(), file, Progress.SILENT)))
          .isEqualTo(StoreProblem.NOT_EMPTY);
      assertThat(content(store)).isEqualTo(before);
      assertThat(problem(() -> Backup.of(store, CLOCK, Progress.SILENT).write(file)))
          .isEqualTo(StoreProblem.BACKUP);
    }
  }

  @Test
  void refusesABackupOfANewerUpheld() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    try (Store store = Stores.open(address);
        Connection owner = Stores.asOwner(address);
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO upheld.flyway_schema_history
          SELECT 1 + max(installed_rank), '99999', 'later', 'SQL', 'V99999__later.sql', 1, 'x', now(), 1, true
          FROM upheld.flyway_schema_history
          """);
      Path file = folder.resolve("newer.zip");
      Backup.of(store, CLOCK, Progress.SILENT).write(file);
      StoreAddress.External empty = Stores.emptyAddress();
      assertThat(problem(() -> Backup.restore(empty, file, Progress.SILENT)))
          .isEqualTo(StoreProblem.SCHEMA_NEWER);
    }
  }

  /** A migration that the backup does not know runs on its rows, after they are back. */
  @Test
  void upgradesABackupOfAnOlderUpheld() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    try (Connection owner = Stores.asOwner(address);
        Statement statement = owner.createStatement()) {
      statement.execute("DROP TABLE upheld.data_key");
      statement.execute("DELETE FROM upheld.flyway_schema_history WHERE version = '103'");
      statement.execute("INSERT INTO upheld.person_reference VALUES (gen_random_uuid(), 'a', 'b')");
      Path file = folder.resolve("older.zip");
      assertThat(
              new BackupWriter(Stores.asOwner(address), CLOCK.instant(), Progress.SILENT)
                  .write(file))
          .isEqualTo(2);

      StoreAddress.External empty = Stores.emptyAddress();
      Backup.restore(empty, file, Progress.SILENT);
      try (Store again = Stores.open(empty)) {
        assertThat(again.dsl().fetchValue("SELECT count(*) FROM person_reference")).isEqualTo(1L);
        assertThat(again.dsl().fetchValue("SELECT count(*) FROM data_key")).isEqualTo(0L);
      }
      StoreAddress.External newer = Stores.freshAddress();
      assertThat(problem(() -> Backup.restore(newer, file, Progress.SILENT)))
          .isEqualTo(StoreProblem.NOT_EMPTY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever bit is changed: refused, or of no consequence; the store is empty or whole. */
  @Test
  void aDamagedFileChangesNothing() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    try (Store store = filled()) {
      byte[] whole = Files.readAllBytes(backup(store));
      Path file = folder.resolve("damaged.zip");
      int refused = 0;
      for (int i = 0; i < 150; i++) {
        byte[] damaged = whole.clone();
        int bit = random.nextInt(whole.length * 8);
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, i % 10 == 0 ? java.util.Arrays.copyOf(whole, bit / 8) : damaged);
        try (BackupFile read = BackupFile.open(file)) {
          read.verify(Progress.SILENT);
          assertThat(read.manifest().rows()).as("seed %d", seed).isEqualTo(ROWS);
        } catch (IOException | dev.upheld.kernel.ProblemException e) {
          refused++;
        }
      }
      assertThat(refused).isGreaterThan(60);
      Files.writeString(file, "no backup");
      StoreAddress.External empty = Stores.freshAddress();
      assertThat(problem(() -> Backup.restore(empty, file, Progress.SILENT)))
          .isEqualTo(StoreProblem.BACKUP);
      assertThat(problem(() -> Backup.restore(empty, folder.resolve("none"), Progress.SILENT)))
          .isEqualTo(StoreProblem.BACKUP);
    }
  }

  @Test
  void theEmbeddedStoreIsRestoredIntoItsHome() {
    try (TestHome home = TestHome.withData();
        Store store = filled()) {
      Path file = backup(store);
      try (Store target = Store.open(home.options())) {
        Backup.restore(target.address(), file, Progress.SILENT);
        assertThat(content(target)).isEqualTo(content(store));
      }
    }
  }
}
