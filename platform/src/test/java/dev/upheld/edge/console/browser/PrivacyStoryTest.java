package dev.upheld.edge.console.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A person asks in a real browser without JavaScript, on a phone, with a code from a real mail
 * server; an operator refuses and answers; every page is sound and asks no third party.
 */
class PrivacyStoryTest {
  private static final int PHONE = 375;
  private static final int DESK = 1100;

  private final List<String> wrong = new ArrayList<>();
  private final Axe axe = new Axe();

  @Test
  void fromTheFirstWordToTheAnswer() throws IOException {
    Path demo = Path.of("..", "examples", "demo").toAbsolutePath().normalize();
    try (RunningServer server = RunningServer.of(demo, Map.of());
        Chromium chromium = new Chromium();
        BrowserContext person = chromium.browser().newContext(person())) {
      Page page = person.newPage();
      page.onRequest(
          r -> {
            if (!r.url().startsWith(server.url())) {
              wrong.add("asks a third party: " + r.url());
            }
          });
      String link = asks(server, page);
      try (BrowserContext operator = chromium.browser().newContext()) {
        answers(server, operator.newPage());
      }
      page.navigate(server.url() + link);
      assertThat(page.locator("h1").textContent()).isEqualTo("Done");
      assertThat(page.content()).contains("It is all erased but the invoices.", "refused");
      look(chromium, person, page, "privacy-done");
      comesFromTheAccount(server, page);
    }
    assertThat(wrong).isEmpty();
  }

  /** Signed in at the provider's own application, the same person sees what became of it. */
  private void comesFromTheAccount(RunningServer server, Page page) throws IOException {
    String token = server.token(Permission.REQUESTS_LINKS);
    page.navigate(ProviderLinkStoryTest.link(server, token, "ada@people.example"));
    look(page, "privacy-login");
    page.locator("button.primary").click();
    assertThat(page.locator("section[aria-labelledby=mine]").innerText()).contains("Done");
    page.locator("button.primary").click();
    assertThat(page.content()).contains("Choose at least one thing");
    look(page, "privacy-account-fault");
    page.navigate(ProviderLinkStoryTest.link(server, token, "ada@people.example"));
    page.locator("button.primary").click();
    look(page, "privacy-account");
  }

  private static Browser.NewContextOptions person() {
    return new Browser.NewContextOptions()
        .setJavaScriptEnabled(false)
        .setLocale("en-GB")
        .setViewportSize(PHONE, 800);
  }

  private String asks(RunningServer server, Page page) throws IOException {
    page.navigate(server.url() + "/privacy");
    look(page, "privacy-centre");
    page.locator("input[value=erasure]").check();
    page.locator("input[value=objection-marketing]").check();
    page.locator("#email").fill("ada@people.example");
    page.locator("#details").fill("My account since 2019.");
    page.locator("summary:has-text('for')").first().click();
    page.locator("#behalf").fill("Anna Lovelace, my mother");
    page.locator("button.primary").click();
    look(page, "privacy-code");
    page.locator("#code").fill("1234");
    page.locator("button.primary").click();
    look(page, "privacy-code-wrong");
    page.locator("#code").fill(server.code("ada@people.example"));
    page.locator("button.primary").click();
    assertThat(page.locator("h1").textContent()).isEqualTo("We are working on it");
    page.locator("#words").fill("And the newsletter.");
    page.locator("section[aria-labelledby=talk] button").click();
    assertThat(page.content()).contains("Your message has arrived", "And the newsletter.");
    look(page, "privacy-own");
    sends(page, "paper.gif", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8));
    assertThat(page.content()).contains("no GIF, JPG, PNG or PDF");
    sends(page, "no-matter.xyz", dev.upheld.duty.request.paper.Files.pdf(1));
    assertThat(page.content()).contains("Your document has arrived");
    look(page, "privacy-paper");
    return page.url().substring(server.url().length()).replaceAll("\\?.*", "");
  }

  private static void sends(Page page, String name, byte[] file) {
    page.locator("#file").setInputFiles(new FilePayload(name, "image/gif", file));
    page.locator("form[action*='/document'] button").click();
  }

  private static void answers(RunningServer server, Page page) {
    page.setDefaultTimeout(10_000);
    page.navigate(server.url() + server.enters("omar@nimbus.example", "Omar", Role.OPERATOR));
    page.navigate(server.url() + "/requests");
    page.locator(".inbox .what").first().click();
    assertThat(page.content()).contains("A mandate");
    page.locator("form[action$='/paper-checked'] button").click();
    assertThat(page.content()).contains("Document checked and destroyed");
    page.locator("summary:has-text('Refuse this right')").last().click();
    page.locator("textarea[id^=refuse-objection]").fill("We send no advertising at all.");
    page.locator("form[action$='/refuse']:visible button.grave").click();
    page.locator("summary:has-text('Give a task')").click();
    page.locator("#task-words").fill("Delete the account");
    page.locator("form[action$='/task'] button").click();
    page.locator("summary:has-text('Note what was done')").first().click();
    page.locator("textarea[id^=done-]").fill("Deleted");
    page.locator("form[action$='/done'] button").click();
    page.locator("#finish-words").fill("It is all erased but the invoices.");
    page.locator("form[action$='/finish'] button").click();
    assertThat(page.locator(".verdict-line").textContent()).contains("Answered");
    Pictures.take(page, "en-request-answered");
  }

  private void look(Page page, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(PHONE, DESK)) {
        page.setViewportSize(width, 800);
        String theme = scheme.name().toLowerCase(Locale.ROOT);
        Pictures.take(page, name + "-" + theme + "-" + (width == PHONE ? "phone" : "desk"));
      }
    }
    page.setViewportSize(PHONE, 800);
  }

  /** The same page with scripts on, for axe-core alone: it is one. */
  private void look(Chromium chromium, BrowserContext person, Page page, String name) {
    look(page, name);
    try (BrowserContext with =
        chromium.browser().newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
      for (String address : List.of(page.url(), page.url().replaceAll("/request/.*", ""))) {
        Page copy = with.newPage();
        copy.navigate(address);
        axe.into(copy);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          copy.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          Axe.faults(copy, Axe.EVERYTHING).forEach(f -> wrong.add(address + ": " + f));
        }
        copy.setViewportSize(320, 800);
        Axe.wider(copy).forEach(e -> wrong.add(address + " is too wide: " + e));
      }
    }
    assertThat(person.cookies())
        .as("no cookie but the one the forms need")
        .allMatch(c -> c.name.endsWith("upheld-forms"));
  }
}
