package dev.upheld.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs, in one process and in several, with hands that fail and processes that die. */
class JobsTest {
  static final JobTiming FAST =
      new JobTiming(4, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(5));

  private static final Retry THREE = new Retry(3, Duration.ofMillis(50), Duration.ofMillis(200));

  private final StoreAddress.External address = Stores.freshAddress();
  private final Store store = Stores.open(address);
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    store.close();
  }

  private Jobs jobs() {
    return new Jobs(store, FAST, InstantSource.system());
  }

  private String next() {
    return poll().orElseThrow(() -> new AssertionError("nothing happened"));
  }

  private Optional<String> poll() {
    try {
      return Optional.ofNullable(seen.poll(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Test
  void aOneTimeJobRunsWithItsPayloadWhenItsTransactionCommits() {
    try (Jobs jobs = jobs().onDemand("send", THREE, run -> seen.add(run.id() + run.payload()))) {
      jobs.start();
      assertThatThrownBy(
              () ->
                  store.inTransaction(
                      tx -> {
                        Jobs.enqueue(tx, "send", "lost", "", java.time.Instant.EPOCH);
                        throw new IllegalStateException("on purpose");
                      }))
          .isInstanceOf(IllegalStateException.class);
      jobs.enqueue("send", "a", "é{}");
      assertThat(next()).isEqualTo("aé{}");
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void twoProcessesNeverDoTheSameTwice() {
    int count = 200;
    try (Store other = Stores.open(address);
        Jobs here = jobs().onDemand("send", THREE, run -> seen.add(run.id()));
        Jobs there =
            new Jobs(other, FAST, InstantSource.system())
                .onDemand("send", THREE, run -> seen.add(run.id()))) {
      IntStream.range(0, count).forEach(i -> here.enqueue("send", "id" + i, ""));
      here.start();
      there.start();
      List<String> all = IntStream.range(0, count).mapToObj(i -> next()).toList();
      assertThat(all).doesNotHaveDuplicates().hasSize(count);
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void aFailingJobIsTriedAgainThenGivenUpAloudAndCanBeRevived() {
    AtomicInteger broken = new AtomicInteger(3);
    try (Jobs jobs =
        jobs()
            .onDemand(
                "send",
                THREE,
                run -> {
                  seen.add("try " + run.failures());
                  if (broken.getAndDecrement() > 0) {
                    throw new IllegalStateException("ada@person.example");
                  }
                })) {
      jobs.start();
      jobs.enqueue("send", "a", "kept");
      assertThat(List.of(next(), next(), next())).containsExactly("try 0", "try 1", "try 2");
      while (Jobs.dead(store.dsl()).isEmpty()) {
        Thread.onSpinWait();
      }
      DeadJob dead = Jobs.dead(store.dsl()).getFirst();
      assertThat(dead.id()).isEqualTo("a");
      assertThat(dead.attempts()).isEqualTo(3);
      assertThat(dead.reason()).isEqualTo("IllegalStateException");

      while (!Jobs.revive(store.dsl(), "send", "a", java.time.Instant.EPOCH)) {
        Thread.onSpinWait(); // it may be about to be laid down
      }
      assertThat(next()).isEqualTo("try 0");
      assertThat(Jobs.dead(store.dsl())).isEmpty();
      assertThat(Jobs.revive(store.dsl(), "send", "a", java.time.Instant.EPOCH)).isFalse();
    }
  }

  @Test
  void aRecurringJobRunsAgainEvenAfterItFailed() {
    try (Jobs jobs =
        jobs()
            .every(
                "tick",
                Duration.ofMillis(50),
                run -> {
                  seen.add("tick");
                  throw new IllegalStateException("always");
                })) {
      jobs.start();
      assertThat(List.of(next(), next(), next())).containsOnly("tick");
    }
  }

  @Test
  void whatAKilledProcessHeldIsTakenOver() {
    try (ChildJvm child =
        ChildJvm.start(
            HoldingMain.class,
            address.jdbcUrl(),
            address.owner(),
            address.run(),
            address.runPassword().reveal())) {
      child.await("TOOK");
      Jobs.enqueue(store.dsl(), "slow", "s", "", java.time.Instant.EPOCH);
      child.await("TOOK s");
      try (Jobs jobs =
          jobs()
              .onDemand("slow", THREE, run -> seen.add(run.id()))
              .every("tick", Duration.ofHours(1), run -> seen.add(run.id()))) {
        jobs.start();
        child.kill();
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("s", "recurring");
      }
    }
  }

  @Test
  void pausesGrowUpToTheirLimit() {
    assertThat(Retry.USUAL.pause(1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Retry.USUAL.pause(3)).isEqualTo(Duration.ofSeconds(40));
    assertThat(Retry.USUAL.pause(500)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void thePageOfWebhooksSaysHowLongIsTried() throws IOException {
    int attempts = Retry.USUAL.attempts();
    Duration all =
        IntStream.range(1, attempts)
            .mapToObj(Retry.USUAL::pause)
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(all).isGreaterThan(Duration.ofDays(1));
    assertThat(Files.readString(Path.of("..", "docs", "webhooks.md")))
        .contains("tried " + attempts + " times over " + all.toHours() + " hours");
  }
}
