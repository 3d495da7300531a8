package dev.upheld.law;

/**
 * A rule in words, for a person to follow: on identity, on what happens after death.
 *
 * @param reference its article
 * @param text what must be done
 */
public record LawRule(LawReference reference, Sourced<String> text) {

  /** Its key within the pack: {@code document-only-on-doubt}. */
  public String key() {
    return reference.key();
  }
}
