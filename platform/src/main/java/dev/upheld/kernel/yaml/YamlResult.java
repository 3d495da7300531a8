package dev.upheld.kernel.yaml;

import dev.upheld.kernel.Problem;
import java.util.List;

/** What reading a YAML file gave: a document, or all that is wrong with the file. */
public sealed interface YamlResult {

  /**
   * The file is sound YAML.
   *
   * @param root the one document of the file
   */
  record Document(YamlNode root) implements YamlResult {}

  /**
   * The file is not sound; nothing of it may be used.
   *
   * @param problems at least one, in the order of the file
   */
  record Faulty(List<Problem> problems) implements YamlResult {
    public Faulty {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a faulty file has a fault");
      }
    }
  }
}
