package dev.upheld.discover;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Adds lines to a YAML text at places the reader found. What stands there stays as it is, letter by
 * letter. Used once.
 */
final class MapText {
  /**
   * Something added.
   *
   * @param at offset in the text as it was
   * @param text with the line ends it needs
   */
  private record Insertion(int at, int order, String text) {}

  private final String text;
  private final String end;
  private final List<Integer> lines = new ArrayList<>();
  private final List<Insertion> insertions = new ArrayList<>();

  MapText(String text) {
    this.text = text;
    this.end = text.contains("\r\n") ? "\r\n" : "\n";
    lines.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lines.add(i + 1);
      }
    }
  }

  /** The text with everything added. */
  String done() {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (Insertion one : sorted()) {
      result.append(text, at, one.at()).append(one.text());
      at = one.at();
    }
    return result.append(text, at, text.length()).toString();
  }

  /** What was added, with the number of the line it follows. */
  List<Addition> additions() {
    return sorted().stream()
        .map(
            one ->
                new Addition(
                    lineOf(one.at()), one.text().strip().isEmpty() ? List.of() : shown(one)))
        .toList();
  }

  private static List<String> shown(Insertion one) {
    return one.text().lines().filter(line -> !line.isBlank()).toList();
  }

  private List<Insertion> sorted() {
    return insertions.stream()
        .sorted(Comparator.comparingInt(Insertion::at).thenComparingInt(Insertion::order))
        .toList();
  }

  private int lineOf(int offset) {
    int line = 0;
    while (line < lines.size() && lines.get(line) < offset) {
      line++;
    }
    return line;
  }

  private void insert(int at, String added) {
    insertions.add(new Insertion(at, insertions.size(), added));
  }

  /** Whether the mapping stands in braces. */
  boolean inBraces(Mapping mapping) {
    int at = offset(mapping.at());
    return at < text.length() && text.charAt(at) == '{';
  }

  /**
   * Adds lines at the end of a mapping whose keys stand on lines of their own.
   *
   * @param mapping not empty, not in braces
   * @param next what comes after it in the file; empty when nothing does
   * @param added with the indentation they have among themselves
   */
  void append(Mapping mapping, Optional<Location> next, List<String> added) {
    int indent = first(mapping).keyAt().column() - 1;
    lines(next, indent, added);
  }

  /** Adds lines where something ends that stands on lines of its own. */
  void lines(Optional<Location> next, int indent, List<String> added) {
    int at = next.map(l -> lines.get(l.line() - 1)).orElse(text.length());
    int line = next.map(l -> l.line() - 1).orElse(lines.size());
    while (line > 0 && isPassedOver(line)) {
      line--;
      at = lines.get(line);
    }
    String lead = at > 0 && text.charAt(at - 1) != '\n' ? end : "";
    StringBuilder block = new StringBuilder(lead);
    for (String one : added) {
      block.append(one.isEmpty() ? "" : " ".repeat(indent) + one).append(end);
    }
    insert(at, block.toString());
  }

  /** Whether the line says nothing, or only something to people; the first line is number 1. */
  private boolean isPassedOver(int number) {
    int to = number < lines.size() ? lines.get(number) : text.length();
    String line = text.substring(lines.get(number - 1), to).strip();
    return line.isEmpty() || line.startsWith("#");
  }

  /**
   * Adds a member to a mapping in braces.
   *
   * @return whether its closing brace was found
   */
  boolean member(Mapping mapping, String added) {
    int close = closing(offset(mapping.at()));
    if (close < 0) {
      return false;
    }
    int before = close;
    while (before > 0 && text.charAt(before - 1) == ' ') {
      before--;
    }
    char last = text.charAt(before - 1);
    boolean first = mapping.entries().isEmpty() || last == ',';
    String lead = last == '{' ? "" : " ";
    insert(first ? close : before, (first ? (last == ',' ? lead : "") : ", ") + added);
    return true;
  }

  /** Where the brace at this offset closes; quotes and comments are passed over. */
  private int closing(int from) {
    int depth = 0;
    char before = ' ';
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean opens = "{[,:".indexOf(before) >= 0;
      if ((c == '"' || c == '\'') && opens) {
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
    return -1;
  }

  private int lineEnd(int from) {
    int found = text.indexOf('\n', from);
    return found < 0 ? text.length() : found;
  }

  private int quoteEnd(int from) {
    char quote = text.charAt(from);
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        boolean doubled = quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == quote;
        if (!doubled) {
          return i;
        }
        i++;
      }
    }
    return text.length();
  }

  private int offset(Location at) {
    return text.offsetByCodePoints(lines.get(at.line() - 1), at.column() - 1);
  }

  static Entry first(Mapping mapping) {
    return mapping.entries().values().iterator().next();
  }

  /** What follows a key in its mapping; what follows the mapping where it is the last. */
  static Optional<Location> after(Mapping mapping, String key, Optional<Location> next) {
    boolean passed = false;
    for (Entry entry : mapping.entries().values()) {
      if (passed) {
        return Optional.of(entry.keyAt());
      }
      passed = entry.key().equals(key);
    }
    return next;
  }

  /** The value as a mapping with something in it. */
  static Optional<Mapping> filled(Optional<YamlNode> node) {
    return node.filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .filter(m -> !m.entries().isEmpty());
  }
}
