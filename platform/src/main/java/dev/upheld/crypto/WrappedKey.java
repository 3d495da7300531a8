package dev.upheld.crypto;

import java.time.Instant;
import java.util.UUID;

/**
 * A data key as it lies on a shelf: sealed by a master key, and of no use without it.
 *
 * @param name which key
 * @param master id of the master key that sealed it
 * @param wrapped the sealed key, base64
 */
public record WrappedKey(Name name, String master, String wrapped) {

  /**
   * Which key it is.
   *
   * @param id random
   * @param purpose what it seals, and nothing else
   * @param madeAt the newest of a purpose seals, older ones only open
   */
  public record Name(UUID id, String purpose, Instant madeAt) {}
}
