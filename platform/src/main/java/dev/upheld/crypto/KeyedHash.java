package dev.upheld.crypto;

import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 198-1): recognises a value without keeping it. Whoever has the hash
 * but not the key cannot try values. Thread-safe.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 16;

  private final Secret<byte[]> key;

  /**
   * @param key at least 16 bytes; 32 random ones are right
   */
  public KeyedHash(Secret<byte[]> key) {
    if (key.reveal().length < SHORTEST_KEY) {
      throw CryptoProblem.KEY_BROKEN.because(
          "A key for hashes is too short.", "Use 32 random bytes.");
    }
    this.key = Secret.of(key.reveal().clone());
  }

  /**
   * With the key in this file; makes the file with a random key when there is none. Whoever loses
   * it recognises nothing any more.
   */
  public static KeyedHash in(Path file) {
    KeyFiles.folder(file.resolveSibling("."));
    String held =
        KeyFiles.secret(file)
            .orElseGet(
                () -> {
                  byte[] fresh = new byte[32];
                  new SecureRandom().nextBytes(fresh);
                  String written = HexFormat.of().formatHex(fresh);
                  KeyFiles.write(file, written);
                  return written;
                });
    try {
      return new KeyedHash(Secret.of(HexFormat.of().parseHex(held)));
    } catch (IllegalArgumentException e) {
      throw CryptoProblem.KEY_BROKEN.because(
          "The key file " + file + " holds no key.", "Put it back from your own copy of it.");
    }
  }

  /** The hash of these bytes, 32 bytes. */
  public byte[] of(byte[] value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.reveal(), ALGORITHM));
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** The hash of this text in UTF-8, as 64 hexadecimal digits. */
  public String of(String value) {
    return HexFormat.of().formatHex(of(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether this is the hash of the value; takes the same time for every wrong one. */
  public boolean matches(String value, String hash) {
    return MessageDigest.isEqual(
        of(value).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.UTF_8));
  }
}
