package dev.upheld.connect;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.Set;

/** One kind of system. An implementation is one folder under {@code connect}. */
public interface Connector {

  /** The word in {@code systems.yaml}: {@code postgres}. */
  String kind();

  /** What it can do; the contract test verifies each. */
  Set<Capability> capabilities();

  /**
   * Opens a session.
   *
   * @param system for its id and zone
   * @param endpoint of this connector's kind
   * @throws dev.upheld.kernel.ProblemException when it cannot be reached or refuses
   */
  Session open(SystemEntry system, Endpoint endpoint);

  /**
   * Opens a session that may gather and change rows, for a connector that can {@link
   * Capability#ACT}.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot be reached or refuses
   */
  default ActSession act(SystemEntry system, Endpoint endpoint) {
    throw new ProblemException(
        Problem.of(
            ConnectProblem.UNFIT,
            "System " + system.id() + " is of a kind (" + kind() + ") in which nothing is changed.",
            "Do it there by hand, and say so in the request."));
  }
}
