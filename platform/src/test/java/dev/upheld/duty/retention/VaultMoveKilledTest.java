package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.vault.Vault;
import dev.upheld.connect.vault.VaultHeader;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process killed at any moment of moving rows into encrypted files: no row is nowhere or in two
 * places, what was not committed cannot be read, and the next run does the rest.
 */
class VaultMoveKilledTest {

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
    private static final String MOVING = "shop/contracts/keep@shop/contract";
    private static final TableName TABLE = TableName.parse("contract_archive");
    private static final int ROWS = 5;

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
    }

    @AfterEach
    void closes() {
      shop.drop(server());
    }

    private void fill() throws IOException {
      shop.execute(
          "DELETE FROM upheld_act",
          "DELETE FROM contract",
          "DELETE FROM customer",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)");
      IntStream.rangeClosed(1, ROWS)
          .forEach(
              i ->
                  shop.execute(
                      "INSERT INTO contract VALUES (" + i + ", 1, 't', '2026-01-01 10:00:00')"));
      for (Path file : parts("")) {
        Files.delete(file);
      }
    }

    private List<Path> parts(String ending) throws IOException {
      Path table = files.resolve(TABLE.name());
      if (!Files.isDirectory(table)) {
        return List.of();
      }
      try (Stream<Path> all = Files.list(table)) {
        return all.filter(p -> p.toString().endsWith(ending)).toList();
      }
    }

    @Test
    void fewMoments() throws IOException {
      killed(3);
    }

    @Test
    @Tag("long")
    void aHundredMoments() throws IOException {
      killed(100);
    }

    private void killed(int times) throws IOException {
      Long one = Long.getLong("upheld.seed");
      long first = one == null ? System.nanoTime() : one;
      for (int i = 0; i < (one == null ? times : 1); i++) {
        long seed = first + i;
        try {
          once(new Random(seed));
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("with -Dupheld.seed=" + seed + ": " + e.getMessage(), e);
        }
      }
    }

    private void once(Random random) throws IOException {
      fill();
      AtomicInteger moments = new AtomicInteger();
      RetentionKilledMain.run(shop.workspace(), MOVING, UUID.randomUUID(), moments::set);
      fill();
      UUID run = UUID.randomUUID();
      int at = 1 + random.nextInt(moments.get());
      try (ChildJvm child =
          ChildJvm.start(
              Map.of("SHOP_SECRET", database.password()),
              "64m",
              RetentionKilledMain.class,
              folder.toString(),
              MOVING,
              run.toString(),
              String.valueOf(at))) {
        child.await(RetentionKilledMain.STOPPED);
        child.kill();
      }
      List<String> here = shop.ids("contract");
      List<String> there = there();
      assertThat(Stream.concat(here.stream(), there.stream())).doesNotHaveDuplicates();
      // what is in neither lies in files whose key the database has
      long committed = vault().unconfirmed(TABLE).stream().filter(this::isCommitted).count();
      int nowhere = ROWS - here.size() - there.size();
      assertThat(committed == 0 ? nowhere == 0 : nowhere == 1 || nowhere == 2)
          .as("%d rows in neither, %d files committed", nowhere, committed)
          .isTrue();

      remembersExactly(run);
      there = there();
      assertThat(there).hasSize(ROWS - shop.ids("contract").size()).doesNotHaveDuplicates();
      assertThat(parts(".rows")).hasSameSizeAs(parts(".idx"));

      RetentionKilledMain.run(shop.workspace(), MOVING, UUID.randomUUID(), m -> {});
      assertThat(shop.ids("contract")).isEmpty();
      assertThat(there()).hasSize(ROWS).doesNotHaveDuplicates();
      assertThat(parts(".rows")).hasSameSizeAs(parts(".idx"));
    }

    private boolean isCommitted(VaultHeader header) {
      return shop.column("SELECT figures FROM upheld_act").stream()
          .anyMatch(figures -> figures.contains(header.file().toString()));
    }

    private Vault vault() {
      SystemEntry entry =
          Optional.ofNullable(shop.workspace().map().systems().get("vault")).orElseThrow();
      return Vault.of(entry);
    }

    private List<String> there() {
      List<String> ids = new ArrayList<>();
      vault().rows(TABLE).read(Map.of(), (_, values) -> ids.add(values.getFirst().orElseThrow()));
      return ids;
    }

    private void remembersExactly(UUID run) {
      Rule bound = shop.rule("contracts/keep", "contract");
      Expired known =
          new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
              .remembered(shop.workspace(), bound.expiry().orElseThrow(), run)
              .orElseThrow();
      int left = shop.ids("contract").size();
      assertThat(known.at("contract").deleted()).isEqualTo(ROWS - left);
      assertThat(known.at("vault/contract-archive").archived()).isEqualTo(ROWS - left);
    }
  }
}
