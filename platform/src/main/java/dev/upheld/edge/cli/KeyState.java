package dev.upheld.edge.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys of personal data as they stand.
 *
 * @param master id of the master key that seals the data keys
 * @param underFormer how many data keys a former master key still seals
 * @param purposes what data keys there are, by name
 */
public record KeyState(String master, int underFormer, List<Purpose> purposes) {
  public KeyState {
    purposes = List.copyOf(purposes);
  }

  /**
   * The data keys of one purpose.
   *
   * @param keys how many: one seals, the others only open
   * @param newest when the one that seals was made
   * @param next when it is followed by another; empty for never
   */
  public record Purpose(String name, int keys, Instant newest, Optional<Instant> next) {}

  /**
   * What a renewal did.
   *
   * @param rewrapped how many data keys were sealed with the present master key
   * @param rotated how many purposes have a new data key
   */
  public record Renewed(int rewrapped, int rotated) {}
}
