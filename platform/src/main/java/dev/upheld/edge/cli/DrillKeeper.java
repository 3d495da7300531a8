package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.drill.DrillReport;
import dev.upheld.kernel.Progress;
import tools.jackson.databind.node.ObjectNode;

/** Tries the rights of people on somebody who does not exist. */
public interface DrillKeeper {

  /** Shows what would be planted; every row is made and taken back at once. */
  DrillReport rehearse(Workspace workspace, Progress progress);

  /**
   * Does it, and journals it as a drill where this machine has a store.
   *
   * @param forgetful whether systems without a memory of acts are accepted
   */
  DrillReport run(Workspace workspace, boolean forgetful, Progress progress);

  /** The report with this machine's signature. */
  ObjectNode signed(DrillReport report);
}
