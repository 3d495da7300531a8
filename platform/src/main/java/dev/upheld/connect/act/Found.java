package dev.upheld.connect.act;

import java.util.List;
import java.util.ServiceLoader;

/** The kinds there are; looking for them opens every library, so it is done once. */
final class Found {
  static final List<ActConnector> ALL =
      ServiceLoader.load(ActConnector.class, ActConnector.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Found() {}
}
