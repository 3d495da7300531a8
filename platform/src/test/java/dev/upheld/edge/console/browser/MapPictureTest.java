package dev.upheld.edge.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.upheld.edge.console.Assets;
import dev.upheld.edge.console.Frames;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Looks;
import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.Theme;
import dev.upheld.edge.console.proof.LargeMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The picture of 200 tables and 3,000 columns, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapPictureTest {
  private static final String SYSTEM = "/map?system=" + LargeMap.SYSTEM;
  private static final String OPEN = SYSTEM + "&group=customers%2Fbilling";
  private static final String ALL = SYSTEM + "&group=all";
  private static final String TABLE = SYSTEM + "&place=" + LargeMap.table(3);
  private static final int HEAVIEST = 400_000;

  /** Texts of the picture that touch each other. */
  private static final String OVERLAPS =
      "(() => { const t = [...document.querySelectorAll('svg.map text')].map(e => {"
          + " const b = e.getBoundingClientRect(); return {l: e.textContent, x: b.left, y: b.top,"
          + " r: b.right, u: b.bottom}; }); const bad = [];"
          + " for (let i = 0; i < t.length; i++) for (let j = i + 1; j < t.length; j++) {"
          + " const a = t[i], b = t[j];"
          + " if (a.x < b.r - 0.5 && b.x < a.r - 0.5 && a.y < b.u - 0.5 && b.y < a.u - 0.5)"
          + " bad.push(a.l + ' / ' + b.l); } return bad; })()";

  /** Texts that leave the frame they stand in. */
  private static final String OUTSIDE =
      "[...document.querySelectorAll('svg.map text')].filter(e => { const b ="
          + " e.getBoundingClientRect(), s = e.ownerSVGElement.getBoundingClientRect(), r ="
          + " e.parentElement.tagName === 'a' && e.parentElement.querySelector('rect'); const f = r ?"
          + " r.getBoundingClientRect() : s; return b.left < f.left || b.right > f.right + 0.5;"
          + " }).map(e => e.textContent)";

  private static final String LEFT =
      "[...document.querySelectorAll('main a, main summary, main input, main button, main"
          + " [tabindex=\"0\"]')].filter(e => e.checkVisibility() && !e.dataset.reached).length";

  private static final String REACHED =
      "(e => { e.dataset.reached = 1; const shown = e.closest('svg') ? (e.querySelector('rect') &&"
          + " getComputedStyle(e.querySelector('rect')).strokeWidth) :"
          + " getComputedStyle(e).outlineStyle; return shown; })(document.activeElement)";

  @SuppressWarnings("NullAway.Init") // set before all tests
  private HttpServer server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Chromium chromium;

  private final LargeMap map = new LargeMap();
  private final Assets assets = Assets.load();
  private final Pages pages =
      new Pages(assets, ZoneId.of("Europe/Paris"), InstantSource.fixed(Looks.NOW));

  @BeforeAll
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Security-Policy", LookServer.POLICY);
      Optional<Assets.Asset> asset = assets.find(exchange.getRequestURI().getPath());
      byte[] bytes =
          asset
              .map(Assets.Asset::bytes)
              .orElseGet(() -> page(exchange.getRequestURI().getRawQuery()));
      exchange
          .getResponseHeaders()
          .set("Content-Type", asset.map(Assets.Asset::type).orElse("text/html; charset=utf-8"));
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private byte[] page(String query) {
    Map<String, String> asked = new HashMap<>();
    for (String pair : Optional.ofNullable(query).orElse("").split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        asked.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return pages.bytes(map.page(asked), Frames.officer(Language.EN, Theme.AUTO, "/map"));
  }

  private String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private BrowserContext context() {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1360, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
  }

  @Test
  void noLabelCoversAnotherOnAnyScreenAndEveryPageIsSound() {
    List<String> wrong = new ArrayList<>();
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      page.onConsoleMessage(m -> wrong.add(m.text()));
      Axe axe = new Axe();
      for (String path : List.of("/map", SYSTEM, OPEN, ALL, TABLE)) {
        page.navigate(address(path));
        axe.into(page);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          for (int width : new int[] {1360, 375}) {
            page.setViewportSize(width, 900);
            String where = path + " " + scheme + " " + width + ": ";
            ((List<?>) page.evaluate(OVERLAPS)).forEach(o -> wrong.add(where + "overlap " + o));
            ((List<?>) page.evaluate(OUTSIDE)).forEach(o -> wrong.add(where + "outside " + o));
            Axe.wider(page).forEach(e -> wrong.add(where + "too wide " + e));
            picture(page, path, scheme, width);
          }
          String rules = scheme == ColorScheme.LIGHT ? Axe.EVERYTHING : Axe.COLOURS;
          Axe.faults(page, rules).forEach(f -> wrong.add(path + " " + scheme + ": " + f));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void overlapsAreSeen() {
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      page.navigate(address(OPEN));
      page.evaluate(
          "(t => { t[0].setAttribute('x', t[1].getAttribute('x')); t[0].setAttribute('y',"
              + " t[1].getAttribute('y')); })(document.querySelectorAll('svg.map text.head'))");
      assertThat((List<?>) page.evaluate(OVERLAPS)).isNotEmpty();
    }
  }

  /** From the company by links alone: each of the 3,000 columns is one, and where it is shown. */
  @Test
  void everyColumnIsReachedByLinksFromTheCompany() {
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      page.navigate(address("/map"));
      assertThat(page.locator("svg.map a[href='" + SYSTEM + "']").count()).isOne();
      page.navigate(address(SYSTEM));
      assertThat(page.locator("svg.map a[href*='group=']").count()).isGreaterThan(5);
      List<String> tables = new ArrayList<>();
      for (Object href : hrefs(page, ".shelves a")) {
        tables.add(String.valueOf(href));
      }
      assertThat(tables).hasSize(LargeMap.TABLES).doesNotHaveDuplicates();
      int columns = 0;
      for (String table : tables) {
        Object found =
            page.evaluate(
                "async p => { const d = new DOMParser().parseFromString(await (await"
                    + " fetch(p)).text(), 'text/html'); return new Set([...d.querySelectorAll('main"
                    + " a[href*=\"#column-\"]')].map(a => a.getAttribute('href'))).size; }",
                table);
        columns += ((Number) found).intValue();
      }
      assertThat(columns).isEqualTo(LargeMap.TABLES * LargeMap.COLUMNS);
    }
  }

  private static List<?> hrefs(Page page, String selector) {
    return (List<?>)
        page.evaluate(
            "s => [...document.querySelectorAll(s)].map(a => a.getAttribute('href'))", selector);
  }

  @Test
  void theKeyboardReachesEverythingInOrderAndShowsWhereItIs() {
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      for (String path : List.of(OPEN, TABLE)) {
        page.navigate(address(path));
        page.locator("#main").focus();
        int all = ((Number) page.evaluate(LEFT)).intValue();
        assertThat(all).isGreaterThan(LargeMap.COLUMNS);
        for (int i = 0; i < all; i++) {
          page.keyboard().press("Tab");
          assertThat(String.valueOf(page.evaluate(REACHED))).isNotIn("none", "0px");
        }
        assertThat(page.evaluate(LEFT)).as(path).isEqualTo(0);
      }
      page.navigate(address(OPEN));
      page.locator("svg.map a[href*='place=']").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL("**place=*");
    }
  }

  @Test
  void kindsOfLinksAreToldApartWithoutColour() {
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      page.navigate(address(OPEN));
      Object styles =
          page.evaluate(
              "['owns', 'shared', 'mentions'].map(k => { const p ="
                  + " document.querySelector('svg.map .wires .' + k); return"
                  + " p.getAttribute('stroke-dasharray') + ' ' + p.getAttribute('marker-end'); })");
      assertThat((List<?>) styles).doesNotHaveDuplicates().hasSize(3);
    }
  }

  @Test
  void itIsLightAndPrints() {
    try (BrowserContext context = context()) {
      Page page = context.newPage();
      long most = 0;
      for (String path : List.of("/map", SYSTEM, ALL, TABLE)) {
        byte[] bytes = page(path.replaceAll("^/map\\??", ""));
        most = Math.max(most, bytes.length);
        assertThat(bytes.length).as(path).isLessThan(HEAVIEST);
      }
      page.navigate(address(ALL));
      Object ready =
          page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
      System.out.printf(
          "map of %d tables: heaviest page %,d bytes, all frames open ready after %.0f ms%n",
          LargeMap.TABLES, most, ((Number) ready).doubleValue());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".turn").first().isVisible()).isFalse();
      assertThat(page.evaluate("document.querySelector('svg.map').getBoundingClientRect().width"))
          .satisfies(w -> assertThat(((Number) w).doubleValue()).isLessThan(1361));
    }
  }

  private static void picture(Page page, String path, ColorScheme scheme, int width) {
    String name =
        path.replaceAll(".*(group|place)=", "$1-").replaceAll("[^a-zA-Z0-9-]+", "-")
            + "-"
            + scheme.name().toLowerCase(Locale.ROOT)
            + (width > 1000 ? "-desk" : "-phone");
    Pictures.take(page, "map-200" + name);
  }
}
