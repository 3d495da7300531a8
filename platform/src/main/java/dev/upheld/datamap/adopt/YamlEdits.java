package dev.upheld.datamap.adopt;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits of a YAML text at places the reader found, so that all else stays as a person wrote it.
 * Used once.
 */
final class YamlEdits {
  private record Edit(int from, int to, String text) {}

  private final String text;
  private final List<Integer> lines = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();

  YamlEdits(String text) {
    this.text = text;
    lines.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lines.add(i + 1);
      }
    }
  }

  /** The text with all edits made; an edit inside a stretch that is dropped is dropped with it. */
  String done() {
    StringBuilder result = new StringBuilder();
    int at = 0;
    edits.sort(Comparator.comparingInt(Edit::from).thenComparingInt(e -> -e.to()));
    for (Edit edit : edits) {
      if (edit.from() >= at) {
        result.append(text, at, edit.from()).append(edit.text());
        at = edit.to();
      }
    }
    return result.append(text, at, text.length()).toString();
  }

  /** Puts something else where a value stands, on one line or several. */
  void value(Entry entry, String instead) {
    int from = offset(entry.value().at());
    boolean flow = inFlow(entry);
    int to = end(from, flow);
    if (!flow && entry.value() instanceof YamlNode.Scalar) {
      // a folded text, or one that goes on without a quote
      int whole = after(entry);
      while (whole > to && Character.isWhitespace(text.charAt(whole - 1))) {
        whole--;
      }
      to = text.substring(to, whole).contains("\n") ? whole : to;
    }
    edits.add(new Edit(from, to, instead));
  }

  /** Takes a key out with its value: the lines of a block, or the member of a list in braces. */
  void drop(Entry entry) {
    if (inFlow(entry)) {
      dropMember(entry);
    } else {
      dropLines(entry);
    }
  }

  private void dropMember(Entry entry) {
    int from = offset(entry.keyAt());
    int to = end(offset(entry.value().at()), true);
    int before = from;
    while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
      before--;
    }
    if (before > 0 && text.charAt(before - 1) == ',') {
      edits.add(new Edit(before - 1, to, ""));
    } else {
      int after = to;
      while (after < text.length() && ", ".indexOf(text.charAt(after)) >= 0) {
        after++;
      }
      edits.add(new Edit(from, after, ""));
    }
  }

  private void dropLines(Entry entry) {
    edits.add(new Edit(lines.get(entry.keyAt().line() - 1), after(entry), ""));
  }

  /** Where the lines of a block end. */
  private int after(Entry entry) {
    int line = entry.keyAt().line();
    int indent = entry.keyAt().column() - 1;
    int last = line;
    for (int next = line + 1; next <= lines.size(); next++) {
      String said = line(next);
      if (said.isBlank()) {
        continue;
      }
      if (indentOf(said) <= indent
          && !(said.strip().startsWith("- ") && indentOf(said) == indent)) {
        break;
      }
      last = next;
    }
    return last < lines.size() ? lines.get(last) : text.length();
  }

  private String line(int number) {
    int to = number < lines.size() ? lines.get(number) : text.length();
    return text.substring(lines.get(number - 1), to);
  }

  private static int indentOf(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  /** A key in braces has something but spaces, or a dash, before it on its line or lines before. */
  private boolean inFlow(Entry entry) {
    int depth = 0;
    int to = offset(entry.keyAt());
    // a document of this language opens no brace that it does not close within one block entry
    for (int i = to - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '}' || c == ']') {
        depth++;
      } else if (c == '{' || c == '[') {
        if (depth == 0) {
          return true;
        }
        depth--;
      } else if (c == '\n' && i + 1 < text.length() && isLetter(text.charAt(i + 1))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private int end(int from, boolean flow) {
    if (from >= text.length()) {
      return from;
    }
    char first = text.charAt(from);
    if (first == '"' || first == '\'') {
      return quoted(from);
    }
    if (first == '[' || first == '{') {
      return closing(from);
    }
    int i = from;
    while (i < text.length() && !endsPlain(i, flow)) {
      i++;
    }
    while (i > from && text.charAt(i - 1) == ' ') {
      i--;
    }
    return i;
  }

  private boolean endsPlain(int i, boolean flow) {
    char c = text.charAt(i);
    boolean comment = c == '#' && text.charAt(i - 1) == ' ';
    return c == '\n' || comment || (flow && ",]}".indexOf(c) >= 0);
  }

  /** An apostrophe within a word begins nothing. */
  private boolean beginsQuote(int i) {
    if (text.charAt(i) != '"' && text.charAt(i) != '\'') {
      return false;
    }
    int before = i - 1;
    while (before > 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return "[{,:".indexOf(text.charAt(before)) >= 0;
  }

  /** Behind the closing quote: one that is escaped, or doubled, closes nothing. */
  private int quoted(int from) {
    char quote = text.charAt(from);
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = c == '\\' && quote == '"';
      boolean doubled =
          c == '\'' && quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'';
      if (escape || doubled) {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  private int closing(int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (beginsQuote(i)) {
        i = quoted(i) - 1;
      } else if (c == '#' && Character.isWhitespace(text.charAt(i - 1))) {
        i = Math.max(i, text.indexOf('\n', i));
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return text.length();
  }

  private int offset(Location at) {
    int line = lines.get(at.line() - 1);
    return text.offsetByCodePoints(line, at.column() - 1);
  }

  /** Whether a value is a scalar with a text of its own. */
  static boolean says(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
        && !scalar.isNull()
        && !scalar.text().equals("not-stated");
  }
}
