package dev.upheld.probe.tell;

import static dev.upheld.store.generated.Tables.JOB;
import static dev.upheld.store.generated.Tables.JOB_DEAD;
import static dev.upheld.store.generated.Tables.PROBE_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.job.JobTiming;
import dev.upheld.job.Jobs;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.keep.Change;
import dev.upheld.probe.keep.Sample;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.JobDeadRecord;
import dev.upheld.store.generated.tables.records.ProbeDeliveryRecord;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves, how it is signed, and where it never goes. */
class WebhooksTest {
  private static final Secret<String> SECRET = Secret.of("0123456789abcdef0123456789abcdef");
  private static final URI CONSOLE = URI.create("https://upheld.example/");
  private static final JobTiming FAST =
      new JobTiming(2, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(5));

  private final Store store = Stores.fresh();
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
    store.close();
  }

  private Webhook hook(String host, Set<String> allowed) {
    String scheme = allowed.isEmpty() ? "https://" : "http://";
    return new Webhook(
        "main", URI.create(scheme + host + ":" + receiver.port() + "/in?a=b"), SECRET, allowed);
  }

  private Webhook local() {
    return hook("127.0.0.1", Set.of("127.0.0.1"));
  }

  private Webhooks webhooks(Webhook hook, Resolver resolver) {
    return webhooks(hook, resolver, InstantSource.fixed(Sample.NOW));
  }

  private Webhooks webhooks(Webhook hook, Resolver resolver, InstantSource clock) {
    Duration brief = Duration.ofMillis(1_500);
    Post post = new Post((SSLSocketFactory) SSLSocketFactory.getDefault(), brief, brief);
    return new Webhooks(store, clock, CONSOLE, List.of(hook), new Webhooks.Way(resolver, post));
  }

  private Webhooks webhooks(Webhook hook) {
    return webhooks(hook, Resolver.SYSTEM);
  }

  private static Change broken() {
    return new Change(
        Sample.VISITS,
        "Visits are kept half a year.",
        Sample.digest(1),
        Optional.of(Verdict.UPHELD),
        Optional.of(Verdict.BROKEN),
        Sample.NOW,
        "3 rows are past their time.");
  }

  private UUID queued(Webhooks webhooks) {
    store.inTransaction(
        tx -> {
          webhooks.tell(tx, List.of(broken()));
          return "";
        });
    return store.dsl().select(PROBE_DELIVERY.ID).from(PROBE_DELIVERY).fetchSingle().value1();
  }

  private String state() {
    return store.dsl().select(PROBE_DELIVERY.STATE).from(PROBE_DELIVERY).fetchSingle().value1();
  }

  private static void refused(TellProblem code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
  }

  @Test
  void anAlertIsSignedAndCarriesALink() {
    Webhooks webhooks = webhooks(local());
    UUID id = queued(webhooks);
    webhooks.deliver(id);
    Receiver.Received got = receiver.next();
    String header = got.headers().getOrDefault("upheld-signature", "");
    assertThat(got.path()).isEqualTo("/in?a=b");
    assertThat(Signature.verifies(SECRET, header, got.body(), Sample.NOW)).isTrue();
    assertThat(got.headers())
        .containsEntry("upheld-delivery", id.toString())
        .containsEntry("upheld-event", "promise.broken")
        .containsEntry("content-type", "application/json");
    assertThat(got.body())
        .contains("\"link\":\"https://upheld.example/promises/nimbus/visits/keep\"")
        .contains("\"from\":\"UPHELD\"")
        .contains("\"to\":\"BROKEN\"");
    assertThat(state()).isEqualTo("sent");
    webhooks.deliver(id);
    assertThat(receiver.received).isEmpty();
  }

  @Test
  void aSignatureFitsOneBodyOneSecretAndFiveMinutes() {
    String header = Signature.of(SECRET, Sample.NOW, "{}");
    Secret<String> other = Secret.of("another-secret-another-secret-32");
    assertThat(Signature.verifies(SECRET, header, "{}", Sample.NOW.plusSeconds(300))).isTrue();
    assertThat(Signature.verifies(SECRET, header, "{}", Sample.NOW.plusSeconds(301))).isFalse();
    assertThat(Signature.verifies(SECRET, header, "{}", Sample.NOW.minusSeconds(301))).isFalse();
    assertThat(Signature.verifies(SECRET, header, "{ }", Sample.NOW)).isFalse();
    assertThat(Signature.verifies(other, header, "{}", Sample.NOW)).isFalse();
    String later = header.replace("t=" + Sample.NOW.getEpochSecond(), "t=1795348900");
    assertThat(Signature.verifies(SECRET, later, "{}", Sample.NOW)).isFalse();
    assertThat(Signature.verifies(SECRET, "", "{}", Sample.NOW)).isFalse();
  }

  @Test
  void theJobTriesAgainUntilItIsTaken() {
    receiver.status.set(503);
    Webhooks webhooks = webhooks(local(), Resolver.SYSTEM, InstantSource.system());
    UUID id = queued(webhooks);
    refused(TellProblem.REFUSED, () -> webhooks.deliver(id));
    assertThat(state()).isEqualTo("waiting");
    String first = receiver.next().headers().get("upheld-delivery");
    receiver.status.set(204);
    try (Jobs jobs = webhooks.plan(new Jobs(store, FAST, InstantSource.system()))) {
      jobs.start();
      assertThat(receiver.next().headers().get("upheld-delivery")).isEqualTo(first);
    }
    assertThat(state()).isEqualTo("sent");
  }

  private void givenUp(UUID id) {
    store
        .dsl()
        .insertInto(JOB_DEAD)
        .set(new JobDeadRecord(Webhooks.JOB, id.toString(), "", 16, "x", Sample.NOW))
        .execute();
    store.dsl().deleteFrom(JOB).where(JOB.TASK_INSTANCE.eq(id.toString())).execute();
  }

  private List<UUID> twoGivenUp(Webhooks webhooks) {
    store.inTransaction(
        tx -> {
          webhooks.tell(tx, List.of(broken(), broken()));
          return "";
        });
    List<UUID> ids =
        store.dsl().select(PROBE_DELIVERY.ID).from(PROBE_DELIVERY).fetchInto(UUID.class);
    ids.forEach(this::givenUp);
    return ids;
  }

  private static Set<String> words(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.toSet());
  }

  @Test
  void whatWasGivenUpIsOnItsWayAgainOnceTheReceiverTakesAnything() {
    Webhooks webhooks = webhooks(local());
    List<UUID> ids = twoGivenUp(webhooks);
    UUID fresh = UUID.randomUUID();
    store
        .dsl()
        .insertInto(PROBE_DELIVERY)
        .set(
            new ProbeDeliveryRecord(
                fresh, "main", "promise.broken", "{}", Sample.NOW, 0, "waiting", ""))
        .execute();
    receiver.status.set(503);
    refused(TellProblem.REFUSED, () -> webhooks.deliver(fresh));
    assertThat(Jobs.dead(store.dsl())).hasSize(2);
    receiver.status.set(200);
    webhooks.deliver(fresh);
    assertThat(Jobs.dead(store.dsl())).isEmpty();
    assertThat(store.dsl().select(JOB.TASK_INSTANCE).from(JOB).fetchSet(JOB.TASK_INSTANCE))
        .isEqualTo(words(ids));
  }

  @Test
  void aReceiverThatAnswersAgainGetsWhatWasGivenUpWithoutAnythingNew() {
    Webhooks webhooks = webhooks(local(), Resolver.SYSTEM, InstantSource.system());
    receiver.status.set(503);
    List<UUID> ids = twoGivenUp(webhooks);
    webhooks.again();
    assertThat(Jobs.dead(store.dsl())).as("still given up, and seen as such").hasSize(2);
    receiver.next();
    assertThat(receiver.received).as("one try, not one for each").isEmpty();
    receiver.status.set(200);
    try (Jobs jobs = webhooks.plan(new Jobs(store, FAST, InstantSource.system()))) {
      jobs.start();
      String first = receiver.next().headers().getOrDefault("upheld-delivery", "");
      String second = receiver.next().headers().getOrDefault("upheld-delivery", "");
      assertThat(Set.of(first, second)).isEqualTo(words(ids));
    }
    assertThat(Jobs.dead(store.dsl())).isEmpty();
  }

  @Test
  void redirectsAreNotFollowed() {
    receiver.status.set(302);
    Webhooks webhooks = webhooks(local());
    UUID id = queued(webhooks);
    refused(TellProblem.REFUSED, () -> webhooks.deliver(id));
    assertThat(receiver.next().path()).isEqualTo("/in?a=b");
    assertThat(receiver.received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::1",
        "2001:db8::1",
        "2001::1"
      })
  void internalAddressesAreRefused(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isFalse();
    Resolver resolver =
        host -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral(address));
    Webhooks webhooks = webhooks(hook("hook.example", Set.of()), resolver);
    UUID id = queued(webhooks);
    refused(TellProblem.INTERNAL, () -> webhooks.deliver(id));
    assertThat(receiver.received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2a00:1450:4007::1", "64:ff9b::808:808"})
  void publicAddressesAreNot(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.1", "0x7f.0.0.1", "[::1]", "2130706433"})
  void otherWritingsOfInternalAddressesAreRefusedToo(String host) {
    try {
      Webhooks webhooks =
          webhooks(new Webhook("main", URI.create("https://" + host + "/"), SECRET, Set.of()));
      UUID id = queued(webhooks);
      assertThatThrownBy(() -> webhooks.deliver(id)).isInstanceOf(ProblemException.class);
      assertThat(store.dsl().select(PROBE_DELIVERY.SAID).from(PROBE_DELIVERY).fetchSingle())
          .satisfies(
              row ->
                  assertThat(row.value1())
                      .isIn(TellProblem.INTERNAL.code(), TellProblem.UNKNOWN_HOST.code()));
    } catch (ProblemException e) {
      assertThat(e.problems().getFirst().code()).isEqualTo(TellProblem.URL);
    }
    assertThat(receiver.received).isEmpty();
  }

  @Test
  void connectsToTheVeryAddressThatWasChecked() {
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        host ->
            asked.incrementAndGet() == 1
                ? List.of(InetAddress.ofLiteral("127.0.0.1"))
                : List.of(InetAddress.ofLiteral("192.0.2.1"));
    Webhooks webhooks = webhooks(hook("hook.example", Set.of("hook.example")), rebinding);
    webhooks.deliver(queued(webhooks));
    assertThat(receiver.next().headers().get("host")).isEqualTo("hook.example:" + receiver.port());
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void whoeverTakesAndSaysNothingIsGivenUpOn() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Webhook hook =
          new Webhook(
              "main",
              URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"),
              SECRET,
              Set.of("127.0.0.1"));
      Webhooks webhooks = webhooks(hook);
      UUID id = queued(webhooks);
      refused(TellProblem.UNREACHABLE, () -> webhooks.deliver(id));
    }
  }

  @Test
  void plainTextToOthersShortSecretsAndPasswordsInAddressesAreRefused() {
    refused(
        TellProblem.URL,
        () -> new Webhook("a", URI.create("http://hook.example/"), SECRET, Set.of()));
    refused(
        TellProblem.URL,
        () -> new Webhook("a", URI.create("https://u:p@hook.example/"), SECRET, Set.of()));
    refused(TellProblem.URL, () -> new Webhook("a", URI.create("file:/etc/x"), SECRET, Set.of()));
    refused(
        TellProblem.SECRET,
        () -> new Webhook("a", URI.create("https://hook.example/"), Secret.of("x"), Set.of()));
  }

  @Test
  void nothingIsSentToWhoeverDoesNotSpeakTls() {
    Webhook hook =
        new Webhook(
            "main",
            URI.create("https://127.0.0.1:" + receiver.port() + "/"),
            SECRET,
            Set.of("127.0.0.1"));
    Webhooks webhooks = webhooks(hook);
    UUID id = queued(webhooks);
    refused(TellProblem.UNREACHABLE, () -> webhooks.deliver(id));
    assertThat(receiver.received).isEmpty();
  }
}
