package dev.upheld.crypto;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can be wrong with keys and with what they made. */
public enum CryptoProblem implements ProblemCode {
  /** A key file cannot be read or written. */
  KEY_FILE("key-file"),
  /** A key file can be read by others, or belongs to somebody else. */
  KEY_OPEN("key-open"),
  /** A key file holds no key, or another kind of key. */
  KEY_BROKEN("key-broken"),
  /** A key that is needed is not there. */
  KEY_MISSING("key-missing"),
  /** The reference to the master key leads nowhere. */
  MASTER_KEY("master-key"),
  /** Sealed data was changed, or sealed for something else, or with a key that is gone. */
  SEAL("seal-broken"),
  /** A password is too long to be looked at. */
  PASSWORD("password-too-long"),
  /** Too many passwords are looked at at this moment. */
  BUSY("password-busy");

  private final String code;

  CryptoProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return Owner.USER;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }
}
