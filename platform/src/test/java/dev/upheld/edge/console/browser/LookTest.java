package dev.upheld.edge.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page as a person meets it: with few colours, a keyboard, a phone, a screen reader. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {
  private static final int PHONE = 375;
  private static final int DESK = 1360;

  /** Between the margins of a sheet. */
  private static final int A4 = 688;

  /** How much of the page has moved since it began to load (cumulative layout shift). */
  private static final String SHIFTED =
      "new Promise(answer => { let sum = 0; new PerformanceObserver(list => list.getEntries()"
          + ".forEach(e => { sum += e.value; })).observe({type: 'layout-shift', buffered: true});"
          + " setTimeout(() => answer(sum), 20); })";

  /** What a keyboard must reach in the content and has not reached yet. */
  private static final String REACHABLE =
      "[...document.querySelectorAll('main a, main button, main input, main select, main textarea,"
          + " main summary')].filter(e => e.checkVisibility() && e.type !== 'hidden' &&"
          + " !e.dataset.reached)";

  private static final String OUTLINE =
      "(e => { e.dataset.reached = 1; return e === document.body ? 'outside' :"
          + " getComputedStyle(e).outlineStyle + ' ' + e.outerHTML; })(document.activeElement)";

  private final List<String> complaints = new ArrayList<>();
  private final Axe axe = new Axe();
  private LookServer server;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void start() throws IOException {
    server = new LookServer();
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    server.close();
  }

  @BeforeEach
  void open() {
    complaints.clear();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(DESK, 900)
                    .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.onConsoleMessage(
        m -> {
          if (m.type().equals("error") || m.type().equals("warning")) {
            complaints.add(m.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        r -> {
          if (!r.url().startsWith(server.address("/"))) {
            complaints.add("asks a third party: " + r.url());
          }
        });
  }

  @AfterEach
  void nobodyComplains() {
    context.close();
    assertThat(complaints).as("errors of scripts, of the policy, and requests").isEmpty();
  }

  /** One visit each: axe-core, pictures, and whether a phone is wide enough. */
  @Test
  void everyPageIsSoundInEveryLanguageThemeAndWidth() {
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("en", "fr")) {
      for (String name : server.names()) {
        page.navigate(server.address("/" + language + "/auto/" + name));
        if (((Number) page.evaluate(SHIFTED)).doubleValue() > 0.01) {
          wrong.add(language + "-" + name + " moves while it loads");
        }
        axe.into(page);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          page.setViewportSize(DESK, 900);
          String look = language + "-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT);
          if (scheme == ColorScheme.LIGHT) {
            Axe.faults(page, Axe.EVERYTHING).forEach(fault -> wrong.add(look + ": " + fault));
          } else if (language.equals("en")) { // words have no say in the colours
            Axe.faults(page, Axe.COLOURS).forEach(fault -> wrong.add(look + ": " + fault));
          }
          picture(look, "desk");
          page.setViewportSize(PHONE, 800);
          picture(look, "phone");
        }
        Axe.wider(page).forEach(e -> wrong.add(language + "-" + name + " is too wide: " + e));
        // text twice as large on a small desk leaves this width (WCAG 1.4.4 and 1.4.10)
        page.setViewportSize(320, 800);
        Axe.wider(page)
            .forEach(e -> wrong.add(language + "-" + name + " is too wide, zoomed: " + e));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void axeSeesWhatIsWrong() {
    page.navigate(server.address("/en/auto/sign-in"));
    axe.into(page);
    page.evaluate("document.querySelector('label').remove()");
    assertThat(Axe.faults(page, Axe.EVERYTHING)).anyMatch(fault -> fault.startsWith("label"));
  }

  @Test
  void theChosenThemeWinsOverTheDevice() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.navigate(server.address("/en/dark/wall"));
    Object dark = page.evaluate("getComputedStyle(document.body).backgroundColor");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.navigate(server.address("/en/auto/wall"));
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo(dark);
    page.navigate(server.address("/en/light/wall"));
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isNotEqualTo(dark);
  }

  @Test
  void theKeyboardReachesAndShowsEverything() {
    page.navigate(server.address("/en/light/promise-to-attest"));
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    List<?> reachable = (List<?>) page.evaluate(REACHABLE + ".map(e => e.outerHTML)");
    assertThat(reachable).hasSizeGreaterThan(10);
    // three times: the parts of a date take a step each
    for (int i = 0; i < 3 * reachable.size(); i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate(OUTLINE)).asString().doesNotStartWith("none");
    }
    assertThat((List<?>) page.evaluate(REACHABLE + ".map(e => e.outerHTML)")).isEmpty();
  }

  @Test
  void theFilterWorksWithoutLoadingThePageAgain() {
    page.navigate(server.address("/en/light/wall"));
    page.evaluate("window.same = true");
    assertThat(page.locator(".tile").count()).isGreaterThan(80);
    page.locator("#f-q").pressSequentially("deleted");
    page.waitForURL("**/promises?q=deleted*");
    page.waitForFunction("document.querySelectorAll('.tile').length === 1");
    assertThat(page.evaluate("window.same")).isEqualTo(true);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-q");
  }

  @Test
  void coverageIsFilteredInPlaceToo() {
    page.navigate(server.address("/en/light/coverage"));
    page.evaluate("window.same = true");
    assertThat(page.locator("#coverage tbody").count()).isEqualTo(5);
    page.locator("#f-state").focus();
    page.locator("#f-state").selectOption("missing");
    page.waitForURL("**/coverage?*state=missing*");
    page.waitForFunction("document.querySelectorAll('#coverage tbody').length === 1");
    assertThat(page.evaluate("window.same")).isEqualTo(true);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-state");
  }

  /** An officer prints it, whatever theme they work in. */
  @Test
  void coverageIsPrintedOnWhiteWithItsHeadingOnEachSheetAndNothingElse() {
    page.navigate(server.address("/en/dark/coverage"));
    page.setViewportSize(A4, 1120);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    assertThat(
            (List<?>)
                page.evaluate(
                    "[...new Set([...document.querySelectorAll('#coverage table *')].map("
                        + "e => getComputedStyle(e).color))].filter(c => !/^rgb\\((0|34|68), /.test(c))"))
        .as("colours of text but black and its greys")
        .isEmpty();
    assertThat(page.evaluate("getComputedStyle(document.querySelector('#coverage thead')).display"))
        .isEqualTo("table-header-group");
    for (String gone : List.of(".rail", ".who", "#filter", "[data-prints]")) {
      assertThat(page.locator(gone).isVisible()).as(gone).isFalse();
    }
    assertThat(page.locator(".print-only").textContent()).contains("Nimbus");
    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    picture("en-coverage-print", "sheet");
  }

  @Test
  void aRefusedFieldHasTheFocusAndSaysWhatIsWrong() {
    page.navigate(server.address("/en/light/reset"));
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("password");
    assertThat(page.title()).startsWith("Please correct");
  }

  @Test
  void theFingerprintOfADocumentIsMadeHere() {
    page.navigate(server.address("/en/light/promise-to-attest"));
    page.locator("#file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "list.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8)));
    page.waitForFunction("document.getElementById('digest').value.length === 64");
    assertThat(page.inputValue("#digest"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  /** In English of all pages; French differs in the length of its words, which the phone shows. */
  private void picture(String look, String width) {
    if (look.startsWith("en") || (look.endsWith("light") && width.equals("phone"))) {
      Pictures.take(page, look + "-" + width);
    }
  }
}
