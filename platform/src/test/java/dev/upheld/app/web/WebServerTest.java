package dev.upheld.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every door has in common, asked over real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
  private final StubDoors stub = new StubDoors();
  private final HttpClient client = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before all tests
  private WebServer server;

  @BeforeAll
  void start() {
    server = stub.start(Map.of("limits.body-kilobytes", "16"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static String session(String role) {
    return "upheld-session=" + role + StubDoors.TAIL;
  }

  private String formToken(String cookie) {
    return send(to("/open").header("Cookie", cookie)).body();
  }

  private static HttpRequest.Builder form(HttpRequest.Builder request, String body) {
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void aPortThatIsTakenIsToldInASentence() {
    Map<String, String> there = Map.of("listen.port", String.valueOf(server.port()));
    assertThatThrownBy(() -> stub.start(there))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().getFirst().what() + e.problems().getFirst().mend())
                    .contains("port " + server.port() + " of 127.0.0.1", "--port 0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open", "/nowhere", "/broken", "/away", "/people", "/health"})
  void everyAnswerCarriesTheStrictHeaders(String path) {
    Map<String, List<String>> headers = send(to(path)).headers().map();
    assertThat(headers.get("content-security-policy")).containsExactly(StrictHeaders.POLICY);
    assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
    assertThat(headers.get("referrer-policy")).containsExactly("no-referrer");
    assertThat(headers.get("cross-origin-opener-policy")).containsExactly("same-origin");
    assertThat(headers.get("cross-origin-resource-policy")).containsExactly("same-origin");
    assertThat(headers.get("cache-control")).containsExactly("no-store");
    assertThat(headers.get("permissions-policy")).hasSize(1);
    assertThat(headers).doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
    assertThat(headers.getOrDefault("set-cookie", List.of()))
        .noneMatch(c -> c.contains("JSESSIONID"));
  }

  @Test
  void overHttpsCookiesAreBoundToTheHostAndBrowsersStayWithHttps() {
    try (WebServer https = new StubDoors().start(Map.of("public-url", "https://privacy.example"))) {
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + https.port() + "/open")));
      assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
      assertThat(answer.headers().firstValue("set-cookie"))
          .hasValueSatisfying(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-upheld-forms=")
                      .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                      .doesNotContain("Domain"));
    }
  }

  @Test
  void whoIsNotSignedInIsLedToTheSignInAndBack() {
    HttpResponse<String> answer = send(to("/people?a=b"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location"))
        .hasValueSatisfying(l -> assertThat(l).endsWith("/sign-in?to=%2Fpeople%3Fa%3Db"));
  }

  @Test
  void whoFollowsALinkFromElsewhereComesAgainFromOurOwnPage() {
    HttpResponse<String> answer =
        send(to("/people?a=%22%3E").header("Sec-Fetch-Site", "cross-site"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("url=/people?a=%22%3E\"").doesNotContain("<script");
  }

  @ParameterizedTest
  @CsvSource({"officer, 200", "auditor, 200", "operator, 403", "engineer, 403"})
  void aRoleGetsWhatItsPermissionsSay(String role, int status) {
    assertThat(send(to("/people").header("Cookie", session(role))).statusCode()).isEqualTo(status);
  }

  @Test
  void aWayInThatForgotToSayWhoMayUseItIsShut() {
    HttpResponse<String> answer = send(to("/forgotten").header("Cookie", session("officer")));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("must never be seen");
  }

  @Test
  void aFormNeedsItsToken() {
    String cookie = session("officer");
    String token = formToken(cookie);
    HttpRequest.Builder good =
        form(to("/people").header("Cookie", cookie), "name=x&_csrf=" + token);
    assertThat(send(good).body()).isEqualTo("changed x");
    for (String body : List.of("name=x", "name=x&_csrf=", "name=x&_csrf=" + token.substring(1))) {
      HttpResponse<String> answer = send(form(to("/people").header("Cookie", cookie), body));
      assertThat(answer.statusCode()).as(body).isEqualTo(403);
      assertThat(answer.body()).contains("STALE_FORM");
    }
  }

  @Test
  void theTokenOfOneSessionIsNothingToAnother() {
    String token = formToken(session("auditor"));
    HttpRequest.Builder forged =
        form(to("/people").header("Cookie", session("officer")), "name=x&_csrf=" + token);
    assertThat(send(forged).statusCode()).isEqualTo(403);
  }

  @Test
  void aFormInTheOldStyleOfQueryStringsCarriesNoRights() {
    assertThat(
            send(to("/api/v1/read")
                    .header("Cookie", session("officer"))
                    .POST(BodyPublishers.ofString("x")))
                .statusCode())
        .as("a cookie alone posts nothing")
        .isEqualTo(403);
    HttpRequest.Builder bearer =
        to("/api/v1/read").header("Authorization", "Bearer officer" + StubDoors.TAIL);
    assertThat(send(bearer.POST(BodyPublishers.ofString("x"))).body()).isEqualTo("read 1");
  }

  @Test
  void aTokenOpensTheApiButNoPage() {
    HttpRequest.Builder page =
        to("/people").header("Authorization", "Bearer officer" + StubDoors.TAIL);
    assertThat(send(page).statusCode()).isEqualTo(302);
    HttpRequest.Builder wrong = to("/api/v1/read").header("Authorization", "Bearer nobody");
    HttpResponse<String> answer = send(wrong.POST(BodyPublishers.ofString("x")));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"/nowhere, 404", "/broken, 500", "/away, 503"})
  void failuresSayNothingOfTheInside(String path, int status) {
    HttpResponse<String> answer = send(to(path));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .startsWith("<!doctype html>")
        .doesNotContain(StubDoors.SECRET_VALUE, "Exception", "\tat ", "org.");
  }

  @Test
  void theWrongMethodIsNotAFailureOfOurs() {
    String cookie = session("officer");
    HttpRequest.Builder post =
        form(to("/open").header("Cookie", cookie), "_csrf=" + formToken(cookie));
    assertThat(send(post).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/assets/../../etc/passwd",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/assets/..%5c..%5cetc",
        "/assets/%252e%252e/etc/passwd",
        "//evil.example/x",
        "/people;jsessionid=1",
        "/a%00b",
        "/a\\b"
      })
  void noPathLeadsOutside(String path) {
    String answer =
        RawHttp.send(
            server.port(), "GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n", "");
    assertThat(RawHttp.status(answer)).isIn(400, 404);
    assertThat(answer).doesNotContain("root:", "Tomcat", "Exception");
  }

  @Test
  void aHostThatIsNotOursGetsNothing() {
    String head = "GET /open HTTP/1.1\nHost: %s\nConnection: close\n";
    assertThat(RawHttp.status(RawHttp.send(server.port(), head.formatted("evil.example"), "")))
        .isEqualTo(400);
    assertThat(RawHttp.status(RawHttp.send(server.port(), head.formatted("localhost"), "")))
        .isEqualTo(200);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedHoweverItComes() {
    String token = "officer" + StubDoors.TAIL;
    String head =
        "POST /api/v1/read HTTP/1.1\nHost: localhost\nConnection: close\nAuthorization: Bearer "
            + token
            + "\nContent-Type: application/json\n";
    String said = RawHttp.send(server.port(), head + "Content-Length: 99999999\n", "{");
    assertThat(RawHttp.status(said)).isEqualTo(413);
    String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
    String unsaid =
        RawHttp.send(
            server.port(), head + "Transfer-Encoding: chunked\n", chunk.repeat(3) + "0\r\n\r\n");
    assertThat(RawHttp.status(unsaid)).isEqualTo(413);
    String within =
        RawHttp.send(
            server.port(), head + "Transfer-Encoding: chunked\n", chunk.repeat(2) + "0\r\n\r\n");
    assertThat(RawHttp.status(within)).isEqualTo(200);
  }

  /** Where one body ends is said in one way, or the request is refused or the last one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 44\nTransfer-Encoding: chunked\n",
        "Content-Length: 5\nContent-Length: 44\n",
        "Transfer-Encoding: xchunked\n",
        "Transfer-Encoding : chunked\n",
        "Transfer-Encoding: chunked, identity\nContent-Length: 44\n"
      })
  void aRequestHiddenInAnotherIsNone(String lengths) {
    String head =
        "POST /api/v1/read HTTP/1.1\nHost: localhost\nAuthorization: Bearer officer"
            + StubDoors.TAIL
            + "\n"
            + lengths;
    String hidden = "0\r\n\r\nGET /open HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String answers = RawHttp.all(server.port(), head, hidden);
    assertThat(answers(answers)).as(answers).isEqualTo(1);
  }

  private static int answers(String received) {
    return received.split("HTTP/1\\.1 [1-5]", -1).length - 1;
  }

  @Test
  void requestsThatFollowEachOtherAreAllAnswered() {
    String two = "GET /open HTTP/1.1\nHost: localhost\n\n".repeat(2);
    assertThat(answers(RawHttp.all(server.port(), two.substring(0, two.length() - 1), "")))
        .isEqualTo(2);
  }

  @Test
  void aFormThatIsTooLargeIsRefused() {
    String cookie = session("officer");
    String body = "_csrf=" + formToken(cookie) + "&name=" + "x".repeat(20_000);
    HttpResponse<String> answer = send(form(to("/people").header("Cookie", cookie), body));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void healthFollowsTheStoreAndLifeDoesNot() {
    assertThat(send(to("/health")).body()).contains("\"up\"");
    stub.storeAnswers.set(false);
    try {
      HttpResponse<String> away = send(to("/health"));
      assertThat(away.statusCode()).isEqualTo(503);
      assertThat(away.body()).isEqualTo("{\"status\":\"down\",\"store\":\"away\"}");
      assertThat(send(to("/health/live")).statusCode()).isEqualTo(200);
    } finally {
      stub.storeAnswers.set(true);
    }
    assertThat(send(to("/health/ready")).statusCode()).isEqualTo(200);
  }

  @Test
  void pagesAreCompressedAndTheirFormTokenNeverLooksTheSame() throws Exception {
    String cookie = session("officer");
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      String token = formToken(cookie);
      tokens.add(token);
      HttpResponse<String> done =
          send(
              form(
                  to("/people").header("Cookie", cookie),
                  "name=x&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
      assertThat(done.statusCode()).as("each of them is good").isEqualTo(200);
    }
    assertThat(tokens).hasSize(5);

    HttpRequest ask = to("/long").header("Accept-Encoding", "gzip").build();
    HttpResponse<byte[]> page = client.send(ask, BodyHandlers.ofByteArray());
    assertThat(page.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(page.headers().allValues("vary").toString().toLowerCase(Locale.ROOT))
        .contains("accept-encoding");
    assertThat(page.body().length).isLessThan(1_000);
    try (WebServer plain = new StubDoors().start(Map.of("listen.compress", "false"))) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plain.port() + "/long"))
              .header("Accept-Encoding", "gzip")
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).headers().map())
          .doesNotContainKey("content-encoding");
    }
  }

  @Test
  void healthSaysTroubleToAllAndWhichToThisMachine() {
    stub.signs =
        List.of(
            new Health.Sign("keys", "former-needed-no-more", false),
            new Health.Sign("journal", "journal-changed", true));
    try {
      HttpResponse<String> here = send(to("/health"));
      assertThat(here.statusCode()).as("it works").isEqualTo(200);
      assertThat(here.body())
          .isEqualTo(
              "{\"status\":\"degraded\",\"store\":\"up\","
                  + "\"notes\":{\"keys\":\"former-needed-no-more\"},"
                  + "\"troubles\":{\"journal\":\"journal-changed\"}}");
      assertThat(send(to("/health").header("X-Forwarded-For", "203.0.113.9")).body())
          .isEqualTo("{\"status\":\"degraded\",\"store\":\"up\"}");
      assertThat(send(to("/health/ready")).body()).contains("\"up\"");
    } finally {
      stub.signs = List.of();
    }
  }

  @Test
  void whatIsBeingAnsweredIsAnsweredBeforeTheServerStops() throws Exception {
    StubDoors slow = new StubDoors();
    WebServer stopping = slow.start(Map.of());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stopping.port() + "/slow")).build();
    var answer = client.sendAsync(request, BodyHandlers.ofString());
    assertThat(slow.asked.await(20, TimeUnit.SECONDS)).isTrue();
    Thread stop = Thread.ofVirtual().start(stopping::close);
    assertThat(stop.join(Duration.ofMillis(300))).as("it waits").isFalse();
    slow.mayAnswer.countDown();
    assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("answered");
    assertThat(stop.join(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void figuresAreForThisMachineAndNameRoutesNotPaths() {
    send(to("/nowhere/secret-token-in-path"));
    HttpResponse<String> answer = send(to("/metrics"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("upheld_http_requests_seconds_count")
        .doesNotContain("secret-token-in-path");
    assertThat(send(to("/metrics").header("X-Forwarded-For", "203.0.113.9")).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"officer, 200", "engineer, 200", "auditor, 200", "operator, 403", "nobody, 401"})
  void behindAProxyFiguresNeedATokenWithTheScope(String role, int status) {
    try (WebServer behind =
        new StubDoors().start(Map.of("public-url", "https://privacy.example"))) {
      URI uri = URI.create("http://127.0.0.1:" + behind.port() + "/metrics");
      assertThat(send(HttpRequest.newBuilder(uri)).statusCode()).isEqualTo(401);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + role + StubDoors.TAIL);
      assertThat(send(request).statusCode()).isEqualTo(status);
    }
  }
}
