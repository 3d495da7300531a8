package dev.upheld.connect.act;

import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * One kind of system whose rows can be gathered and changed. Found as a service, like connectors
 * that only ask; a kind need not be both.
 */
public interface ActConnector {

  /** The word in {@code systems.yaml}: {@code postgres}. */
  String kind();

  /**
   * Opens a session.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot be reached or refuses
   */
  ActSession act(SystemEntry system, Endpoint endpoint);

  /** The one of that kind; empty where nothing can be changed in it. */
  static Optional<ActConnector> of(String kind) {
    return ServiceLoader.load(ActConnector.class, ActConnector.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(c -> c.kind().equals(kind))
        .findFirst();
  }
}
