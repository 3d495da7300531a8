package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.duty.request.Notice;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.tell.Receiver;
import dev.upheld.probe.tell.Receiver.Received;
import dev.upheld.probe.tell.Signature;
import dev.upheld.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's turns reach a program of the company as signed messages, and a system that no program
 * of ours reaches says by a signed message that its part is done.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestWebhooksTest {
  private static final String ADA = "ada@people.example";
  private static final String IN = "/api/v1/webhooks/tasks";

  /** As RunningServer gives them. */
  private static final Secret<String> OUT =
      Secret.of(Base64.getEncoder().encodeToString(new byte[32]));

  private static final Secret<String> OTHER =
      Secret.of(
          Base64.getEncoder()
              .encodeToString(
                  "another".repeat(5).substring(3).getBytes(StandardCharsets.US_ASCII)));

  private final Receiver receiver = new Receiver();
  private final List<Received> heard = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // set before all tests
  private MarkedShop shop;

  @BeforeAll
  void start() {
    shop =
        MarkedShop.chatting(
            Databases.postgres().freshDatabase(),
            Map.of(
                "webhook.url", "http://127.0.0.1:" + receiver.port() + "/in",
                "webhook.secret", "env:TEST_KEY",
                "webhook.allow", "127.0.0.1",
                "webhook.events", "request.*",
                "webhook.in.systems", "chat=env:TEST_OTHER_KEY, main=env:TEST_KEY",
                "webhook.in.any", "tickets=env:TEST_KEY"));
  }

  @AfterAll
  void stop() {
    shop.close();
    receiver.close();
  }

  /** Waits for this event of a request; they come in any order. */
  private JsonNode event(String here, String event) {
    for (Optional<JsonNode> found = among(here, event); ; found = among(here, event)) {
      if (found.isPresent()) {
        return found.get();
      }
      Received next = next();
      heard.add(next);
      String signature = next.headers().getOrDefault("upheld-signature", "");
      assertThat(Signature.verifies(OUT, signature, next.body(), AlertsTaken.signed(signature)))
          .isTrue();
    }
  }

  private Optional<JsonNode> among(String here, String event) {
    return heard.stream()
        .filter(m -> event.equals(m.headers().get("upheld-event")))
        .map(m -> JsonMapper.shared().readTree(m.body()))
        .filter(b -> here.endsWith("/" + b.get("request").asString()))
        .filter(b -> b.get("event").asString().equals(event))
        .findFirst();
  }

  /** Jobs that are due run at once, and one may bring about another. */
  private Received next() {
    for (int tries = 0; tries < 100; tries++) {
      shop.server.look();
      Optional<Received> next = receiver.within(Duration.ofMillis(300));
      if (next.isPresent()) {
        return next.get();
      }
    }
    throw new AssertionError("nothing came after " + heard.size() + " others");
  }

  private Browser officer() {
    return shop.server.signedIn(Role.OFFICER);
  }

  /** An erasure whose plan is approved, so that the chat has a task; gives its page. */
  private String approved(Browser officer) {
    String here = shop.proved(officer, ADA, "erasure");
    officer.post(here + "/plan");
    Page approved = officer.post(here + "/approve", "digest", MarkedShop.digest(officer.get(here)));
    assertThat(approved.status()).as(approved.body()).isEqualTo(303);
    return here;
  }

  private String task(String here) {
    JsonNode given = event(here, "request.task-given");
    assertThat(given.get("system").asString()).isEqualTo("chat");
    return given.get("task").asString();
  }

  private static String message(String id, String task, String outcome) {
    return """
        {"id": "%s", "task": "%s", "outcome": "%s", "counts": {"erased": 3, "kept": 1}}"""
        .formatted(id, task, outcome);
  }

  private static String message(String task, String outcome) {
    return message(UUID.randomUUID().toString(), task, outcome);
  }

  private Page send(String key, String body) {
    return send(key, key.equals("chat") ? OTHER : OUT, shop.server.clock.instant(), body);
  }

  private Page send(String key, Secret<String> secret, Instant at, String body) {
    return shop.server
        .browser()
        .with("Upheld-Key", key)
        .with(Signature.HEADER, Signature.of(secret, at, body))
        .postBody(IN, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(Page page, int status, String code) {
    assertThat(page.status()).as(page.body()).isEqualTo(status);
    assertThat(page.body()).contains("urn:upheld:" + code);
  }

  @Test
  void everyTurnReachesTheReceiverAndTellsOfNobody() {
    Browser officer = officer();
    String here = approved(officer);
    String reference = here.substring("/requests/".length());
    JsonNode received = event(here, "request.received");
    assertThat(received.get("request").asString()).isEqualTo(reference);
    assertThat(received.get("link").asString()).isEqualTo(shop.server.url() + here);
    assertThat(received.get("rights").toString()).isEqualTo("[\"erasure\"]");
    assertThat(event(here, "request.identified").get("method").asString()).isEqualTo("call-back");
    assertThat(event(here, "request.planned").get("plan").asString()).hasSize(64);
    assertThat(event(here, "request.approved").get("state").asString()).isEqualTo("approved");
    String task = task(here);
    officer.post(here + "/run");
    officer.post(here + "/done", "task", task, "words", "Ada is gone there too");
    assertThat(event(here, "request.task-done").get("task").asString()).isEqualTo(task);
    MarkedShop.waitFor(officer, here, "Receipt");
    officer.post(here + "/finish", "words", "All of it is erased.");
    JsonNode closed = event(here, "request.closed");
    assertThat(closed.get("state").asString()).isEqualTo("done");
    assertThat(closed.at("/rights/erasure").asString()).isEqualTo("kept");
    assertThat(heard)
        .allSatisfy(
            m ->
                assertThat(m.body().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("ada@", "lovelace", "people.example", "please", "gone there"));
    assertThat(heard)
        .allSatisfy(m -> assertThat(Notice.EVENTS).contains(m.headers().get("upheld-event")));
  }

  @Test
  void refusalsAndDaysAreTold() {
    Browser officer = officer();
    String here = shop.letter(officer, ADA, "erasure");
    officer.post(
        here + "/refuse",
        "right",
        "erasure",
        "ground",
        "not-covered",
        "words",
        "We hold nothing that is yours.");
    JsonNode decided = event(here, "request.decided");
    assertThat(decided.get("outcome").asString()).isEqualTo("refused");
    assertThat(decided.toString()).doesNotContain("We hold");
    assertThat(event(here, "request.closed").get("state").asString()).isEqualTo("refused");

    String other = shop.letter(officer, "bob@people.example", "access");
    shop.server.clock.pass(Duration.ofDays(26));
    assertThat(event(other, "request.due-soon").get("request").asString())
        .isEqualTo(other.substring(10));
    shop.server.clock.pass(Duration.ofDays(10));
    assertThat(event(other, "request.overdue").get("days").asInt()).isNegative();
  }

  @Test
  void aSystemSaysThatItsPartIsDoneAndTheTaskIs() {
    Browser officer = officer();
    String here = approved(officer);
    String task = task(here);

    Page taken = send("chat", message(task, "done"));

    assertThat(taken.status()).as(taken.body()).isEqualTo(204);
    JsonNode told = event(here, "request.task-done");
    assertThat(told.get("by").asString()).isEqualTo("chat");
    assertThat(told.at("/counts/erased").asInt()).isEqualTo(3);
    assertThat(officer.get(here).body()).contains("Reported by chat", "erased 3", "kept 1");
    assertThat(shop.journalled("request.task-done")).contains("by=chat", "erased=3", task);
    refused(send("chat", message(task, "done")), 409, "request-not-now");
  }

  @Test
  void aTaskThatFailedWaitsForSomebody() {
    Browser officer = officer();
    String here = approved(officer);
    String task = task(here);
    String body = message(task, "failed").replace("}}", "}, \"note\": \"The account is locked.\"}");
    assertThat(send("tickets", body).status()).isEqualTo(204);
    assertThat(officer.get(here).body())
        .contains("failed", "Reported by tickets", "The account is locked.");
    assertThat(shop.server.newest("dpo@nimbus.example", "could not do its task")).contains(here);
    assertThat(event(here, "request.task-failed").toString()).doesNotContain("locked");
    assertThat(shop.journalled("request.task-failed")).doesNotContain("locked");
    officer.post(here + "/run");
    MarkedShop.waitFor(officer, here, "Receipt");
    assertThat(officer.post(here + "/finish", "words", "All of it is erased.").status())
        .as("as long as a task is open")
        .isNotEqualTo(303);
    assertThat(send("chat", message(task, "done")).status()).isEqualTo(204);
    assertThat(officer.post(here + "/finish", "words", "All of it is erased.").status())
        .isEqualTo(303);
  }

  @Test
  void whatIsNotSignedOldOrRepeatedChangesNothing() {
    Browser officer = officer();
    String here = approved(officer);
    String task = task(here);
    Instant now = shop.server.clock.instant();
    String body = message("message-1", task, "failed");

    Page unsigned =
        shop.server
            .browser()
            .postBody(IN, "application/json", body.getBytes(StandardCharsets.UTF_8));
    refused(unsigned, 401, "webhook-signature");
    refused(send("chat", OUT, now, body), 401, "webhook-signature");
    refused(send("nobody", OTHER, now, body), 401, "webhook-signature");
    refused(send("nobody", Secret.of("-".repeat(32)), now, body), 401, "webhook-signature");
    refused(
        shop.server
            .browser()
            .with("Upheld-Key", "chat")
            .with(Signature.HEADER, Signature.of(OTHER, now, body))
            .postBody(
                IN,
                "application/json",
                body.replace("failed", "done").getBytes(StandardCharsets.UTF_8)),
        401,
        "webhook-signature");
    refused(send("chat", OTHER, now.minusSeconds(301), body), 401, "webhook-stale");
    refused(send("chat", OTHER, now.plusSeconds(302), body), 401, "webhook-stale");
    assertThat(officer.get(here).body()).doesNotContain("Reported by");

    assertThat(send("chat", body).status()).isEqualTo(204);
    refused(send("chat", body), 409, "request-heard");
    assertThat(officer.get(here).body()).contains("Reported by chat");

    for (int i = 0; i < 25; i++) {
      refused(send("chat", OUT, now, "{}"), 401, "webhook-signature");
    }
    refused(send("chat", OUT, now, "{}"), 429, "api-too-many");
    assertThat(send("chat", message(task, "done")).status())
        .as("genuine ones go on")
        .isEqualTo(204);
  }

  @Test
  void aKeyReportsItsSystemAloneAndOnlyWhatThereIs() {
    String here = approved(officer());
    String task = task(here);
    refused(send("main", message(task, "done")), 404, "request-no-task");
    refused(send("chat", message(UUID.randomUUID().toString(), "done")), 404, "request-no-task");
    refused(send("chat", message("x", "done")), 400, "api-parameter");
    refused(send("chat", message(task, "perhaps")), 400, "api-parameter");
    refused(send("chat", message("short", task, "done")), 400, "api-parameter");
    refused(
        send("chat", message(task, "done").replace("erased", "ada@people.example")),
        400,
        "api-parameter");
    refused(send("chat", message(task, "done").replace("3", "-3")), 400, "api-parameter");
    refused(send("chat", "no json, but ada@people.example"), 400, "api-body");
    assertThat(send("chat", "no json, but ada@people.example").body()).doesNotContain("ada@");
    assertThat(send("tickets", message(task, "done")).status()).isEqualTo(204);
  }
}
