package dev.upheld.edge.console.account;

import java.util.Optional;
import java.util.UUID;

/** Ids that forms send. */
final class Ids {
  private Ids() {}

  static Optional<UUID> read(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
