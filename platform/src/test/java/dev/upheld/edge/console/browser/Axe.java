package dev.upheld.edge.console.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What axe-core and a ruler say of a page. */
final class Axe {
  static final String EVERYTHING =
      "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

  /** The rules whose answer depends on the theme. */
  static final String COLOURS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";

  private final String script = read("axe.min.js");

  /** Must be done again after each navigation. */
  void into(Page page) {
    page.evaluate(script);
  }

  /** What the rules find, with the elements; the script must be in the page. */
  @SuppressWarnings("unchecked")
  static List<String> faults(Page page, String rules) {
    Map<String, List<Map<String, Object>>> result =
        (Map<String, List<Map<String, Object>>>)
            page.evaluate(
                "axe.run(document, {resultTypes: ['violations'], runOnly: "
                    + rules
                    + "}).then(r => ({violations: r.violations.map(v => ({id: v.id, nodes:"
                    + " v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' +"
                    + " n.failureSummary).join('; ')}))}))");
    return result.getOrDefault("violations", List.of()).stream()
        .map(v -> v.get("id") + ": " + v.get("nodes"))
        .toList();
  }

  /** Elements that stand out to the right, unless something around them scrolls. */
  @SuppressWarnings("unchecked")
  static List<String> wider(Page page) {
    return (List<String>)
        page.evaluate(
            "document.documentElement.scrollWidth <= innerWidth ? [] :"
                + " [...document.body.querySelectorAll('*')].filter(e =>"
                + " e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre, .scroll,"
                + " .skip')).map(e => e.outerHTML.slice(0, 120)).slice(0, 5)");
  }

  private static String read(String resource) {
    try (InputStream in = Axe.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
