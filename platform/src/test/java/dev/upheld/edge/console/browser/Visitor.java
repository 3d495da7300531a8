package dev.upheld.edge.console.browser;

import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A person with a browser of their own, who looks closely at each page they come to: whether
 * everybody can use it, whether it fits a telephone, and whether it says what nobody may read.
 */
final class Visitor implements AutoCloseable {
  private static final int PHONE = 390;
  private static final int DESK = 1280;

  private final Axe axe = new Axe();
  private final String origin;
  private final List<String> secrets;
  private final Locale language;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final Set<String> refusing = new HashSet<>();

  /**
   * @param origin all requests go there
   * @param secrets what no page may hold
   * @param language what the browser asks for
   */
  Visitor(Chromium chromium, String origin, List<String> secrets, Locale language) {
    this.origin = origin;
    this.secrets = secrets;
    this.language = language;
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(DESK, 900)
                    .setLocale(language.toLanguageTag())
                    .setColorScheme(LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.onConsoleMessage(this::heard);
    page.onPageError(complaints::add);
    page.onRequest(
        r -> {
          if (!r.url().startsWith(origin + "/")) {
            complaints.add("asks a third party: " + r.url());
          }
        });
  }

  private void heard(ConsoleMessage message) {
    boolean grave = message.type().equals("error") || message.type().equals("warning");
    boolean expected =
        message.text().startsWith("Failed to load resource")
            && refusing.stream().anyMatch(path -> message.location().startsWith(origin + path));
    if (grave && !expected) {
      complaints.add(message.text() + " at " + message.location());
    }
  }

  Page page() {
    return page;
  }

  void goes(String path) {
    page.navigate(origin + path);
  }

  /** What is asked of this path will be refused, and rightly; the browser notes it as an error. */
  void expectsRefusal(String path) {
    refusing.add(path);
  }

  /** The path one is at, with the query. */
  String at() {
    return page.url().replace(origin, "");
  }

  /** Looks closely at the page as it is now, in light and dark, at a desk and on a telephone. */
  void looks(String name) {
    assertThat(secrets).as("on " + name).noneMatch(page.content()::contains);
    List<String> wrong = new ArrayList<>();
    axe.into(page);
    for (ColorScheme scheme : List.of(LIGHT, DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      String rules = scheme == LIGHT ? Axe.EVERYTHING : Axe.COLOURS;
      Axe.faults(page, rules).forEach(f -> wrong.add(name + ", " + scheme + ": " + f));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(LIGHT));
    page.setViewportSize(PHONE, 844);
    Axe.wider(page).forEach(e -> wrong.add(name + " is too wide for a telephone: " + e));
    page.setViewportSize(DESK, 900);
    seen.add(name);
    assertThat(wrong).isEmpty();
  }

  /**
   * Looks closely, and takes pictures for others to look at: in English of everything, in French,
   * which differs in the length of its words, of the telephone.
   */
  void pictures(String name) {
    looks(name);
    boolean french = language.equals(Locale.FRANCE);
    for (ColorScheme scheme : french ? List.of(LIGHT) : List.of(DARK, LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      String look = language.getLanguage() + "-" + name + (french ? "" : "-" + said(scheme));
      page.setViewportSize(PHONE, 844);
      picture(look + "-phone");
      page.setViewportSize(DESK, 900);
      if (!french) {
        picture(look + "-desk");
      }
    }
  }

  private static String said(ColorScheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }

  private void picture(String name) {
    Pictures.take(page, "real/" + name);
  }

  /** Presses the tabulator until what has the focus says this; the focus shows at every step. */
  void tabsTo(String words) {
    for (int steps = 0; steps < 60; steps++) {
      page.keyboard().press("Tab");
      String focus =
          (String)
              page.evaluate(
                  "(e => getComputedStyle(e).outlineStyle + ' ' + (e.labels && e.labels.length ?"
                      + " e.labels[0].textContent : e.textContent))(document.activeElement)");
      assertThat(focus).as("the focus shows").doesNotStartWith("none");
      if (focus.contains(words)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + words);
  }

  void types(String text) {
    page.keyboard().type(text);
  }

  void presses(String key) {
    page.keyboard().press(key);
  }

  /** Every page looked at. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  /** What the browser complained of: scripts, the policy, other sites. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
