package dev.upheld.app.serve;

import static dev.upheld.app.serve.MarkedShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.testing.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** People who are signed in to the provider's own application arrive without a code. */
class ProviderLinkTest {
  private static final String ADA =
      """
      {"email": "ada@people.example", "emailConfirmed": true, "subject": {"customers": "1"}}""";
  private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
  private static final String OVER = "This link serves no more";

  @SuppressWarnings("NullAway.Init") // set before each test
  private MarkedShop shop;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Browser program;

  @BeforeEach
  void start() {
    shop = new MarkedShop(Databases.postgres().freshDatabase());
    program = shop.program(Permission.REQUESTS_LINKS);
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  /** The path of a link. */
  private String link(String body) {
    Page made = json(program, "/api/v1/requests/links", body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String url = JsonMapper.shared().readTree(made.body()).get("url").asString();
    assertThat(url).startsWith(shop.server.url() + "/privacy/login/").doesNotContain("ada", "4711");
    return url.substring(shop.server.url().length());
  }

  private static String ticket(Page page) {
    Matcher matcher = TICKET.matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  private static Page arrives(Browser person, String link) {
    assertThat(person.get(link).status()).isEqualTo(200);
    return person.post(link);
  }

  @Test
  void whoIsSignedInThereAsksHereWithoutACode() {
    Browser person = shop.server.browser();
    Page page = arrives(person, link(ADA) + "?lang=en");
    assertThat(page.body()).contains("Your privacy requests").doesNotContain("ada@people.example");

    Page opened =
        person.post("/privacy/login", "ticket", ticket(page), "right", "erasure", "lang", "en");

    assertThat(opened.status()).as(opened.body()).isEqualTo(303);
    assertThat(person.get(opened.to()).body()).contains("We are working on it");
    Browser officer = shop.server.signedIn(Role.OFFICER);
    String inbox = officer.get("/requests").body();
    Matcher here = Pattern.compile("/requests/[2-9A-Z]{4}-[2-9A-Z]{4}").matcher(inbox);
    assertThat(here.find()).isTrue();
    assertThat(officer.get(here.group()).body())
        .contains("sign-in to their account", "23 November 2026", "customers: 1");
    assertThat(RunningServer.text(shop.server.mail(1)))
        .as("that it came, and no code")
        .contains("/privacy/request/")
        .doesNotContainPattern("[0-9]{4} [0-9]{4}");
    assertThat(shop.journalled("request.login")).doesNotContain("ada", "customers");
    assertThat(shop.journalled("request.received")).contains("method=account");
  }

  @Test
  void oneSeesOnesOwnRequestsAndNobodyElses() {
    Browser officer = shop.server.signedIn(Role.OFFICER);
    shop.letter(officer, "bob@people.example", "portability");
    shop.letter(officer, "ada@people.example", "access");

    Page page = arrives(shop.server.browser(), link(ADA) + "?lang=en");

    String mine = page.body().substring(0, page.body().indexOf("Ask for something"));
    assertThat(mine).contains("See my data").doesNotContain("Take my data with me");
    Matcher own = Pattern.compile("href=\"(/privacy/request/[^\"]+)\"").matcher(mine);
    assertThat(own.find()).isTrue();
    assertThat(shop.server.browser().get(own.group(1).replace("&amp;", "&")).status())
        .isEqualTo(200);
  }

  @Test
  void aLinkServesOnceAndForTenMinutesAndOnlyWhereItWasMade() {
    String used = link(ADA);
    Page first = arrives(shop.server.browser(), used);
    Browser again = shop.server.browser();
    refused(again.get(used + "?lang=en"));
    refused(again.post(used, "lang", "en"));

    String late = link(ADA);
    shop.server.clock.pass(Duration.ofMinutes(11));
    refused(again.post(late, "lang", "en"));
    refused(again.get(late + "?lang=en"));

    String tampered = link(ADA);
    refused(again.post(tampered.substring(0, tampered.length() - 1), "lang", "en"));
    refused(again.post("/privacy/login/" + "x".repeat(43), "lang", "en"));
    refused(again.post("/privacy/login", "ticket", "forged", "right", "access", "lang", "en"));

    Browser person = shop.server.browser();
    String ticket = ticket(first);
    person.get("/privacy?lang=en");
    assertThat(ask(person, ticket).status()).isEqualTo(303);
    refused(ask(person, ticket));
    assertThat(shop.journalled("request.login-refused")).contains("used", "over");
  }

  private static Page ask(Browser person, String ticket) {
    return person.post("/privacy/login", "ticket", ticket, "right", "access", "lang", "en");
  }

  private static void refused(Page page) {
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains(OVER, "Go back to your account");
  }

  @Test
  void lookingAtALinkDoesNotUseItUp() {
    String link = link(ADA);
    assertThat(shop.server.browser().send("HEAD", link).status()).isEqualTo(200);
    assertThat(shop.server.browser().get(link).body()).doesNotContain("ticket", "ada@");
    assertThat(arrives(shop.server.browser(), link).status()).isEqualTo(200);
  }

  @Test
  void nothingChosenIsSaidAndTheTicketServesOn() {
    Browser person = shop.server.browser();
    String ticket = ticket(arrives(person, link(ADA)));
    Page none = person.post("/privacy/login", "ticket", ticket, "lang", "en");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("Choose at least one thing");
    assertThat(ask(person, ticket(none)).status()).isEqualTo(303);
  }

  @Test
  void anAddressThatTheApplicationNeverConfirmedIsProvedByACode() {
    Browser person = shop.server.browser();
    Page page = arrives(person, link(ADA.replace("true", "false")) + "?lang=en");
    assertThat(page.body()).contains("we may send a code");
    Page code = ask(person, ticket(page));
    assertThat(code.status()).isEqualTo(200);
    assertThat(code.body()).contains("We have sent you a code");
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(code.body());
    assertThat(token.find()).isTrue();
    String digits = shop.server.code("ada@people.example");
    Page opened =
        person.post("/privacy/code", "token", token.group(1), "code", digits, "lang", "en");
    assertThat(opened.status()).isEqualTo(303);
    assertThat(shop.journalled("request.received")).contains("method=code");
    Page later = arrives(person, link(ADA.replace("true", "false")) + "?lang=en");
    assertThat(later.body()).as("whose requests they are").doesNotContain("/privacy/request/");
  }

  @Test
  void theCharterSaysForWhichRightsAnAccountIsEnough() throws IOException {
    charter("identity: {document: never, by: [account, code], account-for: [access]}\n");
    Browser person = shop.server.browser();
    Page page = arrives(person, link(ADA) + "?lang=en");
    Page code =
        person.post("/privacy/login", "ticket", ticket(page), "right", "erasure", "lang", "en");
    assertThat(code.body()).contains("We have sent you a code");
    Page access = arrives(person, link(ADA) + "?lang=en");
    assertThat(ask(person, ticket(access)).status()).isEqualTo(303);
  }

  @Test
  void aCharterThatDoesNotNameTheAccountTakesNoLink() throws IOException {
    charter("identity: {document: never, by: [code]}\n");
    Page page = json(program, "/api/v1/requests/links", ADA);
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.body()).contains("urn:upheld:request-login", "account");
  }

  /** The server reads its files again by itself. */
  private void charter(String identity) throws IOException {
    Path charter = shop.folder.resolve("charter.yaml");
    Files.writeString(charter, Files.readString(charter) + "\n" + identity);
    Browser officer = shop.server.signedIn(Role.OFFICER);
    MarkedShop.waitFor(officer, "/promises", "document of identity");
  }

  @Test
  void whatIsNoPersonIsRefusedAndSaysWhy() {
    asserted("{}", 422, "No mail can be sent");
    asserted(ADA.replace("customers", "shoes"), 400, "does not single a person out");
    asserted(ADA.replace("\"1\"", "\"x; customers: 2\""), 422, "one plain value");
    asserted(ADA.replace("\"1\"", "\"x\\ncustomers: 2\""), 422, "one plain value");
    asserted(ADA.replace("\"1\"", "null"), 400, "without a value");
    asserted(ADA.replace("}}", "}, \"rights\": [\"gold\"]}"), 422, "not offered");
    assertThat(json(shop.program(Permission.REQUESTS_WORK), "/api/v1/requests/links", ADA).status())
        .isEqualTo(403);
  }

  private void asserted(String body, int status, String words) {
    Page page = json(program, "/api/v1/requests/links", body);
    assertThat(page.status()).as(body).isEqualTo(status);
    assertThat(page.body()).contains(words).doesNotContain("ada@people.example");
  }

  @Test
  void aFloodOfLinksAndGuessedOnesAreSlowedDown() {
    for (int i = 0; i < 20; i++) {
      assertThat(link(ADA)).isNotBlank();
    }
    assertThat(json(program, "/api/v1/requests/links", ADA).status()).isEqualTo(429);
    String good = link(ADA.replace("ada@", "bob@"));
    Browser guesser = shop.server.browser();
    for (int i = 0; i < 31; i++) {
      refused(guesser.get("/privacy/login/guessed" + i + "?lang=en"));
    }
    refused(guesser.get(good + "?lang=en"));
    assertThat(shop.journalled("request.flood")).contains("login", "guess");
  }
}
