package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.JOB;
import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;
import static dev.upheld.store.generated.Tables.PROBE_DELIVERY;
import static dev.upheld.store.generated.Tables.PROBE_STANDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.journal.Checkpoint;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.journal.JournalExport;
import dev.upheld.journal.JournalVerifier;
import dev.upheld.journal.Verification;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.tell.Webhooks;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.StoreHome;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestFolders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The whole server, killed at any moment, again and again. Whatever it was about to say is said
 * when it comes back: once by its id, however often the message was repeated.
 */
class ServerKilledTest {
  /** Longer than any lease and pause: a server that comes back has nothing to wait for. */
  private static final Duration BETWEEN = Duration.ofMinutes(10);

  private static final int KINDS = 5;
  private static final int SLOWEST_START_MILLIS = 5_000;
  private static final int LATEST_MILLIS = 900;
  private static final int ENOUGH_SECONDS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final FlippingCompany company = new FlippingCompany();
  private final AlertsTaken alerts = new AlertsTaken(seed);
  private final MailsTaken mails = new MailsTaken();
  private final StoreAddress.External address = Stores.freshAddress();
  private final Map<String, String> variables = variables();
  private final List<Checkpoint> held = new ArrayList<>();
  private int starts;

  @AfterEach
  void close() {
    alerts.close();
    mails.close();
  }

  @Test
  void nothingIsLostOrSaidTwiceAndTheChainHolds() throws IOException {
    killed(KINDS);
  }

  @Test
  @Tag("long")
  void noMatterHowOften() throws IOException {
    killed(80);
  }

  private void killed(int times) throws IOException {
    System.out.println("server killed " + times + " times, seed " + seed);
    try (Store store = Stores.open(address)) {
      for (int i = 0; i < times; i++) {
        company.flip(random);
        killOnce(i % KINDS);
        intact(store);
      }
      alerts.refusing.set(false);
      Map<String, Boolean> truth = company.truth();
      try (ChildJvm last = start()) {
        last.await(CrashMain.READY);
        awaitRest(last, () -> standing(store).equals(truth) && nothingWaits(store));
        last.kill();
        clean(last);
      }
      intact(store);
      told(store);
    }
    System.out.println(
        alerts.ids().size() + " alerts, " + alerts.repetitions + " repeated; " + mails.summary());
  }

  /** The first kind dies while it starts, the others behind so many alerts, each some time. */
  private void killOnce(int kind) {
    try (ChildJvm child = start()) {
      if (kind > 0) {
        child.await(CrashMain.READY);
        alertsCome(kind - 1);
      }
      int latest = kind > 0 ? LATEST_MILLIS : SLOWEST_START_MILLIS;
      assertThat(child.ends(Duration.ofMillis(random.nextInt(latest))))
          .as("it does not end by itself, seed %d: %s", seed, child.said())
          .isFalse();
      child.kill();
      clean(child);
    }
  }

