package dev.upheld.app.config;

/** How the way to the mail server is protected. */
public enum Encryption {
  /** Starts in the clear and must turn to TLS before anything is said. */
  STARTTLS,
  /** TLS from the first byte. */
  TLS,
  /** Nothing; for a mail server on this machine only. */
  NONE
}
