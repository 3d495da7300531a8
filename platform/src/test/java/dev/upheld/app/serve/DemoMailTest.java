package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody trying the product has no mail server, and finishes a request all the same. */
class DemoMailTest {
  private static final String BOX = "/demo/mail";

  @Test
  void theCodeOfADemonstrationIsReadInItsPostboxAndNothingIsSent() {
    try (RunningServer server = RunningServer.demonstration()) {
      Browser person = server.browser();
      person.get("/privacy");
      Page asked = person.post("/privacy/ask", "right", "access", "email", "ada@people.example");
      assertThat(asked.body()).contains("sends no mail", BOX);

      Page opened =
          person.post(
              "/privacy/code",
              "token",
              found("name=\"token\" value=\"([^\"]+)\"", asked.body()),
              "code",
              code(person));

      assertThat(opened.status()).isEqualTo(303);
      assertThat(person.get(opened.to()).body()).contains("We are working on it");
      assertThat(server.mails()).as("mails that left").isZero();
    }
  }

  @Test
  void aProxyOnTheMachineDoesNotOpenItToOthers() throws Exception {
    try (RunningServer server = RunningServer.demonstration()) {
      assertThat(status(server, "X-Forwarded-For")).isEqualTo(404);
      assertThat(status(server, "X-Nothing")).isEqualTo(200);
    }
  }

  @Test
  void aRealServerHasNoSuchPage() {
    try (RunningServer server = new RunningServer(Map.of())) {
      assertThat(server.browser().get(BOX).status()).isNotEqualTo(200);
      assertThat(server.signedIn(Role.OFFICER).get(BOX).status()).isEqualTo(404);
    }
  }

  private static int status(RunningServer server, String header) throws Exception {
    try (java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient()) {
      return client
          .send(
              java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.url() + BOX))
                  .header(header, "203.0.113.7")
                  .build(),
              java.net.http.HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** Delivery looks every few seconds. */
  private static String code(Browser person) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String box = person.get(BOX).body();
    while (!box.matches("(?s).*[0-9]{4} [0-9]{4}.*") && System.nanoTime() < end) {
      box = person.get(BOX).body();
    }
    assertThat(box).contains("ada@people.example");
    return found("([0-9]{4} [0-9]{4})", box);
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