  /** So many more, or fewer when there is nothing more to say. */
  private void alertsCome(int count) {
    alerts.came.drainPermits();
    try {
      var _ = alerts.came.tryAcquire(count, ENOUGH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void awaitRest(ChildJvm last, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(last.ends(LOOK)).as("it does not end by itself").isFalse();
      assertThat(System.nanoTime()).as("all is said in time, seed %d", seed).isLessThan(end);
    }
  }

  /** Being killed is no failure of anything: neither this time nor the time before. */
  private void clean(ChildJvm child) {
    assertThat(child.said())
        .as("seed %d", seed)
        .noneMatch(line -> line.contains("SEVERE") || line.contains("Exception"));
  }

  private ChildJvm start() {
    List<String> arguments = new ArrayList<>();
    arguments.add(company.root().toString());
    arguments.add(Long.toString(BETWEEN.multipliedBy(++starts).toSeconds()));
    variables.forEach((name, value) -> arguments.add(name + "=" + value));
    return ChildJvm.start(CrashMain.class, arguments.toArray(String[]::new));
  }

  private Map<String, String> variables() {
    Map<String, String> all = new HashMap<>(company.variables());
    all.put("UPHELD_HOME", TestFolders.create("killed-home").toString());
    all.put("KEY", Base64.getEncoder().encodeToString(new byte[32]));
    all.put("PASSWORD", address.runPassword().reveal());
    all.put("HOOK", AlertsTaken.secret());
    all.put("setting:listen.port", "0");
    all.put("setting:store.url", address.jdbcUrl());
    all.put("setting:store.owner", address.owner());
    all.put("setting:store.owner-password", "env:PASSWORD");
    all.put("setting:store.run", address.run());
    all.put("setting:store.run-password", "env:PASSWORD");
    all.put("setting:keys.master", "env:KEY");
    all.put("setting:mail.host", "127.0.0.1");
    all.put("setting:mail.port", mails.port());
    all.put("setting:mail.encryption", "none");
    all.put("setting:mail.from", "upheld@nimbus.example");
    all.put("setting:webhook.url", alerts.url());
    all.put("setting:webhook.secret", "env:HOOK");
    all.put("setting:webhook.allow", "127.0.0.1");
    all.put("setting:proof.every", "1 minute");
    return all;
  }

  private StoreHome home() {
    return StoreHome.of(variables);
  }

  /** Sealed by us as well after each kill: what was there once stays there as it was. */
  private void intact(Store store) throws IOException {
    Journal journal = journal(store);
    Checkpoints checkpoints = Wiring.checkpoints(journal, home(), clock());
    checkpoints.write().ifPresent(held::add);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new JournalExport(
            journal,
            checkpoints.all(),
            Wiring.signing(home()).published(),
            clock(),
            Progress.SILENT)
        .write(file);
    Verification found =
        new JournalVerifier(Wiring.signing(home()).all(), held.iterator())
            .run(new ByteArrayInputStream(file.toByteArray()));
    assertThat(found.faults()).as("seed %d", seed).isEmpty();
    assertThat(found.sealed()).isEqualTo(journal.head().sequence());
  }

  private Journal journal(Store store) {
    return new Journal(store, clock());
  }

  /** Of the server that was killed last. */
  private InstantSource clock() {
    Duration ahead = BETWEEN.multipliedBy(starts);
    return () -> Instant.now().plus(ahead);
  }

  /** Whether each promise is broken, as the store has it. */
  private static Map<String, Boolean> standing(Store store) {
    return store
        .dsl()
        .selectFrom(PROBE_STANDING)
        .where(PROBE_STANDING.PROMISE.like("%/keep"))
        .fetchMap(PROBE_STANDING.PROMISE, row -> row.getVerdict().equals("BROKEN"));
  }

  private static boolean nothingWaits(Store store) {
    return store.dsl().fetchCount(PROBE_DELIVERY, PROBE_DELIVERY.STATE.ne("sent")) == 0
        && store.dsl().fetchCount(JOB, JOB.TASK_NAME.eq(Webhooks.JOB)) == 0
        && store.dsl().fetchCount(MAIL_OUTBOX, MAIL_OUTBOX.SENT.isNull()) == 0;
  }

  /** Every change in the journal that somebody must hear of was told once, in each way. */
  private void told(Store store) {
    List<Entry> changes =
        journal(store).page(0, Integer.MAX_VALUE, "promise.").stream()
            .filter(ServerKilledTest::mustBeTold)
            .toList();
    assertThat(changes).as("seed %d", seed).isNotEmpty();
    assertThat(alerts.faults).as("seed %d", seed).isEmpty();
    assertThat(alerts.all())
        .as("alerts by id, seed %d", seed)
        .extracting(ServerKilledTest::said)
        .containsExactlyInAnyOrderElementsOf(
            changes.stream().map(e -> said(e) + " " + e.facts().get("at")).toList());
    assertThat(mails.changes())
        .as("mails by id, seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(changes.stream().map(ServerKilledTest::said).toList());
  }

  private static boolean mustBeTold(Entry change) {
    return "BROKEN".equals(change.facts().get("to")) || "BROKEN".equals(change.facts().get("from"));
  }

  private static String said(Entry change) {
    Map<String, Object> facts = change.facts();
    return facts.get("promise") + " " + facts.getOrDefault("from", "-") + " " + facts.get("to");
  }

  private static String said(JsonNode alert) {
    return Stream.of("promise", "from", "to", "since")
        .map(field -> alert.path(field).asString("-"))
        .collect(Collectors.joining(" "));
  }
}
