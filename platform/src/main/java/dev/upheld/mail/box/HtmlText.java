package dev.upheld.mail.box;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of an HTML mail: tags, styles and scripts are left out. What comes out is text to read,
 * never HTML; whoever shows it escapes it. One walk over the text, however it is built.
 */
final class HtmlText {
  private static final Set<String> BREAKS =
      Set.of(
          "br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote");
  private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
  private static final int LONGEST_ENTITY = 10;

  private final String html;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> unclosed = new HashSet<>();
  private int at;

  private HtmlText(String html) {
    this.html = html;
  }

  static String of(String html) {
    return new HtmlText(html).walk();
  }

  private String walk() {
    while (at < html.length()) {
      char c = html.charAt(at);
      switch (c) {
        case '<' -> tag();
        case '&' -> entity();
        case '\r', '\n', '\t', ' ' -> {
          space();
          at++;
        }
        default -> {
          out.append(c);
          at++;
        }
      }
    }
    return out.toString();
  }

  private void space() {
    if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
      out.append(' ');
    }
  }

  private void tag() {
    if (html.startsWith("<!--", at)) {
      at = after("-->", at);
      return;
    }
    int end = after(">", at);
    String name = name(at + 1, end);
    at = end;
    String bare = name.startsWith("/") ? name.substring(1) : name;
    if (BREAKS.contains(bare)) {
      out.append('\n');
    } else if (SILENT.contains(name) && !unclosed.contains(name)) {
      silent(name);
    }
  }

  private String name(int from, int end) {
    int to = from;
    while (to < end && to - from < LONGEST_ENTITY + 2 && nameChar(html.charAt(to))) {
      to++;
    }
    return html.substring(from, Math.min(to, html.length())).toLowerCase(Locale.ROOT);
  }

  private static boolean nameChar(char c) {
    return c == '/' || Character.isLetterOrDigit(c);
  }

  /** To the end of an element whose content is not for people. */
  private void silent(String name) {
    String close = "</" + name;
    for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i, close, 0, close.length())) {
        at = after(">", i);
        return;
      }
    }
    // never closed: browsers take the rest as its content; here a reader rather sees too much
    unclosed.add(name);
  }

  private int after(String what, int from) {
    int found = html.indexOf(what, from);
    return found < 0 ? html.length() : found + what.length();
  }

  private void entity() {
    int end = html.indexOf(';', at, Math.min(html.length(), at + LONGEST_ENTITY));
    if (end > 0) {
      String said = meaning(html.substring(at + 1, end));
      if (!said.isEmpty()) {
        out.append(said);
        at = end + 1;
        return;
      }
    }
    out.append('&');
    at++;
  }

  private static String meaning(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }
}
