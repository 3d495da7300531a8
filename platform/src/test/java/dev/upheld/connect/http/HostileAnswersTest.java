package dev.upheld.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.http.ScriptedServer.Answer;
import dev.upheld.connect.http.ScriptedServer.Call;
import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner that answers anything at all. */
class HostileAnswersTest {
  private static final String ANNA = "anna.martin@example.org";
  private static final String PAGE =
      "{\"object\":\"list\",\"data\":[{\"id\":\"cus_1\",\"email\":\"%s\"}],\"has_more\":false}"
          .formatted(ANNA);

  private static SortedSet<String> located(Function<Call, Answer> script) {
    Waiting time = new Waiting(Instant.EPOCH);
    try (ScriptedServer server = new ScriptedServer(script);
        PartnerSession session =
            new HttpPartners(time, time)
                .open(StripeTest.entry(StripeTest.stripeFile(), server.address(), "key"))) {
      return session.locate(Map.of("pd:EmailAddress", List.of(ANNA)));
    }
  }

  private static void refused(Function<Call, Answer> script, String why) {
    assertThatThrownBy(() -> located(script))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo(ConnectProblem.REFUSED);
              assertThat(e.getMessage()).contains(why).doesNotContain("anna", "cus_", "127.0.0.1");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "no json",
        "{\"data\":{},\"has_more\":false}",
        "{\"data\":[1],\"has_more\":false}",
        "{\"data\":[{\"id\":\"cus_1\"}],\"has_more\":false}",
        "{\"data\":[{\"id\":\"cus_1\",\"email\":[\"anna.martin@example.org\"]}],\"has_more\":false}",
        "{\"data\":[{\"id\":null,\"email\":\"anna.martin@example.org\"}],\"has_more\":false}",
        "{\"data\":[{\"id\":\"..\",\"email\":\"anna.martin@example.org\"}],\"has_more\":false}",
        "{\"data\":[{\"id\":\"a/b\",\"email\":\"anna.martin@example.org\"}],\"has_more\":false}",
        "{\"data\":[],\"has_more\":true}",
        "{\"data\":[],\"has_more\":\"no\"}",
        "{\"data\":[]}",
        "{\"data\":[],\"data\":[],\"has_more\":false}",
        "{\"data\":[],\"has_more\":false} {}"
      })
  void whatItsFileDoesNotForeseeIsRefused(String body) {
    refused(call -> Answer.json(body), "answers");
  }

  @Test
  void peopleWhoWereNotAskedForAreNeverBelieved() {
    refused(
        call -> Answer.json(PAGE.replace(ANNA, "bruno.keller@example.org")),
        "people who were not asked for");
    assertThat(located(call -> Answer.json(PAGE))).containsExactly("cus_1");
  }

  @Test
  void sizeDepthAndPagesHaveAnEnd() {
    String much = " ".repeat(Caller.LONGEST + 1);
    refused(call -> new Answer(200, much, Map.of()), "too much at once");
    refused(call -> Answer.json("[".repeat(100_000)), "no JSON");
    refused(call -> Answer.json(PAGE.replace("false", "true")), "the same page again and again");
  }

  @Test
  void noRedirectIsFollowed() {
    try (ScriptedServer other = new ScriptedServer(call -> Answer.json(PAGE))) {
      Map<String, String> to = Map.of("Location", other.address() + "/v1/customers");
      refused(call -> new Answer(302, "", to), "sends the call to another address");
      refused(call -> new Answer(307, "", to), "sends the call to another address");
      assertThat(other.calls()).isEmpty();
    }
  }

  @Test
  void aNotFoundThatIsNotThePartnersOwnIsNoErasure() {
    Waiting time = new Waiting(Instant.EPOCH);
    try (ScriptedServer server = new ScriptedServer(call -> Answer.status(404, "<html>no</html>"));
        PartnerSession session =
            new HttpPartners(time, time)
                .open(StripeTest.entry(StripeTest.stripeFile(), server.address(), "key"))) {
      assertThatThrownBy(() -> session.erase("cus_1", "once"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("404");
      assertThatThrownBy(() -> session.isGone("cus_1")).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void damagedAnswersGiveTheTruthOrAProblemAndNothingElse() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i <= random.nextInt(3); i++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      try {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        assertThat(located(call -> Answer.json(text)).size()).isLessThan(2);
      } catch (ProblemException e) {
        assertThat(e.getMessage()).doesNotContain("anna", "cus_");
      }
    }
  }
}
