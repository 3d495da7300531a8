package dev.upheld.law;

import java.util.Arrays;
import java.util.Optional;

/** What may stop the clock of a request while the person is asked for something. */
public enum SuspensionGround {
  /** Reasonable doubt about who asks (GDPR Art. 12(6)). */
  IDENTITY("identity"),
  /** Much data, and the person is asked which (GDPR recital 63). */
  CLARIFICATION("clarification"),
  /** Proof of a death, or of being heir or executor. */
  PROOF_OF_QUALITY("proof-of-quality");

  private final String id;

  SuspensionGround(String id) {
    this.id = id;
  }

  /** As written in packs. */
  public String id() {
    return id;
  }

  /** By its {@link #id()}. */
  public static Optional<SuspensionGround> of(String id) {
    return Arrays.stream(values()).filter(g -> g.id.equals(id)).findFirst();
  }
}
