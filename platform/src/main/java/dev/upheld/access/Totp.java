package dev.upheld.access;

import dev.upheld.kernel.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes of RFC 6238 (over RFC 4226): a shared secret, steps of thirty seconds from the
 * epoch. Six digits over HMAC-SHA-1 are what every authenticator app understands.
 */
record Totp(String algorithm, int digits) {
  /** The usual kind. */
  static final Totp USUAL = new Totp("HmacSHA1", 6);

  /** RFC 4226, section 4, R6: at least 128 bits, 160 recommended. */
  static final int SECRET_BYTES = 20;

  static final long STEP_SECONDS = 30;

  /** A clock that is one step off either way still gets in (RFC 6238, section 5.2). */
  private static final int STEPS_OFF = 1;

  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  /** The step an instant lies in. */
  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of one step. */
  String code(Secret<byte[]> secret, long step) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.reveal(), algorithm));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      String text = String.valueOf(number % POWERS[digits]);
      return "0".repeat(digits - text.length()) + text;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /**
   * The step whose code this is, among those near now and later than the last one used; empty when
   * there is none. Whoever accepts it stores the step, so that no code serves twice.
   *
   * @param lastUsed the last step accepted; negative when none was
   */
  OptionalLong accepted(Secret<byte[]> secret, String code, Instant now, long lastUsed) {
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    long current = step(now);
    long found = -1;
    // every step is tried, whatever the result, so that the time taken tells nothing
    for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
      byte[] wanted = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(wanted, given) && step > lastUsed && found < 0) {
        found = step;
      }
    }
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }
}
