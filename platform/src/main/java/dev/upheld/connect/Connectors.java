package dev.upheld.connect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The connectors there are. Each is found as a service, so that a new kind of system is one folder
 * and one line, and nothing here names it.
 */
public final class Connectors {
  private Connectors() {}

  /** One for each kind, by kind. */
  public static List<Connector> builtIn() {
    return ServiceLoader.load(Connector.class, Connectors.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Connector::kind))
        .toList();
  }

  /** The one of a kind of system; empty where there is none. */
  public static Optional<Connector> of(String kind) {
    return builtIn().stream().filter(c -> c.kind().equals(kind)).findFirst();
  }
}
