package dev.upheld.datamap.adopt;

import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A workspace made from another company's.
 *
 * @param files texts by path relative to the workspace
 * @param tasks what a person must look at, in the order of the files
 */
public record Adoption(Map<String, String> files, List<Task> tasks) {
  static final String CHARTER = "charter.yaml";
  static final String SYSTEMS = "systems.yaml";

  public Adoption {
    files = Map.copyOf(files);
    tasks = List.copyOf(tasks);
  }

  /**
   * Rewrites a workspace.
   *
   * @param from where it comes from, for a comment on the first line
   * @param files texts of a workspace that was read without faults, by path
   */
  public static Adoption of(String from, Map<String, String> files, Newcomer newcomer) {
    Traces traces = Traces.of(mapping(files.getOrDefault(CHARTER, "")), newcomer);
    Map<String, String> rewritten = new TreeMap<>();
    files.forEach(
        (path, text) ->
            rewritten.put(path, traces.replaced(rewrite(path, text, newcomer, traces))));
    rewritten.replaceAll((path, text) -> yaml(path) ? headed(text, from) : text);
    return new Adoption(rewritten, Tasks.of(rewritten, traces));
  }

  private static String rewrite(String path, String text, Newcomer newcomer, Traces traces) {
    if (!yaml(path)) {
      return text;
    }
    Mapping root = mapping(text);
    YamlEdits edits = new YamlEdits(text);
    if (path.equals(CHARTER)) {
      new CharterEdits(edits, newcomer).make(root);
    } else if (path.equals(SYSTEMS)) {
      SystemsEdits.make(edits, root, newcomer, traces.id());
    } else if (path.startsWith("texts/")) {
      TextsEdits.make(edits, root, traces.id());
      return TextsEdits.renamed(edits.done(), traces.id(), newcomer.id());
    }
    return edits.done();
  }

  private static boolean yaml(String path) {
    return path.endsWith(".yaml");
  }

  /** The comment that heads a file speaks of the other company. */
  private static String headed(String text, String from) {
    String rest = text;
    while (rest.startsWith("#")) {
      rest = rest.substring(rest.indexOf('\n') + 1);
    }
    return "# Begun from " + from + "; CHECKLIST.md lists what to look at.\n" + rest;
  }

  static Mapping mapping(String text) {
    return parsed(text) instanceof Mapping mapping
        ? mapping
        : new Mapping(dev.upheld.kernel.Location.wholeFile(""), Map.of());
  }

  private static Optional<YamlNode> read(String text) {
    return YamlReader.read("", text.getBytes(StandardCharsets.UTF_8))
            instanceof YamlResult.Document(YamlNode root)
        ? Optional.of(root)
        : Optional.empty();
  }

  private static YamlNode parsed(String text) {
    return read(text)
        .orElseGet(() -> new Mapping(dev.upheld.kernel.Location.wholeFile(""), Map.of()));
  }
}
