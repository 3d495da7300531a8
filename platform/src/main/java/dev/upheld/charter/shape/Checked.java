package dev.upheld.charter.shape;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * What a structural check gave.
 *
 * @param sound the tree without its faulty parts, so that what it means can be checked all the same
 *     and every fault told at once; empty when nothing is left
 * @param problems in the order of the file; empty when the whole tree is sound
 */
public record Checked(Optional<YamlNode> sound, List<Problem> problems) {
  public Checked {
    problems = List.copyOf(problems);
  }

  /** Whether there is no fault at all. */
  public boolean isSound() {
    return problems.isEmpty();
  }
}
