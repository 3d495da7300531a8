package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.act.ActSession;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at any moment of plan and act: the next try comes to the same receipt. */
class ErasingKilledTest {

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

    abstract TestServer server();

    @Test
    void isDoneOnceAndWhole() throws IOException {
      killed(6, 0);
    }

    @Test
    @Tag("long")
    void noMatterWhenOrHowOften() throws IOException {
      killed(70, 30);
    }

    /**
     * @param moments how often between two calls to the system
     * @param delays how often after some time, in the midst of whatever goes on
     */
    private void killed(int moments, int delays) throws IOException {
      long seed = System.nanoTime();
      Random random = new Random(seed);
      int all = moments();
      System.out.println(
          "erasing killed " + (moments + delays) + " times, " + all + " moments, seed " + seed);
      for (int i = 0; i < moments; i++) {
        // the last ones lie around the commit
        int at = i < 3 ? all - 2 - i : 1 + random.nextInt(all);
        once(at, Optional.empty(), "seed " + seed + ", moment " + at);
      }
      for (int i = 0; i < delays; i++) {
        int millis = random.nextInt(2_000);
        once(0, Optional.of(Duration.ofMillis(millis)), "seed " + seed + ", after " + millis);
      }
    }

    private ShopFixture shop() {
      ShopFixture shop = new ShopFixture(server().freshDatabase(), folder);
      shop.remembers();
      return shop;
    }

    private int moments() {
      ShopFixture shop = shop();
      Counting counting = new Counting(moment -> {});
      Erasing erasing = ShopFixture.erasing(entry -> counting.around(ShopFixture.open(entry)));
      Planned planned = shop.plan(erasing, ShopFixture.ANNA);
      assertThat(erasing.act(planned, planned.plan(), false, Progress.SILENT).isWhole()).isTrue();
      shop.database().drop(server());
      return counting.moments();
    }

    private void once(int at, Optional<Duration> delay, String when) throws IOException {
      ShopFixture shop = shop();
      TestDatabase database = shop.database();
      Plan approved = shop.plan(Map.of("email", ShopFixture.ANNA)).plan();
      Path file = Files.writeString(folder.resolve("plan.json"), PlanJson.keep(approved));
      Bystanders before = Bystanders.of(database);
      try (ChildJvm child =
          ChildJvm.start(
              Map.of("SHOP_SECRET", database.password()),
              "64m",
              KilledMain.class,
              folder.toString(),
              file.toString(),
              ShopFixture.ANNA,
              String.valueOf(at))) {
        if (delay.isPresent()) {
          child.ends(delay.get());
        } else {
          child.await(KilledMain.STOPPED);
        }
      }
      afterwards(shop, approved, before, when);
      database.drop(server());
    }

    private void afterwards(ShopFixture shop, Plan approved, Bystanders before, String when) {
      Optional<String> remembered = remembered(shop, approved);
      Bystanders found = Bystanders.of(shop.database());
      if (remembered.isEmpty()) {
        assertThat(found).as(when).isEqualTo(before);
      } else {
        before.changedExactly(found, approved.systems().getFirst());
      }
      Receipt first = again(shop, approved);
      Bystanders after = Bystanders.of(shop.database());
      before.changedExactly(after, approved.systems().getFirst());
      assertThat(first.isWhole()).as(when).isTrue();
      remembered.ifPresent(said -> assertThat(said(first)).as(when).isEqualTo(said));
      Receipt second = again(shop, approved);
      assertThat(second.json()).as(when).isEqualTo(first.json());
      assertThat(Bystanders.of(shop.database())).as(when).isEqualTo(after);
    }

    private static Receipt again(ShopFixture shop, Plan approved) {
      Planned planned = shop.plan(Map.of("email", ShopFixture.ANNA));
      return shop.erasing().act(planned, approved, false, Progress.SILENT);
    }

    private static String said(Receipt receipt) {
      SystemReceipt system = receipt.systems().getFirst();
      return system.at().orElseThrow() + " " + system.figures();
    }

    private static Optional<String> remembered(ShopFixture shop, Plan approved) {
      try (ActSession session =
          ShopFixture.open(shop.workspace().map().systems().values().iterator().next())) {
        return session
            .inVain(() -> session.remembered(approved.act("shop")))
            .map(r -> r.at() + " " + r.figures());
      }
    }
  }
}
