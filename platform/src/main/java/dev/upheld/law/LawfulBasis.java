package dev.upheld.law;

import java.util.Arrays;
import java.util.Optional;

/**
 * The six grounds on which personal data may be processed: GDPR Art. 6(1)(a) to (f), and their
 * counterparts in Art. 4 of Moroccan law 09-08.
 */
public enum LawfulBasis {
  CONSENT("consent"),
  CONTRACT("contract"),
  LEGAL_OBLIGATION("legal-obligation"),
  VITAL_INTERESTS("vital-interests"),
  PUBLIC_TASK("public-task"),
  LEGITIMATE_INTEREST("legitimate-interest");

  private final String id;

  LawfulBasis(String id) {
    this.id = id;
  }

  /** As written in charters and packs. */
  public String id() {
    return id;
  }

  /** By its {@link #id()}. */
  public static Optional<LawfulBasis> of(String id) {
    return Arrays.stream(values()).filter(b -> b.id.equals(id)).findFirst();
  }
}
