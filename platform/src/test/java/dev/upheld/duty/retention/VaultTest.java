package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Session;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Prove;
import dev.upheld.register.Holds;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of encrypted files. */
class VaultTest {
  private static final String MOVING = "shop/contracts/keep@shop/contract";
  private static final String MARK = ".upheld-archive";
  private static final String ENDING = "shop/contracts/keep-2@vault/contract-archive";

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  abstract static class Contract {
    @TempDir Path folder;
    private TestDatabase database;
    private RetentionShop shop;
    private Path files = Path.of("");

    abstract TestServer server();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
      files = shop.files();
      shop.remembers();
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract VALUES (1, 1, 'ended', '2026-01-01 10:00:00'),"
              + " (2, 1, 'runs', NULL), (3, 1, NULL, '2020-01-01 10:00:00')");
    }

    @AfterEach
    void closes() {
      shop.drop(server());
    }

    private Verdict verdict(String promise, Instant now) {
      Workspace w = shop.workspace();
      Promise keep =
          w.promises().stream()
              .filter(
                  p ->
                      p.id().toString().endsWith("/" + promise)
                          || (p instanceof Promise.Declare d && d.what().equals(promise)))
              .findFirst()
              .orElseThrow();
      return new Prove(
              Connectors.builtIn(), Retention.probers(), InstantSource.fixed(now), Progress.SILENT)
          .run(new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()), keep::equals)
          .results()
          .getFirst()
          .verdict();
    }

    private Verdict verdict() {
      return verdict("contracts/keep-2", RetentionShop.NOW);
    }

    private Expired run(String rule) {
      return run(rule, Barring.NONE);
    }

    private Expired run(String rule, Barring barring) {
      return run(rule, barring, 1);
    }

    private Expired run(String rule, Barring barring, int most) {
      Pace pace = new Pace(new Pace.Way(Duration.ofSeconds(1), most, 0, d -> {}));
      return new Expiring(RetentionShop::open, barring, InstantSource.system())
          .of(shop.workspace(), expiry(rule))
          .run(
              shop.workspace(),
              expiry(rule),
              new Expiring.Way(UUID.randomUUID(), pace, () -> false, Progress.SILENT));
    }

    private Expiry expiry(String rule) {
      return rule(rule).expiry().orElseThrow();
    }

    private List<Path> parts(String ending) throws IOException {
      Path table = files.resolve("contract_archive");
      if (!Files.isDirectory(table)) {
        return List.of();
      }
      try (Stream<Path> all = Files.list(table)) {
        return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
      }
    }

    @Test
    void rowsGoThereAndFromThereInTheirTime() throws IOException {
      assertThat(verdict()).as("nothing is there yet").isEqualTo(Verdict.UPHELD);
      Expired would =
          new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
              .look(shop.workspace(), expiry(MOVING), Progress.SILENT)
              .would();
      assertThat(would.at("vault/contract-archive").archived()).isEqualTo(2);
      assertThat(parts("")).isEmpty();

      Expired moved = run(MOVING);
      assertThat(moved.at("vault/contract-archive").archived()).isEqualTo(2);
      assertThat(moved.at("contract").deleted()).isEqualTo(2);
      assertThat(shop.ids("contract")).containsExactly("2");
      assertThat(parts(".rows")).hasSize(2);
      assertThat(parts(".idx")).hasSize(2);
      for (Path part : parts("")) {
        assertThat(
                new String(Files.readAllBytes(part), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("ended\0")
            .doesNotContain("2026-01-01");
      }
      assertThat(verdict()).isEqualTo(Verdict.BROKEN);

      Expired gone = run(ENDING);
      assertThat(gone.listed()).isEqualTo(1);
      assertThat(gone.at("contract-archive").deleted()).isEqualTo(1);
      assertThat(parts(".rows")).hasSize(1);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      assertThat(verdict("contracts/keep", RetentionShop.NOW)).isEqualTo(Verdict.UPHELD);
      assertThat(run(ENDING).touched()).isZero();
    }

    @Test
    void aFileWhoseRowsGoInPartIsReplaced() throws IOException {
      run(MOVING, Barring.NONE, 3);
      Path before = parts(".rows").getFirst();
      assertThat(parts(".rows")).hasSize(1);
      assertThat(verdict()).isEqualTo(Verdict.BROKEN);

      assertThat(run(ENDING).at("contract-archive").deleted()).isEqualTo(1);
      assertThat(parts(".rows")).hasSize(1).doesNotContain(before);
      assertThat(parts(".idx")).hasSize(1);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      assertThat(verdict("contracts/keep-2", Instant.parse("2031-01-02T12:00:00Z")))
          .isEqualTo(Verdict.BROKEN);
      assertThat(rows()).isEqualTo(1);
    }

    private long rows() {
      return Counting.count(session(), rule(ENDING), Progress.SILENT).rows();
    }

    @Test
    void aKilledReplacementIsPutRight() throws IOException {
      run(MOVING, Barring.NONE, 3);
      Path old = parts(".rows").getFirst();
      byte[] rows = Files.readAllBytes(old);
      byte[] index = Files.readAllBytes(Path.of(old.toString().replace(".rows", ".idx")));
      run(ENDING);
      Path fresh = parts(".rows").getFirst();

      // the new one counts, and the old one was not removed yet
      Files.write(old, rows);
      Files.write(Path.of(old.toString().replace(".rows", ".idx")), index);
      assertThat(rows()).isEqualTo(1);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      run(ENDING);
      assertThat(parts(".rows")).containsExactly(fresh);

      // the old one is going, and its rows are still there: its act does not bring them back
      Files.write(old, rows);
      Files.write(Path.of(old.toString().replace(".rows", ".gone")), index);
      run(MOVING);
      assertThat(rows()).isEqualTo(1);
      run(ENDING);
      assertThat(parts(".rows")).containsExactly(fresh);
      assertThat(parts(".idx")).hasSize(1);
      assertThat(parts(".gone")).isEmpty();

      // the new one was not published
      Path freshIndex = Path.of(fresh.toString().replace(".rows", ".idx"));
      Files.delete(freshIndex);
      Files.write(old, rows);
      Files.write(Path.of(old.toString().replace(".rows", ".idx")), index);
      assertThat(rows()).isEqualTo(2);
      run(MOVING);
      assertThat(parts(".rows")).hasSize(2);
      run(ENDING);
      assertThat(rows()).isEqualTo(1);
      assertThat(parts(".rows")).hasSize(1).doesNotContain(old, fresh);
    }

    @Test
    void whatTheDatabaseDidNotCommitIsNeverConfirmed() throws IOException {
      run(MOVING, Barring.NONE, 3);
      Path file = parts(".rows").getFirst();
      Path index = parts(".idx").getFirst();
      Files.delete(index); // killed after the commit
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      run(MOVING);
      assertThat(parts(".idx")).containsExactly(index);
      assertThat(rows()).isEqualTo(2);

      Files.delete(index); // as though it had been killed before
      List<String> acts = shop.column("SELECT act FROM upheld_act");
      assertThat(acts).hasSize(1);
      shop.execute("DELETE FROM upheld_act");
      run(MOVING);
      assertThat(file).doesNotExist();
      // whatever of it were still on its way could not be committed any more
      assertThat(shop.column("SELECT act FROM upheld_act")).isEqualTo(acts);
      assertThatThrownBy(
              () ->
                  shop.execute(
                      "INSERT INTO upheld_act VALUES ('" + acts.getFirst() + "', 'p', '{}', 'n')"))
          .isNotNull();
    }

    @Test
    void anotherFileOfTheSameActIsNotTaken() throws IOException {
      run(MOVING, Barring.NONE, 3);
      Path index = parts(".idx").getFirst();
      String act = shop.column("SELECT act FROM upheld_act").getFirst();
      Files.delete(index);
      shop.execute(
          "UPDATE upheld_act SET figures = REPLACE(figures, '\"files\"', '\"others\"')"
              + " WHERE act = '"
              + act
              + "'");
      run(MOVING);
      assertThat(parts(".rows")).isEmpty();
    }

    @Test
    void whatCannotBeOpenedIsSaidAndStopsTheEnd() throws IOException {
      run(MOVING, Barring.NONE, 3);
      run(ENDING);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      Path file = parts(".rows").getFirst();
      byte[] whole = Files.readAllBytes(file);
      byte[] hurt = whole.clone();
      hurt[hurt.length - 5] ^= 1;
      Files.write(file, hurt);
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      Files.delete(file);
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      Files.write(file, whole);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);

      Path index = parts(".idx").getFirst();
      byte[] sealed = Files.readAllBytes(index);
      sealed[20] ^= 1;
      Files.write(index, sealed);
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      assertThatThrownBy(() -> run(ENDING)).hasMessageContaining("its index does not open");
      sealed[20] ^= 1;
      Files.write(index, sealed);

      shop.key("not the key of this archive.....");
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      shop.execute("INSERT INTO contract VALUES (5, 1, 't', '2026-01-01 10:00:00')");
      shop.key("");
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      assertThat(rule(MOVING).expiry()).isEmpty();
    }

    @Test
    void aFullDiskStopsTheRunAndLosesNothing() throws IOException {
      shop.execute("DELETE FROM contract");
      String big = "x".repeat(80);
      StringBuilder rows = new StringBuilder("INSERT INTO contract VALUES ");
      for (int i = 1; i <= 20_000; i++) {
        rows.append(i == 1 ? "" : ",");
        rows.append("(").append(i).append(", 1, '").append(big).append("', '2026-01-01 10:00:00')");
      }
      shop.execute(rows.toString());
      Path small = SmallDisk.mounted(files);
      Assumptions.assumeTrue(!small.toString().isEmpty(), "no disk can be mounted here");
      try {
        Files.createFile(files.resolve(MARK));
        assertThatThrownBy(() -> run(MOVING, Barring.NONE, 5000))
            .hasMessageContaining("no room left on its disk");
        long here = shop.ids("contract").size();
        assertThat(here).isPositive();
        assertThat(here + rows()).isEqualTo(20_000);
        assertThat(parts(".rows").size()).isEqualTo(parts(".idx").size());
      } finally {
        SmallDisk.unmount(files);
      }
    }

    @Test
    void aRowThatWentMeanwhileStopsNothing() {
      shop.execute(
          "INSERT INTO contract VALUES (4, 1, 't', '2026-01-01 10:00:00'),"
              + " (5, 1, 't', '2026-01-01 10:00:00')");
      Pace pace = new Pace(new Pace.Way(Duration.ofSeconds(1), 2, 0, d -> {}));
      AtomicInteger asked = new AtomicInteger();
      Expired moved =
          new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
              .run(
                  shop.workspace(),
                  expiry(MOVING),
                  new Expiring.Way(
                      UUID.randomUUID(),
                      pace,
                      () -> {
                        if (shop.ids("contract").size() < 5 && asked.incrementAndGet() == 1) {
                          shop.execute("DELETE FROM contract WHERE id = 4");
                        }
                        return false;
                      },
                      Progress.SILENT));
      assertThat(asked.get()).isPositive();
      assertThat(moved.at("contract").deleted()).isEqualTo(3);
      assertThat(shop.ids("contract")).containsExactly("2");
      assertThat(rows()).isEqualTo(3);
    }

    @Test
    void anArchiveThatIsAwayHoldsUpNothingElse() throws IOException {
      shop.execute("INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a')");
      Files.delete(files.resolve(MARK));
      Files.delete(files);
      assertThatThrownBy(() -> run(MOVING)).hasMessageContaining("is not there");
      assertThat(shop.ids("contract")).containsExactly("1", "2", "3");
      assertThat(run("shop/visits/keep@shop/visit").touched()).isEqualTo(1);
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    /** What is written there would be gone from sight as soon as the disk is mounted. */
    @Test
    void anEmptyFolderWhoseDiskMayNotBeMountedGetsNothing() throws IOException {
      Files.delete(files.resolve(MARK));
      assertThatThrownBy(() -> shop.look("contracts/keep", "contract", Barring.NONE))
          .hasMessageContaining("may be one whose disk is not mounted");
      assertThatThrownBy(() -> run(MOVING)).hasMessageContaining("touch " + files.resolve(MARK));
      assertThat(shop.ids("contract")).containsExactly("1", "2", "3");
      Files.createFile(files.resolve(MARK));
      run(MOVING);
      Files.delete(files.resolve(MARK));
      assertThat(verdict()).as("a table shows what it is").isNotEqualTo(Verdict.UNPROVEN);
      run(ENDING);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
    }

    @Test
    void whatIsUnconfirmedIsSettledThoughNothingIsDue() throws IOException {
      run(MOVING, Barring.NONE, 3);
      Files.delete(parts(".idx").getFirst());
      new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
          .settle(shop.workspace(), expiry(MOVING));
      assertThat(parts(".idx")).hasSize(1);
      assertThat(rows()).isEqualTo(2);
    }

    @Test
    void nothingGoesWhileAnybodyIsOnHold() throws IOException {
      run(MOVING, Barring.NONE, 3);
      Barring somebody =
          new Barring() {
            @Override
            public boolean any() {
              return true;
            }

            @Override
            public Set<String> among(String word, Collection<String> values) {
              return Set.of();
            }

            @Override
            public List<Holds.Hold> rows() {
              return List.of();
            }
          };
      Expired kept = run(ENDING, somebody);
      assertThat(kept.touched()).isZero();
      assertThat(kept.keptBack()).containsEntry(Expired.PEOPLE, 1L);
      assertThat(rows()).isEqualTo(2);
    }

    @Test
    void whatWouldBeLostInAFileIsRefused() {
      shop.execute("ALTER TABLE contract ADD scan " + blob());
      shop.map(
          "technical: [id, customer_id, ended_at]\n",
          "technical: [id, customer_id, ended_at, scan]\n");
      shop.vaultMap(
          "technical: [id, customer_id, ended_at]", "technical: [id, customer_id, ended_at, scan]");
      assertThatThrownBy(() -> run(MOVING))
          .hasMessageContaining("cannot be put into a file without loss");
      shop.vaultMap("ended_at, scan]", "ended_at, none]");
      assertThatThrownBy(() -> run(MOVING)).hasMessageContaining("has no column none");
      assertThat(shop.ids("contract")).containsExactly("1", "2", "3");
    }

    private String blob() {
      return database.engine() == TestDatabase.Engine.POSTGRESQL ? "BYTEA" : "BLOB";
    }

    private Rule rule(String id) {
      return Retention.rules(shop.workspace(), RetentionShop.NOW).stream()
          .filter(r -> r.id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    private Session session() {
      SystemEntry entry =
          Optional.ofNullable(shop.workspace().map().systems().get("vault")).orElseThrow();
      return Connectors.of("vault").orElseThrow().open(entry, entry.access().orElseThrow());
    }

    @Test
    void anEmptyStageIsUpheldWhereItsFolderIsKnownAndNobodyElseMayLook() throws IOException {
      shop.vaultMap("stage: archive", "stage: archive\n    readers: {legal: [alice]}");
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxr-x---"));
      assertThat(verdict("readers", RetentionShop.NOW)).isEqualTo(Verdict.UNPROVEN);
      Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwx------"));
      assertThat(verdict("readers", RetentionShop.NOW)).isEqualTo(Verdict.UPHELD);
      Files.delete(files.resolve(MARK));
      Files.delete(files);
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      assertThat(verdict("readers", RetentionShop.NOW)).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void withoutAMemoryNothingMoves() {
      shop.execute("DROP TABLE upheld_act");
      assertThatThrownBy(() -> run(MOVING)).hasMessageContaining("has no memory of acts");
      assertThat(shop.ids("contract")).containsExactly("1", "2", "3");
    }
  }
}
