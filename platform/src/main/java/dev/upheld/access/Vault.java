package dev.upheld.access;

/**
 * Keeps personal data unreadable in the database. The application hands over one that stands on its
 * keys.
 */
public interface Vault {

  /** Seals a text; the same text gives another result each time. */
  byte[] seal(String purpose, String text);

  /** Opens what was sealed for the same purpose. */
  String open(String purpose, byte[] sealed);

  /** A keyed hash by which the same text is found again. */
  byte[] fingerprint(String purpose, String text);
}
