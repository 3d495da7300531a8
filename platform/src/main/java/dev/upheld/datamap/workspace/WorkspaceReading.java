package dev.upheld.datamap.workspace;

import dev.upheld.kernel.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a workspace gave.
 *
 * @param workspace empty when there are faults
 * @param faults every one, with its place and how to mend it
 */
public record WorkspaceReading(Optional<Workspace> workspace, List<Problem> faults) {
  public WorkspaceReading {
    faults = List.copyOf(faults);
  }
}
