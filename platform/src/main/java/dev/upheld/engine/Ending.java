package dev.upheld.engine;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import java.util.Optional;
import java.util.UUID;

/** How what is past its time ends in one kind of system. */
public interface Ending {

  /**
   * What a run would do now; nothing is changed.
   *
   * @throws dev.upheld.kernel.ProblemException where the map or the system leave no sound way, or
   *     the system does not answer
   */
  Expiring.Foreseen look(Workspace workspace, Expiry rule, Progress progress);

  /**
   * Does it.
   *
   * @throws dev.upheld.kernel.ProblemException where something cannot be done; what was done before
   *     is done, and remembered
   */
  Expired run(Workspace workspace, Expiry rule, Expiring.Way way);

  /**
   * What the system remembers of a run that did not come to its end, by whatever was its reason.
   *
   * @return empty where the system has no memory
   */
  Optional<Expired> remembered(Workspace workspace, Expiry rule, UUID run);
}
