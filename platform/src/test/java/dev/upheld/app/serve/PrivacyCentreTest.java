package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import jakarta.mail.MessagingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The privacy centre as somebody without an account meets it: pages over HTTP, codes by mail. */
class PrivacyCentreTest {
  private static final String EMAIL = "ada@people.example";
  private static final Pattern CODE = Pattern.compile("[0-9]{4} [0-9]{4}");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

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

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(matcher.groupCount());
  }

  private Page ask(Browser browser, String email, String right) {
    browser.get("/privacy?lang=en");
    return browser.post(
        "/privacy/ask", "lang", "en", "right", right, "email", email, "details", "All of it");
  }

  /** The path of the private page. */
  private String asked(Browser browser) {
    int mails = server.mails();
    Page sent = ask(browser, EMAIL, "access");
    assertThat(sent.status()).isEqualTo(200);
    String code = found(CODE, RunningServer.text(server.mail(mails + 1)));
    Page opened =
        browser.post(
            "/privacy/code", "lang", "en", "token", found(TOKEN, sent.body()), "code", code);
    assertThat(opened.status()).isEqualTo(303);
    return opened.to();
  }

  @Test
  void oneAsksWithACodeAndFollowsOnAPageOfOnesOwn() throws MessagingException {
    Browser browser = server.browser();
    String path = asked(browser);
    Page own = browser.get(path);
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.body())
        .contains("We are working on it", "23 November 2026", "23 December 2026", "All of it")
        .contains("Commission nationale")
        .doesNotContain("http://", "<script");
    assertThat(server.mail(2).getSubject()).startsWith("Your request ");
    assertThat(RunningServer.text(server.mail(2))).doesNotContain("All of it", "data");
    String link = server.link(server.mail(2));
    assertThat(server.browser().get(link).status()).as("another device").isEqualTo(200);
    assertThat(
            browser
                .post(path.replaceAll("\\?.*", "/message"), "lang", "en", "words", "Also calls")
                .to())
        .endsWith("done=written");
    assertThat(browser.get(path).body()).contains("Also calls");
    assertThat(browser.post(path.replaceAll("\\?.*", "/withdraw"), "lang", "en").to())
        .endsWith("done=withdrawn");
    assertThat(browser.get(path).body()).contains("You have taken your request back");
  }

  @Test
  void itSpeaksFrenchToWhoeverDoesAndSaysWhatEachRightRestsOn() {
    Page page = server.browser().with("Accept-Language", "fr").get("/privacy");
    assertThat(page.body()).contains("Que faire de vos données", "lang=\"fr\"", "GDPR Art. 17");
    assertThat(server.browser().get("/privacy?lang=en").body())
        .contains("The law gives you this right (GDPR Art. 15), and we promise it.");
  }

  @Test
  void neitherPageNorMailTellsWhoIsKnown() {
    Browser browser = server.browser();
    asked(browser);
    Page known = ask(browser, EMAIL, "erasure");
    Page unknown = ask(server.browser(), "nobody@people.example", "erasure");
    assertThat(anonymous(known.body())).isEqualTo(anonymous(unknown.body()));
    assertThat(known.status()).isEqualTo(unknown.status());
  }

  private static String anonymous(String page) {
    return page.replaceAll("value=\"[^\"]*\"", "");
  }

  @Test
  void whatIsMissingIsSaidAndWhatWasWrittenStays() {
    Browser browser = server.browser();
    browser.get("/privacy?lang=en");
    Page page =
        browser.post("/privacy/ask", "lang", "en", "email", "not an address", "right", "access");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("No mail can be sent to this address", "value=\"not an address\"", "checked");
    Page none = browser.post("/privacy/ask", "lang", "en", "email", EMAIL);
    assertThat(none.body()).contains("Choose at least one thing");
    assertThat(server.mails()).isZero();
  }

  @Test
  void aFloodMeetsAClearSentence() {
    for (int i = 0; i < 4; i++) {
      assertThat(ask(server.browser(), EMAIL, "access").status()).isEqualTo(200);
    }
    Page held = ask(server.browser(), EMAIL, "access");
    assertThat(held.status()).isEqualTo(429);
    assertThat(held.body()).contains("Please wait a little");
    assertThat(journalled("request.")).containsExactly("request.flood");
  }

  @Test
  void aLinkLeadsSomewhereOnlyWhenItIsWhole() {
    Browser browser = server.browser();
    String path = asked(browser).replaceAll("\\?.*", "");
    assertThat(server.browser().get(path + "x").status()).isEqualTo(404);
    assertThat(server.browser().get(path + "x").body()).contains("Nothing is here");
    assertThat(browser.post(path + "/link", "lang", "en").body())
        .contains("A new link is on its way");
    assertThat(browser.get(path).status()).isEqualTo(404);
    assertThat(server.browser().get(server.link(server.mail(3))).status()).isEqualTo(200);
  }

  @Test
  void aWrongCodeCanBeTriedAgainAndAForgedOneNot() {
    Browser browser = server.browser();
    Page sent = ask(browser, EMAIL, "access");
    String token = found(TOKEN, sent.body());
    Page wrong = browser.post("/privacy/code", "lang", "en", "token", token, "code", "1");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("That is not the code");
    assertThat(browser.post("/privacy/code", "token", "forged", "code", "12345678").status())
        .isEqualTo(404);
    Map<String, String> unsigned = new LinkedHashMap<>(Map.of("token", token, "code", "1"));
    assertThat(browser.postRaw("/privacy/code", unsigned).status()).isEqualTo(403);
  }

  @Test
  void whatAStrangerWritesIsShownAsText() {
    Browser browser = server.browser();
    String path = asked(browser);
    browser.post(path.replaceAll("\\?.*", "/message"), "words", "<script>alert(1)</script> \"'<b>");
    assertThat(browser.get(path).body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script");
  }

  private List<String> journalled(String prefix) {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 1000, prefix).stream().map(Entry::kind).toList();
    }
  }
}
