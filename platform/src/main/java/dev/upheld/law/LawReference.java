package dev.upheld.law;

/**
 * A place in a law that a promise may rest on.
 *
 * @param pack id of the pack that states it; for an inherited one, the parent's
 * @param key what it is about, the same in every pack: {@code storage-limitation}
 * @param article as lawyers cite it: {@code GDPR Art. 5(1)(e)}
 * @param title what it asks, in a few words
 * @param kind law or guidance
 * @param provenance where it was read and how sure we are
 */
public record LawReference(
    String pack, String key, String article, String title, LawKind kind, Provenance provenance) {

  public Confidence confidence() {
    return provenance.confidence();
  }

  /** Title and address of the text. */
  public String source() {
    return provenance.source();
  }

  /** See {@link Confidence#mayBind()}. */
  public boolean mayBind() {
    return confidence().mayBind();
  }
}
