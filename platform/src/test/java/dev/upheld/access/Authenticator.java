package dev.upheld.access;

import dev.upheld.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator app, given the key as a person types it. */
public final class Authenticator {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Secret<byte[]> secret;

  public Authenticator(String base32) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < base32.length(); i++) {
      buffer = (buffer << 5) | ALPHABET.indexOf(base32.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write((buffer >> bits) & 0xff);
      }
    }
    secret = Secret.of(bytes.toByteArray());
  }

  /** The six digits it shows. */
  public String code(Instant at) {
    return Totp.USUAL.code(secret, Totp.step(at));
  }
}
