package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.app.web.WebServer.Way;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programming interface, asked by somebody who means harm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiAttackTest {
  private static final String COMMENT = "/api/v1/promises/comment";
  private static final String PROMISE = "nimbus/accounts/keep";
  private static final Pattern TOKEN = Pattern.compile("upheld_[A-Za-z0-9_-]{43}");
  private static final String[] INSIDE = {"Exception", "jackson", "\tat ", "java.", "org.", "SQL"};

  @SuppressWarnings("NullAway.Init") // set before all tests
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Browser officer;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private String commenting;

  @BeforeAll
  void start() {
    server = new RunningServer(Map.of());
    officer = server.signedIn(Role.OFFICER);
    commenting = token(Permission.PROMISES_COMMENT);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** A token of the officer with this scope alone. */
  private String token(Permission scope) {
    return token(officer, scope);
  }

  private String token(Browser of, Permission scope) {
    of.get("/tokens");
    String until =
        LocalDate.ofInstant(server.clock.instant(), ZoneOffset.UTC).plusDays(2).toString();
    Page page = of.post("/tokens/create", "name", "CI", "scope", scope.scope(), "until", until);
    Matcher matcher = TOKEN.matcher(page.body());
    assertThat(matcher.find()).as("status %d", page.status()).isTrue();
    return matcher.group();
  }

  private Browser program(String token) {
    return server.browser().with("Authorization", "Bearer " + token);
  }

  private Page send(String json) {
    return program(commenting).postBody(COMMENT, "application/json", bytes(json));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String comment(String text) {
    return "{\"promise\":\"" + PROMISE + "\",\"text\":" + text + "}";
  }

  @Test
  void whatIsSoundIsTaken() {
    assertThat(send(comment("\"fine \\ud83d\\ude00 é\"")).status()).isEqualTo(204);
  }

  @Test
  void formsAreReadAsTheyAreWritten() {
    officer.get("/promises/" + PROMISE);
    String words = "Élodie a répondu: 100 € \ud83d\ude00";
    officer.post("/promises/act/comment", "promise", PROMISE, "text", words);
    assertThat(officer.get("/promises/" + PROMISE).body()).contains(words);
  }

  static Stream<byte[]> unreadable() {
    byte[] notUtf8 = bytes(comment("\"ab\""));
    notUtf8[notUtf8.length - 4] = (byte) 0xff;
    return Stream.concat(
        Stream.of(notUtf8),
        Stream.of(
                "",
                " ",
                "{",
                "[]",
                "null",
                "\"text\"",
                "nonsense",
                comment("\"a\"") + comment("\"b\""),
                comment("{\"a\":1}"),
                comment("[\"a\",\"b\"]"),
                comment("\"a\"").replace("{", "{\"text\":\"first\","),
                comment("\"line\nend\""),
                comment("'a'"),
                comment("\"\\x41\""),
                "{\"promise\":\"" + PROMISE + "\",\"text\":\"a\",\"deep\":" + "[".repeat(50_000),
                "{\"deep\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}",
                "{\"number\":" + "9".repeat(5_000) + "}",
                "{\"" + "k".repeat(60_000) + "\":1}")
            .map(ApiAttackTest::bytes));
  }

  @ParameterizedTest
  @MethodSource
  void unreadable(byte[] body) {
    Page page = program(commenting).postBody(COMMENT, "application/json", body);
    assertProblem(page, 400);
  }

  private static void assertProblem(Page page, int status) {
    assertThat(page.status()).as(page.body()).isEqualTo(status);
    assertThat(page.header("content-type")).startsWith("application/problem+json");
    assertThat(page.body()).contains("\"type\":\"urn:upheld:").doesNotContain(INSIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\\u0000b\"", "\"lone \\ud800 half\"", "\"\"", "null"})
  void textsThatCannotBeKeptAreRefused(String text) {
    assertProblem(send(comment(text)), 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "x/y"})
  void otherTypesAreRefused(String type) {
    Page page = program(commenting).postBody(COMMENT, type, bytes(comment("\"a\"")));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("content-type")).startsWith("application/");
    assertThat(page.body()).doesNotContain(INSIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "nimbus/accounts/keep/more",
        "nimbus//keep",
        "../../keep",
        "nimbus/accounts/..",
        "nimbus/\\u0000/keep",
        "nimbus/\\ud800/keep",
        "nimbus/\\ud83d\\ude00/keep",
        "NIMBUS/ACCOUNTS/KEEP",
        "nimbus/accounts/keep' OR '1'='1",
        "nimbus/accounts/keep%"
      })
  void oddIdsAreNobodys(String id) {
    Page page = send("{\"promise\":\"" + id + "\",\"text\":\"a\"}");
    assertProblem(page, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/promises/nimbus/accounts/%00",
        "/api/v1/promises/nimbus/accounts/..%2fkeep",
        "/api/v1/promises/nimbus/%2e%2e/keep",
        "/api/v1/promises/nimbus/accounts/%5c..",
        "/api/v1/promises/nimbus/accounts/keep;a=b",
        "/api/v1/promises/nimbus/accounts/keep%0d%0aX:y",
        "/api/v1/promises/nimbus/%f0%9f%98%80/keep",
        "/api/v1/promises/nimbus/%ff%fe/keep",
        "/api/v1/promises/nimbus/accounts/keep/evidence/more",
        "/promises/nimbus/accounts/%2e%2e",
        "/promises/nimbus/accounts/%E2%80%AEpeek",
        "/promises/nimbus/accounts/%00"
      })
  void oddPathsLeadNowhere(String path) {
    Page page = officer.get(path);
    assertThat(page.status()).isIn(400, 404);
    assertThat(page.body()).doesNotContain(INSIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/journal?after=x",
        "/api/v1/journal?limit=x",
        "/api/v1/journal?after=99999999999999999999",
        "/api/v1/journal?kind=%00",
        "/api/v1/journal?kind=%ff",
        "/api/v1/promises?verdict=x",
        "/api/v1/promises?duty=%00",
        "/api/v1/promises?q=%00"
      })
  void parametersThatMeanNothingAreRefused(String path) {
    Page page = officer.get(path);
    assertThat(page.status()).as(page.body()).isEqualTo(400);
    assertThat(page.header("content-type")).startsWith("application/problem+json");
    assertThat(page.body()).contains("\"status\":400").doesNotContain(INSIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/promises?q=%00",
        "/promises?q=%ff",
        "/journal?kind=%00",
        "/sign-in?to=%ed%a0%80"
      })
  void noPageIsMadeOfWhatIsNoText(String path) {
    Page page = officer.get(path);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).startsWith("<!doctype html>").doesNotContain(INSIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/journal?limit=-5&after=-9",
        "/api/v1/journal?limit=2000000000",
        "/journal?before=-1&kind=%25",
        "/promises?verdict=x&duty=y&activity=%25&q=%27%3b--"
      })
  void oddParametersDoNoHarm(String path) {
    assertThat(officer.get(path).status()).isEqualTo(200);
  }

  @Test
  void aWildcardIsNoWildcard() {
    assertThat(officer.get("/api/v1/journal?kind=%25").body()).isEqualTo("[]");
    assertThat(officer.get("/api/v1/journal?kind=sess").body()).contains("session.opened");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=a%00b", "name=%ff", "name=%zz", "name=%ed%a0%80", "%00=a"})
  void formsThatAreNoTextAreRefused(String field) {
    officer.get("/tokens");
    String form = "_csrf=" + officer.token() + "&scope=promises.read&until=2026-12-24&" + field;
    Page page =
        officer.postBody("/tokens/create", "application/x-www-form-urlencoded", bytes(form));
    assertThat(page.status()).as(page.body()).isEqualTo(400);
    assertThat(page.body()).doesNotContain(INSIDE);
    assertThat(officer.get("/tokens").body()).doesNotContain("a\0b");
  }

  @Test
  void bodiesThatAreTooLargeAreNotRead() {
    String large = "x".repeat(300 * 1024);
    assertThat(send(comment("\"" + large + "\"")).status()).isEqualTo(413);
    assertThat(officer.post("/promises/act/comment", "promise", PROMISE, "text", large).status())
        .isEqualTo(413);
    assertThat(
            program(commenting)
                .postStream(COMMENT, "application/json", bytes(comment("\"" + large + "\"")))
                .status())
        .as("one that does not say how long it is")
        .isEqualTo(413);
    assertThat(
            officer
                .postStream(
                    "/promises/act/comment",
                    "application/x-www-form-urlencoded",
                    bytes("_csrf=" + officer.token() + "&text=" + large))
                .status())
        .isEqualTo(413);
  }

  @Test
  void aTokenOpensExactlyWhatItsScopeSays() {
    List<String> wrong = new ArrayList<>();
    for (Permission scope : Permission.values()) {
      if (scope.grantable()) {
        Browser program = program(token(scope));
        for (Way way : server.ways()) {
          if (way.needs().isPresent()) {
            boolean opens = way.path().startsWith("/api/") && way.needs().get() == scope;
            Page page = call(program, way);
            boolean refused =
                page.status() == 403
                    || page.location().filter("/sign-in"::equals).isPresent()
                    || page.to().startsWith("/sign-in?");
            if (opens == refused || page.status() >= 500) {
              wrong.add(scope + " " + way + " gave " + page.status());
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Page call(Browser program, Way way) {
    String path = way.path().replaceAll("\\{[^}]*}", "x");
    return way.method().equals("GET")
        ? program.get(path)
        : program.postBody(path, "application/json", bytes("{}"));
  }

  @Test
  void aTokenElsewhereThanInItsHeaderIsNone() {
    String reading = token(Permission.PROMISES_READ);
    assertThat(program(reading).get("/api/v1/promises").status()).isEqualTo(200);
    for (String query : List.of("access_token=", "token=", "authorization=Bearer%20", "api_key=")) {
      assertThat(server.browser().get("/api/v1/promises?" + query + reading).status())
          .as(query)
          .isEqualTo(401);
    }
    Browser planted = server.browser();
    planted.plant("upheld-session", reading);
    assertThat(planted.get("/api/v1/promises").status()).isEqualTo(401);
    assertThat(
            server
                .browser()
                .with("Authorization", "Basic " + reading)
                .get("/api/v1/promises")
                .status())
        .isEqualTo(401);
  }

  @Test
  void aSessionIsNoToken() {
    String session = officer.cookie("upheld-session");
    assertThat(program(session).get("/api/v1/promises").status()).isEqualTo(401);
    Browser both = server.browser().with("Authorization", "Bearer nobody");
    both.plant("upheld-session", session);
    assertThat(both.get("/api/v1/promises").status())
        .as("a header that is no token is not made good by a cookie")
        .isEqualTo(401);
    assertThat(both.postBody(COMMENT, "application/json", bytes(comment("\"x\""))).status())
        .isEqualTo(401);
  }

  @Test
  void aCookieAloneChangesNothingThroughTheInterface() {
    Browser forged = server.browser();
    forged.plant("upheld-session", officer.cookie("upheld-session"));
    String marked = "forged-" + server.clock.instant();
    for (String type : List.of("application/json", "text/plain", "application/json;x=y")) {
      Page page = forged.postBody(COMMENT, type, bytes(comment("\"" + marked + "\"")));
      assertThat(page.status()).as(type).isEqualTo(403);
    }
    assertThat(officer.get("/promises/" + PROMISE).body()).doesNotContain(marked);
  }

  @Test
  void aTokenEndsWithItsOwner() {
    Browser engineer = server.signedIn(Role.ENGINEER);
    Browser program = program(token(engineer, Permission.PROMISES_READ));
    assertThat(program.get("/api/v1/work").status()).isEqualTo(200);
    String id =
        server.access().people().list().stream()
            .filter(p -> p.email().startsWith("engineer@"))
            .findFirst()
            .orElseThrow()
            .id()
            .toString();
    officer.get("/people");
    assertThat(officer.post("/people/disable", "person", id).to()).isEqualTo("/people");
    assertThat(program.get("/api/v1/work").status()).isEqualTo(401);
  }
}
