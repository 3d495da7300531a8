package dev.upheld.edge.cli;

import dev.upheld.engine.Correction;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is right about a person: a file or standard input, one word per line with its right value,
 * or with {@code from} and {@code to}. Never a command line, which others on the machine can read.
 */
final class ChangeFile {
  private ChangeFile() {}

  /**
   * @param from a path, or {@code -} for standard input
   * @throws ProblemException when it is not such a file; the message quotes nothing of it
   */
  static Correction read(String from, Surroundings around, InputStream in) {
    YamlNode root = SubjectFile.root(from, around, in);
    if (!(root instanceof YamlNode.Mapping mapping)) {
      throw fault(root);
    }
    TreeMap<String, Correction.Value> values = new TreeMap<>();
    mapping.entries().forEach((word, entry) -> values.put(word, value(entry.value())));
    return new Correction(values);
  }

  private static Correction.Value value(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> new Correction.Value(Optional.empty(), scalar.text());
      case YamlNode.Mapping mapping -> pair(mapping);
      case YamlNode.Sequence sequence -> throw fault(sequence);
    };
  }

  private static Correction.Value pair(YamlNode.Mapping mapping) {
    Map<String, String> texts = new TreeMap<>();
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (entry.value() instanceof YamlNode.Scalar scalar
                  && (name.equals("from") || name.equals("to"))) {
                texts.put(name, scalar.text());
              } else {
                throw fault(entry.value());
              }
            });
    if (!texts.containsKey("to")) {
      throw fault(mapping);
    }
    return new Correction.Value(
        Optional.ofNullable(texts.get("from")), texts.getOrDefault("to", ""));
  }

  private static ProblemException fault(YamlNode node) {
    return new ProblemException(
        Problem.at(
            node.at(),
            CliProblem.CANNOT_READ,
            "What is right is told by words with values, and this is something else.",
            "Write one word per line, for example: name: their name; or name: {from: the wrong one,"
                + " to: the right one}."));
  }
}
