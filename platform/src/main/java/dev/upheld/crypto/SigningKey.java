package dev.upheld.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs with Ed25519 (RFC 8032). Comes from {@link SigningKeys}; thread-safe. */
public final class SigningKey {
  private final PrivateKey secret;
  private final VerifyingKey verifying;

  SigningKey(PrivateKey secret, VerifyingKey verifying) {
    this.secret = secret;
    this.verifying = verifying;
  }

  /** The id of the pair. */
  public String id() {
    return verifying.id();
  }

  /** The public half. */
  public VerifyingKey verifying() {
    return verifying;
  }

  /** The signature of these bytes, 64 bytes. */
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
      signature.initSign(secret);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was read as an Ed25519 key", e);
    }
  }
}
