package dev.upheld.datamap;

import dev.upheld.datamap.FieldName.Read;
import dev.upheld.datamap.Inside.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a field's name, from left to right and once. A name without arrow and without a key in
 * brackets is a column, whatever else it holds.
 */
final class FieldNameReader {
  private static final String QUOTES =
      "a name in double quotes does not end; a quote within it is written twice";

  private final String text;
  private int at;

  private FieldNameReader(String text) {
    this.text = text;
  }

  /** Says what is wrong; caught where reading began. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String what) {
      super(what, null, false, false);
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  static Read read(String written) {
    if (!FieldName.looksParted(written)) {
      return new Read.Sound(FieldName.whole(written));
    }
    try {
      return new Read.Sound(new FieldNameReader(written).name());
    } catch (Wrong e) {
      return new Read.Bad("In %s, %s.".formatted(shown(written), e.what()));
    }
  }

  private static String shown(String written) {
    return "\"" + (written.length() > 100 ? written.substring(0, 100) + "..." : written) + "\"";
  }

  private FieldName name() throws Wrong {
    String column = column();
    if (at == text.length()) {
      return FieldName.whole(column);
    }
    if (text.startsWith(FieldName.ARROW, at)) {
      at += FieldName.ARROW.length();
      return new FieldName(column, Optional.of(path()));
    }
    return new FieldName(column, Optional.of(keyed()));
  }

  private String column() throws Wrong {
    if (text.startsWith("\"")) {
      String quoted = quoted();
      if (at < text.length() && !text.startsWith(FieldName.ARROW, at) && text.charAt(at) != '[') {
        throw new Wrong("only -> or [ may follow a column in double quotes");
      }
      return quoted;
    }
    int arrow = text.indexOf(FieldName.ARROW);
    int bracket = text.endsWith("]") ? text.indexOf('[') : -1;
    boolean keyed = bracket >= 0 && (arrow < 0 || bracket < arrow);
    at = keyed ? bracket : arrow;
    String column = at < 0 ? text : text.substring(0, at);
    at = at < 0 ? text.length() : at;
    if (column.isBlank() || !column.equals(column.strip())) {
      throw new Wrong("a column stands right before " + (keyed ? "[" : "->") + ", without spaces");
    }
    return column;
  }

  private String quoted() throws Wrong {
    StringBuilder name = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' && !text.startsWith("\"\"", at)) {
        at++;
        if (name.isEmpty()) {
          throw new Wrong("a name in double quotes is empty");
        }
        return name.toString();
      }
      name.append(c);
      at += c == '"' ? 2 : 1;
    }
    throw new Wrong(QUOTES);
  }

  private Inside.Path path() throws Wrong {
    List<Step> steps = new ArrayList<>();
    if (!text.startsWith("[]", at)) {
      steps.add(step());
    }
    while (at < text.length()) {
      if (text.startsWith("[]", at)) {
        at += 2;
        steps.add(new Step.Each());
      } else if (text.charAt(at) == '.') {
        at++;
        steps.add(step());
      } else {
        throw new Wrong(odd());
      }
    }
    return new Inside.Path(steps);
  }

  private Step step() throws Wrong {
    if (text.startsWith("\"", at)) {
      return new Step.Key(quoted());
    }
    int from = at;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    String key = text.substring(from, at);
    if (key.equals("*")) {
      return new Step.Any();
    }
    if (key.isEmpty()) {
      throw new Wrong("the path lacks a key: one stands after -> and after each dot");
    }
    if (!FieldName.PLAIN_STEP.matcher(key).matches()) {
      throw new Wrong(odd());
    }
    return new Step.Key(key);
  }

  private static String odd() {
    return "a key with other signs than letters, digits, _, -, $ and @ stands in double quotes, and"
        + " elements of a list are written []";
  }

  private Inside.Keyed keyed() throws Wrong {
    at++;
    String keyColumn = upTo('=');
    at++;
    String key = upTo(']');
    if (at != text.length() - 1) {
      throw new Wrong("nothing may follow the key in brackets");
    }
    return new Inside.Keyed(keyColumn, key);
  }

  /** A name that ends at a sign; in double quotes where it holds the sign itself. */
  private String upTo(char end) throws Wrong {
    if (text.startsWith("\"", at)) {
      String name = quoted();
      if (at >= text.length() || text.charAt(at) != end) {
        throw new Wrong("a key is written [column=key]");
      }
      return name;
    }
    int from = at;
    at = text.indexOf(end, from);
    String name = at < 0 ? "" : text.substring(from, at);
    if (!FieldName.PLAIN_VALUE.matcher(name).matches()) {
      throw new Wrong(
          "a key is written [column=key], without spaces around; with brackets or quotes in it, in"
              + " double quotes");
    }
    return name;
  }
}
