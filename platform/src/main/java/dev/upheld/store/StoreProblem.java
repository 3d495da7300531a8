package dev.upheld.store;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can go wrong between Upheld and its own PostgreSQL. */
public enum StoreProblem implements ProblemCode {
  /** There are no server binaries for this operating system or processor. */
  PLATFORM("store-platform", Owner.USER),
  /** An option has a value the server cannot be started with. */
  OPTION("store-option", Owner.USER),
  /** The home folder cannot be created, written or reached. */
  HOME("store-home", Owner.USER),
  /** The disk is full. */
  DISK_FULL("store-disk-full", Owner.USER),
  /** The server binaries cannot be unpacked or do not run here. */
  BINARIES("store-binaries", Owner.USER),
  /** We are root and found no unprivileged user to run the server as. */
  ACCOUNT("store-account", Owner.USER),
  /** A file or folder of the server belongs to, or is open to, somebody it should not. */
  PERMISSIONS("store-permissions", Owner.USER),
  /** The data was written by another major version of PostgreSQL. */
  VERSION("store-version", Owner.USER),
  /** The password file is gone or does not fit the data. */
  PASSWORD("store-password", Owner.USER),
  /** Another process holds the instance and did not let go in time. */
  BUSY("store-busy", Owner.USER),
  /** Another process uses the instance with other settings. */
  OTHER_SETTINGS("store-other-settings", Owner.USER),
  /** The cluster could not be created. */
  INIT("store-init", Owner.UPHELD),
  /** The server did not start. */
  START("store-start", Owner.UPHELD),
  /** What answers on the port is not our server. */
  NOT_OURS("store-not-ours", Owner.USER),
  /** The server did not stop. */
  STOP("store-stop", Owner.UPHELD),
  /** The server refused an administrative statement. */
  SQL("store-sql", Owner.UPHELD),
  /** The thread was interrupted while it waited for the server. */
  INTERRUPTED("store-interrupted", Owner.USER),
  /** The database does not answer, or ended the connection. */
  AWAY("store-away", Owner.USER),
  /** The database answers, but does not let us in. */
  SIGN_IN("store-sign-in", Owner.USER),
  /** The database forbids what we asked for. */
  DENIED("store-denied", Owner.USER),
  /** A value is there already, or another row still needs it: SQLSTATE class 23. */
  CONFLICT("store-conflict", Owner.UPHELD),
  /** Somebody else held what we needed for too long, or the statement took too long. */
  TIMEOUT("store-timeout", Owner.USER),
  /** The server is older than what Upheld works on. */
  SERVER_TOO_OLD("store-server-too-old", Owner.USER),
  /** The tables were written by a newer Upheld. */
  SCHEMA_NEWER("store-schema-newer", Owner.USER),
  /** A migration that ran once is not the one this Upheld carries. */
  SCHEMA_CHANGED("store-schema-changed", Owner.USER),
  /** A migration failed; the tables are as they were before it. */
  MIGRATION("store-migration", Owner.UPHELD),
  /** The role that works every day may do more than it must be able to. */
  RUN_ROLE("store-run-role", Owner.USER),
  /** A backup file is there already, is damaged, or is no backup. */
  BACKUP("store-backup", Owner.USER),
  /** A restore needs an empty store, and this one holds something. */
  NOT_EMPTY("store-not-empty", Owner.USER);

  private final String code;
  private final Owner owner;

  StoreProblem(String code, Owner owner) {
    this.code = code;
    this.owner = owner;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return owner;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }

  ProblemException because(String what, String mend, Throwable cause) {
    return new ProblemException(Problem.of(this, what, mend), cause);
  }
}
