package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.app.web.WebServer.Way;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console, used by somebody who means harm. */
class ConsoleAttackTest {
  private static final String PROMISE = "nimbus/accounts/keep";
  private static final String SPLIT = "x%0d%0aX-Evil:%20yes%0d%0a%0d%0a";
  private static final int PATIENT_TRIES = 40;

  private static final List<String> ELSEWHERE =
      List.of(
          "https://evil.example",
          "//evil.example",
          "/\\evil.example",
          "/%0d%0aX-Evil: yes".replace("%0d%0a", "\r\n"),
          "javascript:alert(1)",
          "evil.example",
          "/\tevil");

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() {
    server = new RunningServer(Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void noActLeadsElsewhere() {
    Browser officer = server.signedIn(Role.OFFICER);
    officer.get("/promises/" + PROMISE);
    for (String back : ELSEWHERE) {
      Page page =
          officer.post("/promises/act/comment", "promise", PROMISE, "text", "seen", "back", back);
      assertThat(page.to()).as(back).isEqualTo("/");
      assertThat(page.headers().map()).doesNotContainKey("x-evil");
    }
    Page home =
        officer.post("/promises/act/comment", "promise", PROMISE, "text", "seen", "back", "/?a=b");
    assertThat(home.to()).isEqualTo("/?a=b");
  }

  @Test
  void noAnswerIsSplitByWhatIsAsked() {
    Browser officer = server.signedIn(Role.OFFICER);
    for (Way way : server.ways()) {
      if (way.method().equals("GET")) {
        String path = way.path().replaceAll("\\{[^}]*}", SPLIT).replace("/**", "/" + SPLIT);
        Page page = officer.get(path + "?to=" + SPLIT + "&kind=" + SPLIT + "&q=" + SPLIT);
        assertThat(page.headers().map()).as(path).doesNotContainKey("x-evil");
        assertThat(page.status()).as(path).isLessThan(500);
      }
    }
  }

  @Test
  void whatIsSaidTwiceIsNotChosenFrom() {
    Browser officer = server.signedIn(Role.OFFICER);
    officer.get("/people");
    assertThat(invited(officer, "&role=operator&role=officer")).isEqualTo(422);
    assertThat(server.access().people().list()).as("the two who were there").hasSize(2);
    assertThat(invited(officer, "&role=operator")).isEqualTo(303);
  }

  private static int invited(Browser officer, String role) {
    String form = "_csrf=" + officer.token() + "&email=ida%40nimbus.example" + role;
    return officer
        .postBody(
            "/people/invite",
            "application/x-www-form-urlencoded",
            form.getBytes(StandardCharsets.UTF_8))
        .status();
  }

  @Test
  void anotherMethodIsNoWayIn() {
    Browser nobody = server.browser();
    Browser officer = server.signedIn(Role.OFFICER);
    for (Way way : server.ways()) {
      String path = way.path().replaceAll("\\{[^}]*}", "x").replace("/**", "/x");
      for (String method : List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "DEBUG")) {
        Page page = nobody.send(method, path);
        assertThat(page.status()).as("%s %s", method, path).isLessThan(500).isNotEqualTo(201);
        if (way.needs().isPresent()) {
          assertThat(page.status()).as("%s %s", method, path).isNotEqualTo(200);
        }
        if (!method.equals("HEAD")) {
          assertThat(officer.send(method, path).status())
              .as("%s %s", method, path)
              .isIn(400, 403, 404, 405);
        }
      }
    }
  }

  /** Whoever has the password tries codes, each time after signing in anew, with all patience. */
  @Test
  void codesAreNotGuessedBySigningInAnew() {
    Someone officer =
        Someone.joins(server, server.browser(), server.wayIn(), "first@nimbus.example");
    int looked = 0;
    for (int i = 0; i < PATIENT_TRIES; i++) {
      Browser browser = server.browser();
      if (officer.password(browser).status() == 303) {
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", "code", "%06d".formatted(i));
        looked++;
      }
      server.clock.pass(Duration.ofSeconds(10));
    }
    assertThat(looked).as("of %d tries in some minutes", PATIENT_TRIES).isLessThan(12);
    Browser browser = server.browser();
    browser.get("/sign-in/recovery");
    assertThat(officer.password(browser).status())
        .as("the right password has to wait as well")
        .isEqualTo(422);
  }

  /** Whoever is not a trusted proxy may write into that header whatever they like. */
  @Test
  void anAddressMadeUpIsNoOtherAddress() {
    assertThat(refusedAfterManyNames(server)).isTrue();
    try (RunningServer behind = new RunningServer(Map.of("proxy.trusted", "127.0.0.1"))) {
      assertThat(refusedAfterManyNames(behind)).isTrue();
    }
  }

  /** The nearest address stays; what stands before it is made up, another one each time. */
  private static boolean refusedAfterManyNames(RunningServer server) {
    Someone officer =
        Someone.joins(server, server.browser(), server.wayIn(), "first@nimbus.example");
    for (int i = 0; i < 31; i++) {
      server
          .browser()
          .with("X-Forwarded-For", i + ".0.0.1, 198.51.100." + i + ", 192.0.2.1")
          .post("/sign-in", "email", "name" + i + "@nimbus.example", "password", "x");
    }
    return officer.password(server.browser().with("X-Forwarded-For", "192.0.2.1")).status() == 422;
  }
}
