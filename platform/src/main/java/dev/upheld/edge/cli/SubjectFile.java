package dev.upheld.edge.cli;

import dev.upheld.engine.Subject;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The person a command is about: a file or standard input, YAML or JSON, one word per line with its
 * value or values. Never a command line, which others on the machine can read.
 */
final class SubjectFile {
  private static final int MOST = 64 * 1024;

  private SubjectFile() {}

  /**
   * @param from a path, or {@code -} for standard input
   * @throws ProblemException when it is not such a file; the message quotes nothing of it
   */
  static Subject read(String from, Surroundings around, InputStream in) {
    return subject(root(from, around, in));
  }

  /** The root of such a file, whatever it is about. */
  static YamlNode root(String from, Surroundings around, InputStream in) {
    YamlResult result =
        from.equals("-")
            ? YamlReader.read("standard input", bytes(in))
            : YamlReader.read(around.folder(), Path.of(from));
    return switch (result) {
      case YamlResult.Faulty faulty -> throw new ProblemException(faulty.problems());
      case YamlResult.Document document -> document.root();
    };
  }

  private static byte[] bytes(InputStream in) {
    try {
      return in.readNBytes(MOST);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_READ, "Standard input cannot be read.", "Name a file instead."));
    }
  }

  private static Subject subject(YamlNode root) {
    if (!(root instanceof YamlNode.Mapping mapping)) {
      throw fault(root);
    }
    TreeMap<String, List<String>> identifiers = new TreeMap<>();
    mapping.entries().forEach((word, entry) -> identifiers.put(word, values(entry.value())));
    return new Subject(identifiers);
  }

  private static List<String> values(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> List.of(scalar.text());
      case YamlNode.Sequence sequence -> {
        List<String> values = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
          values.addAll(item instanceof YamlNode.Scalar ? values(item) : refuse(item));
        }
        yield values;
      }
      case YamlNode.Mapping mapping -> throw fault(mapping);
    };
  }

  private static List<String> refuse(YamlNode node) {
    throw fault(node);
  }

  private static ProblemException fault(YamlNode node) {
    return new ProblemException(
        Problem.at(
            node.at(),
            CliProblem.CANNOT_READ,
            "A person is told by words with values, and this is something else.",
            "Write one word per line, for example: email: their address."));
  }
}
