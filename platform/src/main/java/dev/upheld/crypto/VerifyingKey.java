package dev.upheld.crypto;

import dev.upheld.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public half of a {@link SigningKey} (Ed25519, RFC 8032): checks signatures, and may be given
 * to anybody.
 *
 * @param id the first 32 hexadecimal digits of the SHA-256 of the encoded key
 * @param key the key itself
 */
public record VerifyingKey(String id, PublicKey key) {
  static final String ALGORITHM = "Ed25519";

  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";
  private static final int ID_DIGITS = 32;

  /** The key with the id it has by its content. */
  static VerifyingKey of(PublicKey key) {
    return new VerifyingKey(Sha256.hex(key.getEncoded()).substring(0, ID_DIGITS), key);
  }

  /**
   * Reads a key from its PEM text (RFC 7468) or from the base64 within.
   *
   * @throws dev.upheld.kernel.ProblemException when it is none
   */
  public static VerifyingKey parse(String text) {
    String base64 = text.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
    try {
      return of(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw CryptoProblem.KEY_BROKEN.because(
          "This is no public Ed25519 key.", "Give the PEM file that Upheld wrote.");
    }
  }

  /** The key as one line of base64 (X.509 SubjectPublicKeyInfo, RFC 8410). */
  public String encoded() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** The key as PEM, to be given to auditors. */
  public String pem() {
    return BEGIN + "\n" + encoded() + "\n" + END + "\n";
  }

  /** Whether the private half of this key signed exactly these bytes. */
  public boolean verifies(byte[] content, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(content);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature of the wrong length or shape
    }
  }
}
