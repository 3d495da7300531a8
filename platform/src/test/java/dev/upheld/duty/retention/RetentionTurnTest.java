package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule is run by one process at a time, over a clock that does not go back. */
class RetentionTurnTest {
  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RetentionShop shop = new RetentionShop(database, TestFolders.create("turns"));
  private final StoreAddress.External address = Stores.freshAddress();
  private final Store store = Stores.open(address);
  private Instant now = RetentionShop.NOW;
  private final Retaining retaining =
      new Retaining(
          new Retaining.Parts(
              Optional.of(new Retaining.Books(store, new Journal(store, () -> now))),
              new Expiring(RetentionShop::open, Barring.NONE, () -> now),
              ResidueWork::open,
              () -> now));

  @BeforeEach
  void fills() {
    shop.remembers();
    shop.execute(
        "INSERT INTO visit SELECT n, TIMESTAMP '2020-01-01 10:00:00', 'a' FROM generate_series(1, 6) n");
    Rule rule = shop.rule("visits/keep", "visit");
    retaining.release(
        shop.workspace(),
        new Retaining.What(rule.id(), rule.digest(), new Seen.Unsaid()),
        Optional.empty());
  }

  @AfterEach
  void closes() {
    store.close();
    database.drop(Databases.postgres());
  }

  private static Retaining.Way way(boolean anyway) {
    return new Retaining.Way(Pace.Way.usual(d -> {}), () -> false, Progress.SILENT, anyway, w -> w);
  }

  private Ran run(boolean anyway) {
    List<Ran> runs = retaining.run(shop.workspace(), Optional.empty(), way(anyway));
    assertThat(runs).hasSize(1);
    return runs.getFirst();
  }

  private List<Ran> kept() {
    return retaining.status(shop.workspace(), Optional.empty(), 10).stream()
        .flatMap(s -> s.runs().stream())
        .toList();
  }

  @Test
  void theSecondFindsTheRuleTakenUntilTheFirstIsKilled() {
    UUID first;
    try (ChildJvm child =
        ChildJvm.start(
            Map.of(
                "SHOP_SECRET", database.password(), "STORE_SECRET", address.runPassword().reveal()),
            "96m",
            RetentionTurnMain.class,
            shop.folder().toString(),
            address.jdbcUrl(),
            address.owner(),
            address.run())) {
      child.await(RetentionTurnMain.STOPPED);
      int left = shop.ids("visit").size();
      assertThat(left).isBetween(1, 5);
      Ran second = run(false);
      assertThat(second.trouble().orElseThrow()).contains("Another run of this rule is at work");
      assertThat(shop.ids("visit")).hasSize(left);
      assertThat(kept()).hasSize(1).allMatch(r -> r.ended().isEmpty());
      first = kept().getFirst().id();
      child.kill();
    }
    Instant night = now.minus(Duration.ofHours(2));
    List<Ran> again = retaining.runSince(shop.workspace(), night, way(false));
    assertThat(again).hasSize(1).allMatch(r -> r.trouble().isEmpty());
    assertThat(shop.ids("visit")).isEmpty();
    Ran killed = kept().stream().filter(r -> r.id().equals(first)).findFirst().orElseThrow();
    assertThat(killed.trouble().orElseThrow()).contains("process ended");
    long did = killed.done().orElseThrow().at("visit").deleted();
    assertThat(did + again.getFirst().due().orElseThrow().past()).isEqualTo(6);
  }

  @Test
  void aClockThatWentBackIsRefusedUntilSomebodySaysSo() {
    now = now.plus(Duration.ofDays(3));
    assertThat(run(false).trouble()).isEmpty();
    now = RetentionShop.NOW;
    shop.execute("INSERT INTO visit VALUES (9, '2020-01-01 10:00:00', 'b')");
    for (int i = 0; i < 2; i++) {
      assertThat(run(false).trouble().orElseThrow()).contains("one of them is wrong", "--anyway");
      assertThat(shop.ids("visit")).containsExactly("9");
    }
    assertThat(run(true).trouble()).isEmpty();
    assertThat(shop.ids("visit")).isEmpty();
    assertThat(run(false).trouble()).isEmpty();
  }

  private void hours(String hours) {
    shop.systems("country: FR", "country: FR, retention: {hours: " + hours + "}");
  }

  @Test
  void outsideItsHoursNothingIsDoneButForWhoWantsItAnyway() {
    hours("22:00-05:00"); // it is 13:00 in Paris
    assertThat(run(false).trouble().orElseThrow())
        .contains("from 22:00 to 05:00", "from 2026-11-22T21:00:00Z", "--anyway");
    assertThat(retaining.runSince(shop.workspace(), now.minusSeconds(9), way(false))).isEmpty();
    assertThat(shop.ids("visit")).hasSize(6);
    assertThat(kept()).isEmpty();
    assertThat(run(true).trouble()).isEmpty();
    assertThat(shop.ids("visit")).isEmpty();
  }

  @Test
  void aRunThatReachesTheEndOfItsHoursGoesOnWhenTheyComeAgain() {
    hours("22:00-05:00");
    now = Instant.parse("2026-11-23T03:59:00Z");
    Retaining.Way slow =
        new Retaining.Way(
            new Pace.Way(Duration.ofSeconds(1), 1, 0, d -> {}),
            () -> {
              now = now.plusSeconds(15);
              return false;
            },
            Progress.SILENT);
    Instant night = Instant.parse("2026-11-23T00:00:00Z");
    List<Ran> first = retaining.runSince(shop.workspace(), night, slow);
    assertThat(first).hasSize(1).allMatch(r -> r.trouble().isEmpty());
    assertThat(first.getFirst().done().orElseThrow().whole()).isFalse();
    int left = shop.ids("visit").size();
    assertThat(left).isBetween(1, 5);
    assertThat(retaining.runSince(shop.workspace(), night, way(false))).isEmpty();
    now = Instant.parse("2026-11-23T21:00:00Z");
    assertThat(retaining.runSince(shop.workspace(), night, way(false))).hasSize(1);
    assertThat(shop.ids("visit")).isEmpty();
  }

  @Test
  void aRuleThatIsReleasedAsAnotherWhileItRunsStopsAndSaysWhy() {
    String rule = shop.rule("visits/keep", "visit").id();
    AtomicBoolean changed = new AtomicBoolean();
    Retaining.Way slow =
        new Retaining.Way(
            new Pace.Way(Duration.ofSeconds(1), 1, 0, d -> {}),
            () -> {
              if (shop.ids("visit").size() == 5 && changed.compareAndSet(false, true)) {
                change(rule);
              }
              return false;
            },
            Progress.SILENT);
    Ran ran = retaining.run(shop.workspace(), Optional.empty(), slow).getFirst();
    assertThat(ran.trouble().orElseThrow()).contains("changed while it ran");
    assertThat(ran.done().orElseThrow().at("visit").deleted()).isOne();
    assertThat(shop.ids("visit")).hasSize(5);
  }

  private void change(String rule) {
    shop.charter("keep: {for: 180 days", "keep: {for: 90 days");
    Rule other = shop.rule("visits/keep", "visit");
    retaining.release(
        shop.workspace(),
        new Retaining.What(rule, other.digest(), new Seen.Unsaid()),
        Optional.empty());
    now = now.plusSeconds(3); // the store is asked every few seconds
  }
}
