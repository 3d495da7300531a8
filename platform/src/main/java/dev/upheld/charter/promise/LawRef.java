package dev.upheld.charter.promise;

/**
 * The law behind a promise, with its certainty.
 *
 * @param pack id of the jurisdiction pack: {@code eu-gdpr}
 * @param citation article as lawyers cite it: {@code GDPR Art. 5(1)(e)}
 * @param title what the article asks, in a few words
 * @param confidence how sure the pack is of it: {@code primary}, {@code seen}, {@code known} or
 *     {@code unverified}
 * @param source where it was read
 */
public record LawRef(
    String pack, String citation, String title, String confidence, String source) {}
