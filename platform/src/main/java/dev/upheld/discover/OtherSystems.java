package dev.upheld.discover;

import dev.upheld.connect.Session;
import dev.upheld.datamap.SystemEntry;
import java.util.Optional;

/** The way to the systems beside the one that is looked at. */
@FunctionalInterface
public interface OtherSystems {

  /**
   * A line of its own, which the caller closes.
   *
   * @return empty for a system that is only declared
   * @throws dev.upheld.kernel.ProblemException when it does not answer
   */
  Optional<Session> open(SystemEntry system);
}
