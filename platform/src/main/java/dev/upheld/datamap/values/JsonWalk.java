package dev.upheld.datamap.values;

import dev.upheld.datamap.Inside.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Walks through a JSON document (RFC 8259) and shows each value with its path. Made for text of any
 * origin and length: it needs time linear in it and, beside the path, no memory, and never throws.
 */
public final class JsonWalk {
  private static final Step EACH = new Step.Each();

  /** What kind of value it is. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** True or false. */
    FLAG,
    NULL
  }

  /** How the walk ended. */
  public enum Ending {
    /** A document, seen whole. */
    WHOLE,
    /** It begins like one and ends too early; what stands before has been shown. */
    CUT,
    /** No document; some of it may have been shown. */
    BROKEN
  }

  /** Gets the values of a document in order. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param path from the outside in, empty for a document that is one value; only to be used
     *     during the call
     * @param text without quotes and escapes
     */
    void value(List<Step> path, Kind kind, String text);
  }

  private enum Expect {
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    COMMA_OR_END,
    NOTHING
  }

  private final String text;
  private final Visitor visitor;
  private final List<Step> path = new ArrayList<>();
  private final List<Step> shown = Collections.unmodifiableList(path);

  /** Open containers: whether each is an object. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  private Expect expect = Expect.VALUE;
  private int at;

  private JsonWalk(String text, Visitor visitor) {
    this.text = text;
    this.visitor = visitor;
  }

  /** Shows every value to the visitor. */
  public static Ending walk(String text, Visitor visitor) {
    return new JsonWalk(text, visitor).run();
  }

  private Ending run() {
    while (true) {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      if (at >= text.length()) {
        return expect == Expect.NOTHING ? Ending.WHOLE : Ending.CUT;
      }
      Ending ending =
          switch (expect) {
            case VALUE -> value(text.charAt(at));
            case VALUE_OR_END -> text.charAt(at) == ']' ? close() : value(text.charAt(at));
            case KEY -> key();
            case KEY_OR_END -> text.charAt(at) == '}' ? close() : key();
            case COMMA_OR_END -> comma(text.charAt(at));
            case NOTHING -> Ending.BROKEN;
          };
      if (ending != Ending.WHOLE) {
        return ending;
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Each step gives WHOLE where the walk may go on. */
  private Ending value(char first) {
    if (first == '{') {
      at++;
      open.push(true);
      expect = Expect.KEY_OR_END;
      return Ending.WHOLE;
    }
    if (first == '[') {
      at++;
      open.push(false);
      path.add(EACH);
      expect = Expect.VALUE_OR_END;
      return Ending.WHOLE;
    }
    return first == '"' ? string() : word();
  }

  private Ending string() {
    int end = endOfString();
    if (end < 0) {
      return Ending.CUT;
    }
    String raw = text.substring(at + 1, end);
    at = end + 1;
    return show(Kind.TEXT, JsonEscapes.undone(raw));
  }

  private Ending word() {
    int end = at;
    while (end < text.length()
        && ",]}".indexOf(text.charAt(end)) < 0
        && !isSpace(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    boolean last = end == text.length() && !open.isEmpty();
    at = end;
    return switch (word) {
      case "true", "false" -> show(Kind.FLAG, word);
      case "null" -> show(Kind.NULL, word);
      default -> number(word, last);
    };
  }

  /**
   * @param last whether the text ends right there, so that it may have been longer
   */
  private Ending number(String word, boolean last) {
    if (last) {
      return Ending.CUT;
    }
    boolean digits =
        !word.isEmpty()
            && word.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0)
            && word.chars().anyMatch(c -> c >= '0' && c <= '9')
            && (word.charAt(0) == '-' || Character.isDigit(word.charAt(0)));
    return digits ? show(Kind.NUMBER, word) : Ending.BROKEN;
  }

  private Ending show(Kind kind, String value) {
    visitor.value(shown, kind, value);
    after();
    return Ending.WHOLE;
  }

  private void after() {
    if (open.isEmpty()) {
      expect = Expect.NOTHING;
      return;
    }
    if (open.element()) {
      path.removeLast();
    }
    expect = Expect.COMMA_OR_END;
  }

  private Ending close() {
    at++;
    boolean object = open.pop();
    if (!object) {
      path.removeLast();
    }
    after();
    return Ending.WHOLE;
  }

  private Ending comma(char c) {
    boolean object = open.element();
    if (c == ',') {
      at++;
      expect = object ? Expect.KEY : Expect.VALUE;
      return Ending.WHOLE;
    }
    return c == (object ? '}' : ']') ? close() : Ending.BROKEN;
  }

  private Ending key() {
    if (text.charAt(at) != '"') {
      return Ending.BROKEN;
    }
    int end = endOfString();
    if (end < 0) {
      return Ending.CUT;
    }
    String key = JsonEscapes.undone(text.substring(at + 1, end));
    at = end + 1;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at >= text.length()) {
      return Ending.CUT;
    }
    if (text.charAt(at) != ':') {
      return Ending.BROKEN;
    }
    at++;
    path.add(new Step.Key(key));
    expect = Expect.VALUE;
    return Ending.WHOLE;
  }

  /** Where the string that begins here ends; -1 where it does not. */
  private int endOfString() {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < text.length() ? i : -1;
  }
}
