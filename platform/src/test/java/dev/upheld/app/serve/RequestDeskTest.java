package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox over HTTP: a letter is typed in, worked on and answered; who may not, is told so. */
class RequestDeskTest {
  private static final String EMAIL = "ada@people.example";

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

  private static String letter(Browser browser, String right, String email) {
    browser.get("/requests/new");
    Page page =
        browser.post(
            "/requests/new",
            "right",
            right,
            "channel",
            "letter",
            "received",
            "2026-11-20",
            "name",
            "Ada Lovelace",
            "email",
            email,
            "language",
            "en",
            "details",
            "Everything, please");
    assertThat(page.status()).as(page.body()).isEqualTo(303);
    return page.to();
  }

  private static String task(Page page) {
    Matcher matcher =
        Pattern.compile("name=\"task\" value=\"([0-9a-f-]{36})\"").matcher(page.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void anOperatorWorksALetterToItsAnswer() {
    Browser operator = server.signedIn(Role.OPERATOR);
    String here = letter(operator, "erasure", EMAIL);
    Page page = operator.get(here);
    assertThat(page.body())
        .contains(
            "Erasure", "27 days left", "20 December 2026", "Ada Lovelace", "No plan was made yet")
        .contains("It can be made once it is clear who asks");
    assertThat(operator.post(here + "/prove", "method", "call-back").status()).isEqualTo(303);
    assertThat(operator.post(here + "/finish", "words", "All of it is erased.").body())
        .as("nothing was done yet")
        .contains("Nothing was done yet", "All of it is erased.");
    operator.post(here + "/task", "words", "Shred the paper file", "due", "2026-11-30");
    String task = task(operator.get(here));
    operator.post(here + "/done", "task", task, "words", "Shredded in the cellar");
    assertThat(operator.post(here + "/finish", "words", "All of it is erased.").status())
        .isEqualTo(303);
    assertThat(operator.get(here).body())
        .contains("Answered", "File kept until", "23 November 2027", "kept");
    String link = server.link(server.mail(1));
    assertThat(server.browser().get(link).body())
        .contains("Done", "All of it is erased.")
        .doesNotContain("Shredded");
  }

  @Test
  void theWallTellsOfARequestThatIsLateAndOfItsAnswer() {
    Browser officer = server.signedIn(Role.OFFICER);
    String here = letter(officer, "access", EMAIL);
    server.clock.pass(Duration.ofDays(29));
    officer = server.signedIn(Role.OFFICER);
    assertThat(officer.get("/requests").body()).contains("2 days late");
    assertThat(officer.get("/account").body())
        .as("the navigation tells of it everywhere")
        .contains("<span>Requests</span><span class=\"n\">1</span>");
    assertThat(verdict(officer)).isEqualTo("BROKEN");
    officer.post(here + "/forward", "words", "Acme, ticket 4711");
    assertThat(verdict(officer)).isEqualTo("UPHELD");
  }

  private String verdict(Browser officer) {
    server.prove();
    Matcher matcher =
        Pattern.compile("class=\"banner (broken|risk|unproven|upheld)")
            .matcher(officer.get("/promises/nimbus/rights-access/answer").body());
    assertThat(matcher.find()).isTrue();
    return switch (matcher.group(1)) {
      case "broken" -> "BROKEN";
      case "risk" -> "AT_RISK";
      case "unproven" -> "UNPROVEN";
      default -> "UPHELD";
    };
  }

  @Test
  void aRefusalShowsThePersonTheGroundTheReasonAndTheAuthority() {
    Browser operator = server.signedIn(Role.OPERATOR);
    String here = letter(operator, "erasure", EMAIL);
    String ground = "Art. 17(3)(e): legal claims";
    assertThat(operator.get(here).body()).contains(ground);
    assertThat(
            operator
                .post(here + "/refuse", "right", "erasure", "ground", ground, "words", "no")
                .body())
        .contains("too short to be a reason");
    operator.post(
        here + "/refuse", "right", "erasure", "ground", ground, "words", "A claim is pending.");
    assertThat(server.browser().get(server.link(server.mail(1))).body())
        .contains("We have refused", ground, "A claim is pending.", "Commission nationale")
        .contains("go to court");
  }

  @Test
  void aSearchFindsTheWholeAddressAndLeavesNoneInTheAddressBar() {
    Browser operator = server.signedIn(Role.OPERATOR);
    String here = letter(operator, "access", EMAIL);
    assertThat(operator.post("/requests/search", "word", EMAIL).to()).isEqualTo(here);
    assertThat(operator.post("/requests/search", "word", "ada").body())
        .contains("No request has this reference");
  }

  @Test
  void whoeverMayNotIsToldSoAndItIsJournalled() {
    Browser operator = server.signedIn(Role.OPERATOR);
    String here = letter(operator, "erasure", EMAIL);
    Browser engineer = server.signedIn(Role.ENGINEER);
    assertThat(engineer.get(here).status()).isEqualTo(403);
    assertThat(engineer.get(here).body()).doesNotContain("Ada");
    assertThat(operator.post(here + "/approve", "digest", "x").status()).isEqualTo(403);
    assertThat(journalled("access.refused")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(engineer.get("/").body()).doesNotContain("href=\"/requests\"");
  }

  @Test
  void aMailServerThatIsDownHoldsNothingUp() {
    server.mailAway();
    Browser operator = server.signedIn(Role.OPERATOR);
    String here = letter(operator, "access", EMAIL);
    assertThat(operator.get(here).status()).isEqualTo(200);
    server.mailBack();
    server.clock.pass(Duration.ofMinutes(10));
    assertThat(server.mail(1)).as("sent when it is back").isNotNull();
  }

  @Test
  void aLetterThatNamesNobodyComesBackAsItWas() {
    Browser operator = server.signedIn(Role.OPERATOR);
    operator.get("/requests/new");
    Page page =
        operator.post(
            "/requests/new",
            "details",
            "Kept as typed",
            "received",
            "2026-11-20",
            "right",
            "access");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("Kept as typed", "The text is missing");
  }

  @Test
  void aProgramOpensAndAnswersAndReadsNobodysName() {
    Browser program = program(Permission.REQUESTS_READ, Permission.REQUESTS_WORK);
    Page opened =
        json(
            program,
            "/api/v1/requests",
            "{\"rights\":[\"access\"],\"email\":\"ada@people.example\",\"details\":\"Everything\"}");
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    assertThat(opened.body())
        .contains("2026-12-23", "\"api\"")
        .doesNotContain("ada@", "Everything");
    String ref = opened.body().replaceAll("(?s).*\"ref\":\"([^\"]+)\".*", "$1");
    String here = "/api/v1/requests/" + ref;
    assertThat(json(program, here + "/finish", "{\"text\":\"It is all here.\"}").status())
        .as("nobody knows yet who asks")
        .isEqualTo(409);
    assertThat(json(program, here + "/identity", "{\"method\":\"account\"}").status())
        .isEqualTo(204);
    assertThat(json(program, here + "/identity", "{\"method\":\"palmistry\"}").status())
        .isEqualTo(422);
    assertThat(json(program, "/api/v1/requests/find", "{\"word\":\"ada@people.example\"}").body())
        .contains(ref);
    assertThat(program.get(here).body()).contains("\"account\"").doesNotContain("ada@");
    assertThat(program.get("/api/v1/requests/nonsense").status()).isEqualTo(404);
    assertThat(program.get("/api/v1/requests").body()).contains(ref);
    Browser reader = program(Permission.REQUESTS_READ);
    assertThat(json(reader, here + "/message", "{\"text\":\"x\"}").status()).isEqualTo(403);
  }

  private Browser program(Permission... scopes) {
    Browser officer = server.signedIn(Role.OFFICER);
    Identity who =
        server.access().sessions().visit(officer.cookie("upheld-session")).orElseThrow().identity();
    String token =
        server
            .access()
            .tokens()
            .issue(who, "crm", Set.of(scopes), server.clock.instant().plus(Duration.ofDays(9)))
            .reveal();
    return server.browser().with("Authorization", "Bearer " + token);
  }

  private static Page json(Browser browser, String path, String body) {
    return browser.postBody(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> journalled(String prefix) {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 1000, prefix).stream().map(Entry::kind).toList();
    }
  }
}
