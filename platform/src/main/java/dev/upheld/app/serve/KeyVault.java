package dev.upheld.app.serve;

import dev.upheld.access.Vault;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.kernel.Secret;
import dev.upheld.mail.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the personal data of those who use Upheld: AES-256-GCM under a key per purpose, derived
 * from the master key; the purpose is bound to what is sealed.
 */
final class KeyVault implements Vault, Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte VERSION = 1;

  private final KeyedHash master;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param master 32 random bytes
   */
  KeyVault(Secret<byte[]> master) {
    this.master = new KeyedHash(master);
  }

  @Override
  public byte[] seal(String purpose, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        cipher(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  @Override
  public String open(String purpose, byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
      throw new IllegalStateException("sealed in a form this version does not know");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
    return new String(cipher(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
  }

  @Override
  public byte[] fingerprint(String purpose, String text) {
    return new KeyedHash(Secret.of(key("fingerprint " + purpose)))
        .of(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] key(String use) {
    return master.of(("upheld vault " + use).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(key("seal " + purpose), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed with another key, or changed", e);
    }
  }
}
