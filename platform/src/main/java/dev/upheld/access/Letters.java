package dev.upheld.access;

import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The mails this package sends, queued within the caller's transaction, in the receiver's language
 * where it is known.
 */
public interface Letters {

  /**
   * Who gets a mail.
   *
   * @param email personal data
   * @param language two letters; empty where nobody knows
   */
  record To(String email, Optional<String> language) {
    @Override
    public String toString() {
      return "To";
    }
  }

  /**
   * Invites somebody.
   *
   * @param path where the invitation is accepted, below the public address
   */
  void invitation(DSLContext tx, To to, String role, String path);

  /**
   * Sends the way to set a new password.
   *
   * @param path where, below the public address
   */
  void reset(DSLContext tx, To to, String path);

  /** Tells somebody that their password was changed. */
  void changed(DSLContext tx, To to);

  /** Tells somebody that another second factor took the place of theirs. */
  void factorChanged(DSLContext tx, To to);
}
