package dev.upheld.kernel.yaml;

import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a YAML document that knows where it stands. Immutable. */
public sealed interface YamlNode {

  /** Where the node starts. */
  Location at();

  /**
   * Keys in the order written; keys are always text and never repeat (a repeated key is a problem).
   *
   * @param entries by key
   */
  record Mapping(Location at, Map<String, Entry> entries) implements YamlNode {
    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
  }

  /** One {@code key: value}, with the place of the key itself. */
  record Entry(Location keyAt, String key, YamlNode value) {}

  record Sequence(Location at, List<YamlNode> items) implements YamlNode {}

  /**
   * Text as written, before any guess about its type: {@code 180}, {@code 2026-01-01} and {@code
   * no} stay text, and the reader who expects a number or a date parses it.
   *
   * @param quoted whether it stood in quotes, so that {@code "null"} and {@code null} differ
   */
  record Scalar(Location at, String text, boolean quoted) implements YamlNode {
    /** Nothing after the colon, or {@code null} or {@code ~} without quotes. */
    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }
}
