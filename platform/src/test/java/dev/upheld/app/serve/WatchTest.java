package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.JOB_DEAD;
import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;
import static dev.upheld.store.generated.Tables.PROBE_SCHEDULE;
import static dev.upheld.store.generated.Tables.PROBE_STATEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.web.Health.Sign;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server says of itself when something it is there for does not go on. */
class WatchTest {
  @TempDir Path home;

  private final MovedClock clock = new MovedClock();
  private final Store store = Stores.fresh();
  private final Journal journal = new Journal(store, clock);

  private Checkpoints seals;
  private KeyCare keys;

  @BeforeEach
  void prepare() {
    seals =
        new Checkpoints(
            journal, SigningKeys.in(home.resolve("keys")), home.resolve("checkpoints"), clock);
    MasterKey master = MasterKey.given(Secret.of(MasterKey.random()));
    keys =
        new KeyCare(
            store,
            journal,
            shelf -> new DataKeys(master, List.of(), shelf, clock),
            Duration.ofDays(90));
  }

  @AfterEach
  void close() {
    seals.close();
    store.close();
  }

  private Watch watch(boolean former) {
    return watch(former, true);
  }

  private Watch watch(boolean former, boolean mailServer) {
    return new Watch(new Watch.Parts(store, seals, keys, former, mailServer, home, clock));
  }

  private List<String> troubles(Watch watch) {
    clock.pass(Duration.ofSeconds(10)); // what was seen before no longer counts
    return watch.signs().stream()
        .filter(Sign::trouble)
        .map(s -> s.part() + " " + s.what())
        .toList();
  }

  @Test
  void aServerThatDoesWhatItShouldHasNoTrouble() {
    assertThat(troubles(watch(false))).isEmpty();
    assertThat(watch(false).signs()).isEmpty();
    assertThat(watch(true).signs())
        .containsExactly(new Sign("keys", "former-needed-no-more", false));
  }

  @Test
  void jobsAndMailsGivenUpAreToldForADayAndCountedForEver() {
    Watch watch = watch(false);
    store
        .dsl()
        .insertInto(JOB_DEAD)
        .values("alert.webhook", "1", "", 12, "x", clock.instant())
        .execute();
    mail("failed", clock.instant());
    assertThat(troubles(watch)).containsExactly("jobs given-up", "mail given-up");
    clock.pass(Duration.ofDays(1));
    assertThat(troubles(watch)).isEmpty();
    assertThat(watch.figures().orElseThrow().jobs().ever()).isOne();
    assertThat(watch.figures().orElseThrow().mails().ever()).isOne();
  }

  private void mail(String failed, Instant attempted) {
    store
        .dsl()
        .insertInto(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.ID, UUID.randomUUID())
        .set(MAIL_OUTBOX.MESSAGE_ID, UUID.randomUUID().toString())
        .set(MAIL_OUTBOX.TEMPLATE, "alert")
        .set(MAIL_OUTBOX.MADE, attempted)
        .set(MAIL_OUTBOX.ATTEMPTED, attempted)
        .set(MAIL_OUTBOX.NEXT_ATTEMPT, failed.isEmpty() ? attempted : null)
        .set(MAIL_OUTBOX.FAILED, failed.isEmpty() ? null : failed)
        .execute();
  }

  @Test
  void mailThatNobodySendsIsToldAfterAnHour() {
    Watch watch = watch(false);
    mail("", clock.instant());
    assertThat(troubles(watch)).isEmpty();
    clock.pass(Duration.ofHours(1));
    assertThat(troubles(watch)).containsExactly("mail waiting");
    assertThat(watch(false, false).signs())
        .as("without a mail server they wait on purpose")
        .containsExactly(new Sign("mail", "no-server", false));
  }

  @Test
  void proofThatIsLateIsToldUnlessThePromiseIsNoLongerMade() {
    Watch watch = watch(false);
    due("nimbus/support/keep");
    assertThat(troubles(watch)).as("not promised").isEmpty();
    promised("nimbus/support/keep");
    assertThat(troubles(watch)).as("within the grace").isEmpty();
    clock.pass(Duration.ofHours(2));
    assertThat(troubles(watch)).containsExactly("proof late");
  }

  private void due(String promise) {
    store.dsl().insertInto(PROBE_SCHEDULE).values(promise, clock.instant()).execute();
  }

  private void promised(String promise) {
    store
        .dsl()
        .insertInto(PROBE_STATEMENT)
        .set(PROBE_STATEMENT.PROMISE, promise)
        .set(PROBE_STATEMENT.SINCE, clock.instant())
        .set(PROBE_STATEMENT.DIGEST, "0".repeat(64))
        .set(PROBE_STATEMENT.WAY, "probe")
        .set(PROBE_STATEMENT.KIND, "keep")
        .set(PROBE_STATEMENT.DUTY, "retention")
        .set(PROBE_STATEMENT.SENTENCE, "x")
        .execute();
  }

  @Test
  void aJournalThatCannotBeSealedIsTold() throws IOException {
    Watch watch = watch(false);
    journal.append(List.of(Draft.of("a.one", Map.of())));
    Files.createDirectories(home.resolve("checkpoints/journal.jsonl/in-the-way"));
    seals.every(Duration.ofMillis(20));
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (seals.trouble().isEmpty() && System.nanoTime() < patience) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(troubles(watch)).containsExactly("journal journal-file");
    assertThat(watch.isSealed()).isFalse();
    Files.delete(home.resolve("checkpoints/journal.jsonl/in-the-way"));
    Files.delete(home.resolve("checkpoints/journal.jsonl"));
    while (seals.trouble().isPresent() && System.nanoTime() < patience) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(troubles(watch)).isEmpty();
  }
}
