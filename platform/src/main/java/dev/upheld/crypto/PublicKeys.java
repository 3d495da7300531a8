package dev.upheld.crypto;

import java.util.List;

/**
 * What everybody may know of the signing keys of one machine.
 *
 * @param all the public halves of all keys there ever were
 * @param handovers by which keys named those that followed them, the oldest first
 */
public record PublicKeys(List<VerifyingKey> all, List<KeyHandover> handovers) {
  public PublicKeys {
    all = List.copyOf(all);
    handovers = List.copyOf(handovers);
  }

  /** None: nothing was signed. */
  public static PublicKeys none() {
    return new PublicKeys(List.of(), List.of());
  }
}
