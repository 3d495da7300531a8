package dev.upheld.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Certificates with keys on an elliptic curve, for servers of tests. The one that MariaDB makes by
 * itself has a key of 4096 bits for RSA, and signing by it takes a tenth of a second each time
 * somebody connects.
 */
public final class QuickCertificates {
  private QuickCertificates() {}

  /** Writes a certificate and its key, which only a user of the machine may read. */
  public static void write(Path certificate, Path key, String reader) {
    SelfSigned.ensure(certificate, key, Account.choose(Optional.of(reader), key));
  }
}
