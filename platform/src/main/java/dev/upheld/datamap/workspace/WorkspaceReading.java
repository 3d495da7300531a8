package dev.upheld.datamap.workspace;

import dev.upheld.kernel.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a workspace gave.
 *
 * @param workspace empty when there is any fault
 * @param faults of all files at once, each with its place
 */
public record WorkspaceReading(Optional<Workspace> workspace, List<Problem> faults) {
  public WorkspaceReading {
    faults = List.copyOf(faults);
  }
}
