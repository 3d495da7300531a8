package dev.upheld.connect;

import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
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
}
