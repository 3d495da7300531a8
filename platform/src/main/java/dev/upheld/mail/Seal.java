package dev.upheld.mail;

/** Keeps the outbox unreadable in the database; the application hands over one with keys. */
public interface Seal {

  /** Seals a text. */
  byte[] seal(String purpose, String text);

  /** Opens what was sealed for the same purpose. */
  String open(String purpose, byte[] sealed);
}
