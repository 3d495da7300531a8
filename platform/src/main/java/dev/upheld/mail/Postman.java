package dev.upheld.mail;

/** Hands one mail to a mail server. */
interface Postman {

  /** What the server made of it. */
  sealed interface Handed {}

  /** It took the mail. */
  record Taken(String reply) implements Handed {}

  /** It did not, or could not be reached; worth another try. */
  record NotNow(String reason) implements Handed {}

  /** It never will: an address that does not exist, a mail it refuses. */
  record Never(String reason) implements Handed {}

  /** Tries once. The reasons hold codes and kinds, never an address or a text. */
  Handed hand(Letter letter, String messageId);
}
