package dev.upheld.charter.shape;

import java.util.Optional;

/**
 * A key of a struct.
 *
 * @param key as written
 * @param shape what stands under it
 * @param required whether it must be there
 * @param doc one sentence for editors and the reference
 * @param absence what to say when it is missing; empty for the ordinary words
 */
public record Field(
    String key, Shape shape, boolean required, String doc, Optional<Complaint> absence) {

  /** A key that must be there. */
  public static Field required(String key, Shape shape, String doc) {
    return new Field(key, shape, true, doc, Optional.empty());
  }

  /** A key that may be there. */
  public static Field optional(String key, Shape shape, String doc) {
    return new Field(key, shape, false, doc, Optional.empty());
  }

  /**
   * Whether the struct means nothing without it. Gaps of a policy that have words of their own (a
   * missing period, a missing contract) leave the rest of the struct readable.
   */
  boolean isVital() {
    return required && absence.isEmpty();
  }

  /** The same key with its own words for the case that it is missing. */
  public Field orElseSay(Complaint complaint) {
    return new Field(key, shape, required, doc, Optional.of(complaint));
  }
}
