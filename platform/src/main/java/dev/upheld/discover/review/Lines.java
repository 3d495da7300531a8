package dev.upheld.discover.review;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text by lines and offsets, and the patches made to it. Where a node ends is found from where it
 * begins. Used once.
 */
final class Lines {
  /**
   * @param from where what goes begins
   * @param to where it ends; the same where nothing goes
   */
  private record Patch(int from, int to, int order, String text) {}

  private final String text;
  private final String end;
  private final List<Integer> starts = new ArrayList<>();
  private final List<Patch> patches = new ArrayList<>();

  Lines(String text) {
    this.text = text;
    this.end = text.contains("\r\n") ? "\r\n" : "\n";
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
  }

  /** The text with all patches; a patch within a stretch that goes, goes with it. */
  String done() {
    StringBuilder result = new StringBuilder(text.length() + 1024);
    int at = 0;
    patches.sort(
        Comparator.comparingInt(Patch::from)
            .thenComparingInt(p -> p.from() == p.to() ? 0 : 1)
            .thenComparingInt(Patch::order));
    for (Patch patch : patches) {
      if (patch.from() >= at) {
        result.append(text, at, patch.from()).append(patch.text());
        at = patch.to();
      }
    }
    return result.append(text, at, text.length()).toString();
  }

  void replace(int from, int to, String instead) {
    patches.add(new Patch(from, to, patches.size(), instead));
  }

  /** Puts whole lines before the line of this number. */
  void insert(int line, int indent, List<String> added) {
    int at = start(line);
    StringBuilder block = new StringBuilder();
    if (at > 0 && text.charAt(at - 1) != '\n') {
      block.append(end);
    }
    for (String one : added) {
      block.append(one.isEmpty() ? "" : " ".repeat(indent) + one).append(end);
    }
    replace(at, at, block.toString());
  }

  /** Takes lines out: the first to go, and the first that stays. */
  void cut(int from, int to) {
    if (to > from) {
      replace(start(from), start(to), "");
    }
  }

  /** One more than the last. */
  int after() {
    return starts.size() + 1;
  }

  private int start(int line) {
    return line <= starts.size() ? starts.get(line - 1) : text.length();
  }

  /** The text of a line without its end. */
  String line(int number) {
    return text.substring(start(number), start(number + 1)).stripTrailing();
  }

  /** Whether the line says nothing, or only something to people. */
  boolean isRemark(int number) {
    String said = line(number).strip();
    return said.isEmpty() || said.startsWith("#");
  }

  static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  int offset(Location at) {
    return text.offsetByCodePoints(starts.get(at.line() - 1), at.column() - 1);
  }

  char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\n';
  }

  /** Whether a mapping or list stands in braces or brackets. */
  boolean inFlow(YamlNode node) {
    char first = charAt(offset(node.at()));
    return !(node instanceof YamlNode.Scalar) && (first == '{' || first == '[');
  }

  /**
   * Behind the last character of a value that begins here.
   *
   * @param flow whether it is a member of something in braces
   */
  int valueEnd(int from, boolean flow) {
    char first = charAt(from);
    if (first == '"' || first == '\'') {
      return quoteEnd(from) + 1;
    }
    if (first == '[' || first == '{') {
      return closing(from) + 1;
    }
    int i = from;
    while (i < text.length() && !endsPlain(i, flow)) {
      i++;
    }
    while (i > from && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private boolean endsPlain(int i, boolean flow) {
    char c = text.charAt(i);
    boolean comment = c == '#' && i > 0 && Character.isWhitespace(text.charAt(i - 1));
    return c == '\n' || comment || (flow && ",]}".indexOf(c) >= 0);
  }

  /** Where what opens here closes; quotes and comments are passed over. */
  int closing(int from) {
    int depth = 0;
    char before = ' ';
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '"' || c == '\'') && "{[,:".indexOf(before) >= 0) {
        i = quoteEnd(i);
        before = c;
      } else if (c == '#' && Character.isWhitespace(text.charAt(i - 1))) {
        i = lineEnd(i);
      } else if (c == '{' || c == '[') {
        depth++;
        before = c;
      } else if (c == '}' || c == ']') {
        depth--;
        before = c;
        if (depth == 0) {
          return i;
        }
      } else if (!Character.isWhitespace(c)) {
        before = c;
      }
    }
    return text.length() - 1;
  }

  private int lineEnd(int from) {
    int found = text.indexOf('\n', from);
    return found < 0 ? text.length() : found;
  }

  private int quoteEnd(int from) {
    char quote = text.charAt(from);
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = c == '\\' && quote == '"';
      boolean doubled =
          c == '\'' && quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'';
      if (escape || doubled) {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return text.length() - 1;
  }

  /** The comment at the end of the line on which a value ends; empty text for none. */
  String remark(int valueEnd) {
    String rest = text.substring(Math.min(valueEnd, text.length()), lineEnd(valueEnd));
    int hash = rest.indexOf('#');
    boolean only = hash > 0 && rest.substring(0, hash).isBlank();
    return only ? rest.substring(hash + 1).strip() : "";
  }
}
