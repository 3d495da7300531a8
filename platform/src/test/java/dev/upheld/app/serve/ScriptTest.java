package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.app.web.WebServer.Way;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A company whose every text is an attack, proved by a whole server: its charter, its files, its
 * database, its people. Each text has its number, so that none is passed over unseen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptTest {
  private static final Pattern ATTACK_AS_TEXT =
      Pattern.compile("&lt;script(?:>|&gt;)alert\\((\\d+)\\)");
  private static final Pattern RUNS =
      Pattern.compile(
          "<script>|<img|<[a-z][^<>\"]*+(?:\"[^\"]*+\"[^<>\"]*?)*\\sonerror=",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PROMISE = Pattern.compile("href=\"(/promises/[^\"?]+)\"");

  private final HostileCompany company = new HostileCompany();
  private final Map<String, String> pages = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // set before all tests
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Browser officer;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private MimeMessage alert;

  private static String evil(int number) {
    return HostileCompany.evil(number);
  }

  @BeforeAll
  void start() {
    server = RunningServer.of(company.files.root, company.files.variables());
    alert = server.mail(1);
    officer = server.browser().with("User-Agent", evil(50)).with("X-Forwarded-For", evil(51));
    officer.get(server.access().people().enterOnce("x@nimbus.example", evil(52), Role.OFFICER));
    officer.get("/account");
    act();
    look();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private void act() {
    String promise = "nimbus/stock/keep";
    String owner = officer.get("/promises/" + promise).body();
    String id = owner.replaceAll("(?s).*<option value=\"([0-9a-f-]{36})\".*", "$1");
    done(officer.post("/promises/act/assign", "promise", promise, "owner", id, "due", ""));
    done(officer.post("/promises/act/comment", "promise", promise, "text", evil(53)));
    done(
        officer.post(
            "/promises/act/attest",
            "promise",
            "nimbus/paper/keep",
            "document",
            evil(54),
            "until",
            "2027-01-01"));
    officer.get("/tokens");
    Page token =
        officer.post(
            "/tokens/create",
            "name",
            "t" + evil(55).substring(0, 58),
            "scope",
            "promises.read",
            "until",
            "2026-12-24");
    assertThat(token.status()).isEqualTo(200);
  }

  private static void done(Page page) {
    assertThat(page.status()).as(page.body()).isEqualTo(303);
  }

  private void look() {
    for (Way way : server.ways()) {
      if (way.method().equals("GET")
          && !way.path().contains("{")
          && !way.path().startsWith("/api")) {
        keep(way.path());
      }
    }
    Matcher promises = PROMISE.matcher(pages.get("/promises"));
    while (promises.find()) {
      keep(promises.group(1));
    }
    String reflected = Browser.encoded(evil(60));
    for (String query : List.of("verdict", "duty", "activity", "clause", "law", "q")) {
      keep("/promises?" + query + "=" + reflected);
    }
    keep("/journal?kind=" + reflected + "&before=" + reflected);
    keep("/sign-in?to=" + reflected);
    keep("/promises/nimbus/stock/" + reflected.replace("+", "%20").replace("%2F", "x"));
    keep("/nowhere/" + reflected.replace("+", "%20").replace("%2F", "x"));
    refused("/people/invite", "email", evil(61), "role", evil(61));
    refused("/promises/act/comment", "promise", "nimbus/stock/keep", "text", evil(62).repeat(90));
    refused(
        "/promises/act/attest",
        "promise",
        "nimbus/paper/keep",
        "document",
        evil(63),
        "digest",
        evil(63),
        "until",
        evil(63));
    refused(
        "/promises/act/assign", "promise", "nimbus/stock/keep", "owner", evil(64), "due", evil(64));
    refused("/tokens/create", "name", evil(65), "scope", evil(65), "until", evil(65));
  }

  private void keep(String path) {
    Page page = officer.get(path);
    if (page.header("content-type").startsWith("text/html")) {
      pages.put(path, page.body());
    }
  }

  private void refused(String path, String... fields) {
    Page page = officer.post(path, fields);
    assertThat(page.status()).as(path).isEqualTo(422);
    pages.put("POST " + path, page.body());
  }

  @Test
  void noPageRunsWhatATextSays() {
    assertThat(pages).hasSizeGreaterThan(25);
    pages.forEach((path, html) -> assertThat(html).as(path).doesNotContainPattern(RUNS));
  }

  @Test
  void theTextsReallyStandThere() {
    List<Integer> seen =
        ATTACK_AS_TEXT
            .matcher(String.join("\n", pages.values()))
            .results()
            .map(r -> Integer.valueOf(r.group(1)))
            .distinct()
            .sorted()
            .toList();
    assertThat(seen).containsAll(company.shown());
    assertThat(seen).contains(52, 53, 54, 55, 60, 61, 62, 63);
    assertThat(IntStream.of(1).mapToObj(HostileCompany::evil))
        .allMatch(e -> RUNS.matcher(e).find());
  }

  /** Ways whose query says which rule or run: without one they find nothing. */
  private static final Set<String> ABOUT_ONE =
      Set.of(
          "/api/v1/retention/plan",
          "/api/v1/retention/runs",
          "/api/v1/retention/day",
          "/api/v1/retention/certificate");

  @Test
  void answersForProgramsAreNoPages() {
    for (Way way : server.ways()) {
      if (way.method().equals("GET") && way.path().startsWith("/api")) {
        String path =
            way.path()
                .replace("{company}", "nimbus")
                .replace("{subject}", "stock")
                .replace("{statement}", "keep")
                .replace("{ref}", "NOBODY-ASKED")
                .replace("{id}", "NOBODY-ASKED");
        boolean isThere = !path.contains("NOBODY-ASKED") && !ABOUT_ONE.contains(path);
        Page page = officer.get(path);
        assertThat(page.status()).as(path).isIn(isThere ? List.of(200) : List.of(400, 404));
        assertThat(page.header("content-type"))
            .as(path)
            .startsWith(isThere ? "application/json" : "application/problem+json");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
      }
    }
    Page refused = officer.get("/api/v1/promises?verdict=" + Browser.encoded(evil(70)));
    assertThat(refused.header("content-type")).startsWith("application/problem+json");
    assertThat(refused.header("x-content-type-options")).isEqualTo("nosniff");
    Page export = officer.get("/journal/export");
    assertThat(export.header("content-type")).startsWith("application/jsonl");
    assertThat(export.header("content-disposition"))
        .isEqualTo("attachment; filename=\"journal.jsonl\"");
  }

  @Test
  void noMailRunsItOrGrowsAHeader() throws MessagingException, IOException {
    MimeMultipart parts = (MimeMultipart) alert.getContent();
    String html = String.valueOf(parts.getBodyPart(1).getContent());
    assertThat(html).containsPattern(ATTACK_AS_TEXT).doesNotContainPattern(RUNS);
    assertThat(alert.getSubject()).contains("alert(1)").doesNotContain("\n", "\r");
    assertThat(alert.getHeader("Bcc")).isNull();
    assertThat(alert.getAllRecipients()).singleElement().hasToString("dpo@nimbus.example");
  }
}
