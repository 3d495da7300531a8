package dev.upheld.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.http.ScriptedServer.Answer;
import dev.upheld.connect.http.ScriptedServer.Call;
import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.datamap.partner.Partner;
import dev.upheld.datamap.partner.PartnerReader;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What Stripe does not need: POST with an idempotency key, Basic, links to the next page. */
class OtherPartnerTest {
  private final Waiting time = new Waiting(Instant.EPOCH);

  private static Partner acme() {
    try (InputStream in =
        Objects.requireNonNull(OtherPartnerTest.class.getResourceAsStream("acme.yaml"))) {
      PartnerReader.Result result = PartnerReader.read("acme.yaml", in.readAllBytes());
      assertThat(result.faults()).isEmpty();
      return result.partner().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PartnerSession open(ScriptedServer server) {
    return new HttpPartners(time, time)
        .open(StripeTest.entry(acme(), server.address() + "/api", "anna:secret"));
  }

  private static String person(int number) {
    return "{\"number\":%d,\"contact\":{\"mail\":\"a@example.org\"}}".formatted(number);
  }

  private static String page(String items, String next) {
    return "{\"result\":{\"people\":[%s],\"next\":%s}}".formatted(items, next);
  }

  private void located(Function<Call, Answer> script, String... ids) {
    try (ScriptedServer server = new ScriptedServer(script);
        PartnerSession session = open(server)) {
      assertThat(session.locate(Map.of("pd:EmailAddress", List.of("a@example.org"))))
          .containsExactly(ids);
      assertThat(server.calls())
          .allMatch(
              c ->
                  "Basic YW5uYTpzZWNyZXQ=".equals(c.headers().get("authorization"))
                      && !c.headers().containsKey("x-request-id"));
    }
  }

  @Test
  void followsLinksToTheNextPage() {
    located(
        call ->
            call.uri().equals("/api/people?filter%5Bmail%5D=a%40example.org")
                ? Answer.json(page(person(1), "\"/api/people?page=2\""))
                : Answer.json(page(person(2), "null")),
        "1",
        "2");
  }

  @Test
  void followsNoLinkToAnybodyElse() {
    for (String away :
        List.of(
            "http://evil.example/api",
            "//evil.example/",
            "https://127.0.0.1/",
            "file:///etc",
            "")) {
      List<String> seen = new ArrayList<>();
      Function<Call, Answer> script =
          call -> {
            seen.add(call.uri());
            return Answer.json(page(person(1), '"' + away + '"'));
          };
      if (away.isEmpty()) {
        located(script, "1");
      } else {
        assertThatThrownBy(() -> located(script, "1"))
            .isInstanceOf(ProblemException.class)
            .hasMessageContaining("next page somewhere else");
      }
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  void aRepeatedPostCarriesTheSameKey() {
    AtomicInteger calls = new AtomicInteger();
    int[] statuses = {500, 409, 204};
    try (ScriptedServer server =
            new ScriptedServer(c -> Answer.status(statuses[calls.getAndIncrement()], ""));
        PartnerSession session = open(server)) {
      session.erase("17", "act-1");

      assertThat(server.calls()).hasSize(3);
      assertThat(server.calls())
          .allMatch(
              c ->
                  c.method().equals("POST")
                      && c.uri().equals("/api/people/17/forget")
                      && "act-1".equals(c.headers().get("x-request-id")));
    }
  }

  @Test
  void aPostWithoutKeyIsNotRepeated() {
    Partner p = acme();
    Partner forgetful =
        new Partner(
            p.id(),
            p.title(),
            p.address(),
            p.auth(),
            p.headers(),
            p.pace(),
            p.paging(),
            Optional.empty(),
            p.person(),
            p.records(),
            p.digest());
    try (ScriptedServer server = new ScriptedServer(c -> Answer.status(500, ""));
        PartnerSession session =
            new HttpPartners(time, time).open(StripeTest.entry(forgetful, server.address(), "k"))) {
      assertThatThrownBy(() -> session.erase("17", "act-1")).isInstanceOf(ProblemException.class);
      assertThat(server.calls()).hasSize(1);
    }
  }

  @Test
  void whoNeverAnswersIsNotWaitedFor() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Function<Call, Answer> silent =
        call -> {
          try {
            end.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Answer.status(500, "");
        };
    try (ScriptedServer server = new ScriptedServer(silent);
        PartnerSession session = open(server)) {
      assertThatThrownBy(() -> session.isGone("17"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("takes too long");
      end.countDown();
    }
  }

  @Test
  void goneIsOnlyWhatTheFileCallsGone() {
    try (ScriptedServer server =
            new ScriptedServer(
                c -> c.uri().endsWith("/1") ? Answer.status(410, "x") : Answer.json(person(2)));
        PartnerSession session = open(server)) {
      assertThat(session.isGone("1")).isTrue();
      assertThat(session.isGone("2")).isFalse();
      assertThatThrownBy(() -> session.isGone("3")).isInstanceOf(ProblemException.class);
    }
  }
}
