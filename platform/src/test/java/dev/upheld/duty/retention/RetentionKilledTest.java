package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process killed at any moment of an archiving or a deleting run, between and within its
 * transactions: no row is nowhere or in two places, the system knows exactly what was done, and the
 * next run does the rest.
 */
class RetentionKilledTest {

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
    private static final String ARCHIVING = "shop/contracts/keep@shop/contract";
    private static final String DELETING = "shop/support/keep@shop/ticket";
    private static final int ROWS = 8;

    @TempDir Path folder;
    private TestDatabase database;
    private RetentionShop shop;
    private String archive = "";

    abstract TestServer server();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
      shop.remembers();
      archive = shop.vault();
    }

    @AfterEach
    void closes() {
      shop.drop(server());
    }

    private void fill() {
      shop.execute(
          "DELETE FROM upheld_act",
          "DELETE FROM " + archive,
          "DELETE FROM contract",
          "DELETE FROM attachment",
          "DELETE FROM message",
          "DELETE FROM ticket",
          "DELETE FROM customer",
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)");
      IntStream.rangeClosed(1, ROWS)
          .forEach(
              i ->
                  shop.execute(
                      "INSERT INTO contract VALUES (" + i + ", 1, 't', '2026-01-01 10:00:00')",
                      "INSERT INTO ticket VALUES (" + i + ", 1, 's', '2020-01-01 10:00:00', FALSE)",
                      "INSERT INTO message VALUES (" + i + ", " + i + ", 'b', 1)",
                      "INSERT INTO attachment VALUES (" + i + ", " + i + ")"));
    }

    @Test
    void fewMoments() {
      killed(3);
    }

    @Test
    @Tag("long")
    void aHundredMoments() {
      killed(100);
    }

    private void killed(int times) {
      Long one = Long.getLong("upheld.seed");
      long first = one == null ? System.nanoTime() : one;
      for (int i = 0; i < (one == null ? times : 1); i++) {
        long seed = first + i;
        try {
          once(new Random(seed), seed % 2 == 0 ? ARCHIVING : DELETING);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("with -Dupheld.seed=" + seed + ": " + e.getMessage(), e);
        }
      }
    }

    private void once(Random random, String rule) {
      fill();
      AtomicInteger moments = new AtomicInteger();
      RetentionKilledMain.run(shop.workspace(), rule, UUID.randomUUID(), moments::set);
      fill();
      UUID run = UUID.randomUUID();
      int at = 1 + random.nextInt(moments.get());
      try (ChildJvm child =
          ChildJvm.start(
              Map.of("SHOP_SECRET", database.password()),
              "64m",
              RetentionKilledMain.class,
              folder.toString(),
              rule,
              run.toString(),
              String.valueOf(at))) {
        child.await(RetentionKilledMain.STOPPED);
        child.kill();
      }
      sound();
      remembersExactly(rule, run);
      RetentionKilledMain.run(shop.workspace(), rule, UUID.randomUUID(), m -> {});
      sound();
      if (rule.equals(ARCHIVING)) {
        assertThat(shop.ids("contract")).isEmpty();
        assertThat(shop.ids(archive)).hasSize(ROWS);
      } else {
        assertThat(shop.ids("ticket")).isEmpty();
        assertThat(shop.ids("attachment")).isEmpty();
      }
    }

    /** Every contract is in exactly one place, and nothing hangs in the air. */
    private void sound() {
      List<String> contracts =
          shop.column("SELECT id FROM contract UNION ALL SELECT id FROM " + archive);
      assertThat(contracts).hasSize(ROWS).doesNotHaveDuplicates();
      assertThat(shop.ids("message")).isEqualTo(shop.ids("ticket"));
      assertThat(shop.ids("attachment")).isEqualTo(shop.ids("ticket"));
    }

    private void remembersExactly(String rule, UUID run) {
      boolean archiving = rule.equals(ARCHIVING);
      Rule bound =
          archiving ? shop.rule("contracts/keep", "contract") : shop.rule("support/keep", "ticket");
      Expired known =
          new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
              .remembered(shop.workspace(), bound.expiry().orElseThrow(), run)
              .orElseThrow();
      int left = shop.ids(archiving ? "contract" : "ticket").size();
      assertThat(known.at(archiving ? "contract" : "ticket").deleted()).isEqualTo(ROWS - left);
    }
  }
}
