package dev.upheld.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was done in one system.
 *
 * @param act its name, under which the system remembers it
 * @param at when, by the system's clock; empty where it was not done
 * @param figures what was done, as JSON; as the system remembers it
 * @param trouble why it was not done; empty where it was
 */
public record SystemReceipt(
    String system, String act, Optional<Instant> at, String figures, List<String> trouble) {
  public SystemReceipt {
    trouble = List.copyOf(trouble);
  }

  /** Whether it was done. */
  public boolean isDone() {
    return at.isPresent();
  }
}
