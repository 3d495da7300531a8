package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A process killed at any moment while whole partitions go, between what is meant, done and
 * confirmed too: the system knows exactly what went, and the next run does the rest.
 */
class PartitionKilledTest {

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
    private static final String RULE = "shop/visits/keep@shop/visit";
    private static final int EACH = 3;

    abstract TestServer server();

    @Test
    void fewMoments() {
      killed(4);
    }

    @Test
    @Tag("long")
    void manyMoments() {
      killed(60);
    }

    private void killed(int times) {
      Long one = Long.getLong("upheld.seed");
      long first = one == null ? System.nanoTime() : one;
      int moments = counted();
      for (int i = 0; i < (one == null ? times : 1); i++) {
        try {
          once(1 + new Random(first + i).nextInt(moments));
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("with -Dupheld.seed=" + (first + i) + ": " + e.getMessage(), e);
        }
      }
    }

    private static PartitionedVisits filled(TestDatabase database) {
      PartitionedVisits visits = new PartitionedVisits(database);
      for (int month = 1; month <= 5; month++) {
        for (int i = 1; i <= EACH; i++) {
          visits.visit(10 * month + i, LocalDate.of(2026, month, i), "NULL", false);
        }
      }
      return visits;
    }

    private int counted() {
      TestDatabase database = server().freshDatabase();
      try {
        AtomicInteger moments = new AtomicInteger();
        RetentionKilledMain.run(
            filled(database).shop.workspace(), RULE, UUID.randomUUID(), moments::set);
        return moments.get();
      } finally {
        database.drop(server());
      }
    }

    private void once(int moment) {
      TestDatabase database = server().freshDatabase();
      try {
        PartitionedVisits visits = filled(database);
        UUID run = UUID.randomUUID();
        try (ChildJvm child =
            ChildJvm.start(
                Map.of("SHOP_SECRET", database.password()),
                "64m",
                RetentionKilledMain.class,
                visits.shop.folder().toString(),
                RULE,
                run.toString(),
                String.valueOf(moment))) {
          child.await(RetentionKilledMain.STOPPED);
          child.kill();
        }
        Expired known =
            new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
                .remembered(
                    visits.shop.workspace(),
                    visits.shop.rule("visits/keep", "visit").expiry().orElseThrow(),
                    run)
                .orElseThrow();
        int left = visits.shop.ids("visit").size();
        assertThat(known.at("visit").deleted()).as("moment " + moment).isEqualTo(5 * EACH - left);
        assertThat(visits.partitions())
            .as("moment " + moment)
            .noneMatch(p -> known.partitions().containsKey(p))
            .hasSize(12 - known.partitions().size());
        RetentionKilledMain.run(visits.shop.workspace(), RULE, UUID.randomUUID(), m -> {});
        assertThat(visits.shop.ids("visit")).isEmpty();
        assertThat(visits.partitions()).hasSize(12 - 4);
      } finally {
        database.drop(server());
      }
    }
  }
}
