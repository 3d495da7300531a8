package dev.upheld.crypto;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids and tokens that nobody can guess. Thread-safe where the source is. */
public final class RandomIds {
  private final RandomGenerator source;

  /**
   * @param source of randomness; {@link #secure} outside tests
   */
  public RandomIds(RandomGenerator source) {
    this.source = source;
  }

  /** From the operating system's own source. */
  public static RandomIds secure() {
    return new RandomIds(new SecureRandom());
  }

  /** A random UUID (RFC 9562, version 4): 122 random bits. */
  public UUID id() {
    long high = (source.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (source.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /**
   * Random bytes as text of the letters A-Z, a-z, 0-9, - and _ (RFC 4648, base64url, no padding).
   *
   * @param bytes how many random bytes; 32 for whatever opens a door
   */
  public String token(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
  }

  /** Random bytes. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    source.nextBytes(bytes);
    return bytes;
  }
}
