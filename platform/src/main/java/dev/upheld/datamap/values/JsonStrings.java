package dev.upheld.datamap.values;

import java.util.function.BiConsumer;

/**
 * Visits the strings and numbers within a JSON text, each with the key it stands under. Not a
 * parser: what is not sound is passed over, and nothing is kept.
 */
public final class JsonStrings {
  private JsonStrings() {}

  /** Whether the text may be a JSON object or list. */
  public static boolean isLikely(String text) {
    String bare = text.strip();
    return bare.length() > 2
        && ((bare.startsWith("{") && bare.endsWith("}"))
            || (bare.startsWith("[") && bare.endsWith("]")))
        && bare.indexOf('"') >= 0;
  }

  /**
   * Calls the visitor with the nearest key, or nothing, and the value.
   *
   * @param text in time linear in it
   */
  public static void visit(String text, BiConsumer<String, String> visitor) {
    String key = "";
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"') {
        int end = end(text, i + 1);
        String string = text.substring(i + 1, Math.min(end, text.length()));
        i = end + 1;
        if (isKey(text, i)) {
          key = string;
        } else {
          visitor.accept(key, string);
        }
      } else if (c >= '0' && c <= '9') {
        int end = i;
        while (end < text.length() && ".0123456789".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        visitor.accept(key, text.substring(i, end));
        i = end;
      } else {
        i++;
      }
    }
  }

  private static int end(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  private static boolean isKey(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == ':';
  }
}
