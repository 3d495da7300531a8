package dev.upheld.crypto;

import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The key that seals all data keys. Never in a database: given by whoever runs the server, or made
 * once into a file of its own. 32 random bytes, written in base64 ({@code openssl rand -base64
 * 32}).
 */
public final class MasterKey {
  private final String id;
  private final Secret<byte[]> key;

  private MasterKey(Secret<byte[]> key) {
    this.key = key;
    this.id = new KeyedHash(key).of("upheld-master-key").substring(0, 16);
  }

  /** A key that somebody resolved already: 32 bytes in base64. */
  public static MasterKey given(Secret<String> text) {
    return parse(text.reveal());
  }

  /** The key in this file, made when there is none; for a machine that has no key service. */
  public static MasterKey generatedIn(Path file) {
    KeyFiles.folder(file.toAbsolutePath().resolveSibling(".").normalize());
    if (KeyFiles.text(file).isEmpty()) {
      KeyFiles.write(file, random());
    }
    return parse(KeyFiles.secret(file).orElse(""));
  }

  /** A new key as text, for whoever keeps it. */
  public static String random() {
    byte[] random = new byte[AesGcm.KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  private static MasterKey parse(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == AesGcm.KEY_BYTES) {
        return new MasterKey(Secret.of(key));
      }
    } catch (IllegalArgumentException e) {
      // told below, without a word of what was found
    }
    throw CryptoProblem.MASTER_KEY.because(
        "The master key is not 32 bytes in base64.",
        "Make one with: openssl rand -base64 32. Keep the old one for what it sealed.");
  }

  /** Tells keys apart and gives nothing away. */
  public String id() {
    return id;
  }

  WrappedKey wrap(WrappedKey.Name name, Secret<byte[]> dataKey) {
    byte[] sealed = AesGcm.seal(key, dataKey.reveal(), context(name));
    return new WrappedKey(name, id, Base64.getEncoder().encodeToString(sealed));
  }

  Optional<Secret<byte[]>> unwrap(WrappedKey wrapped) {
    try {
      byte[] sealed = Base64.getDecoder().decode(wrapped.wrapped());
      return AesGcm.open(key, sealed, context(wrapped.name())).map(Secret::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] context(WrappedKey.Name name) {
    return ("upheld-data-key-1:" + name.id() + ":" + name.purpose())
        .getBytes(StandardCharsets.UTF_8);
  }
}
