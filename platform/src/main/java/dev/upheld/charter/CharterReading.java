package dev.upheld.charter;

import dev.upheld.charter.model.Charter;
import dev.upheld.kernel.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a workspace's charter gave.
 *
 * @param charter empty when there is any problem
 * @param problems every fault found, in the order of the files
 */
public record CharterReading(Optional<Charter> charter, List<Problem> problems) {
  public CharterReading {
    problems = List.copyOf(problems);
  }
}
