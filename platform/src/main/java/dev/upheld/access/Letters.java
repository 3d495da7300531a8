package dev.upheld.access;

import org.jooq.DSLContext;

/** The mails this package sends, queued within the caller's transaction. */
public interface Letters {

  /**
   * Invites somebody.
   *
   * @param path where the invitation is accepted, below the public address
   */
  void invitation(DSLContext tx, String email, String role, String path);

  /**
   * Sends the way to set a new password.
   *
   * @param path where, below the public address
   */
  void reset(DSLContext tx, String email, String path);

  /** Tells somebody that their password or second factor was changed. */
  void changed(DSLContext tx, String email);
}
