package dev.upheld.crypto;

import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A key of 32 bytes that seals other keys, indexes and chunks of files (AES-256-GCM under a key
 * that follows from it), and from which keys for hashes follow. Thread-safe.
 */
public final class SealKey {
  private static final int KEY_BYTES = AesGcm.KEY_BYTES;

  private final Secret<byte[]> key;
  private final Secret<byte[]> sealing;

  private SealKey(byte[] key) {
    this.key = Secret.of(key);
    this.sealing = Secret.of(new KeyedHash(this.key).of(bytes("upheld-seal-key:seal")));
  }

  /**
   * A key that somebody resolved already: 32 bytes in base64.
   *
   * @throws dev.upheld.kernel.ProblemException with {@link CryptoProblem#KEY_BROKEN} for anything
   *     else
   */
  public static SealKey given(Secret<String> text) {
    try {
      byte[] given = Base64.getDecoder().decode(text.reveal().strip());
      if (given.length == KEY_BYTES) {
        return new SealKey(given);
      }
    } catch (IllegalArgumentException e) {
      // told below, without a word of what was found
    }
    throw CryptoProblem.KEY_BROKEN.because(
        "The key is not 32 bytes in base64.",
        "Make one with: openssl rand -base64 32. Keep the old one for what it sealed.");
  }

  /** A fresh one, for one purpose. */
  public static SealKey random() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return new SealKey(random);
  }

  /**
   * Seals bytes.
   *
   * @param context what they belong to: they open with the same only
   */
  public byte[] seal(byte[] plain, String context) {
    return AesGcm.seal(sealing, plain, bytes(context));
  }

  /** What {@link #seal} sealed; empty when anything differs: the key, the context, a single bit. */
  public Optional<byte[]> open(byte[] sealed, String context) {
    return AesGcm.open(sealing, sealed, bytes(context));
  }

  /** Another key, sealed by this one, as text. */
  public String wrap(SealKey other, String context) {
    return Base64.getEncoder().encodeToString(seal(other.key.reveal(), "key:" + context));
  }

  /** What {@link #wrap} wrapped; empty when anything differs. */
  public Optional<SealKey> unwrap(String wrapped, String context) {
    try {
      return open(Base64.getDecoder().decode(wrapped), "key:" + context)
          .filter(k -> k.length == KEY_BYTES)
          .map(SealKey::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Hashes by a key that follows from this one and does not betray it.
   *
   * @param purpose tells keys for different purposes apart
   */
  public KeyedHash hash(String purpose) {
    return new KeyedHash(Secret.of(new KeyedHash(key).of(bytes("upheld-seal-key:" + purpose))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
