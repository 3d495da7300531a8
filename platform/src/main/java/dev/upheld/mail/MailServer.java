package dev.upheld.mail;

import dev.upheld.kernel.Secret;
import java.util.Optional;

/**
 * The mail server to send by.
 *
 * @param from the sender's address
 */
public record MailServer(
    String host, int port, Protection protection, Optional<Account> account, String from) {

  /** How the way to it is protected. */
  public enum Protection {
    /** Starts in the clear; nothing is said before TLS. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** None. */
    NONE
  }

  /** The account at the mail server. */
  public record Account(String user, Secret<String> password) {}
}
