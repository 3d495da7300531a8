package dev.upheld.access;

import dev.upheld.kernel.Secret;
import dev.upheld.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets we make ourselves: session and API tokens, links that serve once, recovery codes. All
 * have at least 120 random bits, so one SHA-256 is enough to store them (OWASP ASVS 5.0, 6.5.2):
 * nobody can try them all.
 */
final class RandomSecret {
  private static final int BYTES = 32;
  private static final int CODE_BYTES = 15;
  private static final int GROUP = 4;

  private final SecureRandom random;

  RandomSecret(SecureRandom random) {
    this.random = random;
  }

  /** 256 bits, for URLs and cookies. */
  Secret<String> token() {
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES).reveal()));
  }

  /** 120 bits, for people to write down: six groups of four letters and digits. */
  Secret<String> code() {
    String letters = Base32.encode(bytes(CODE_BYTES).reveal());
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < letters.length(); i += GROUP) {
      code.append(i == 0 ? "" : "-").append(letters, i, i + GROUP);
    }
    return Secret.of(code.toString());
  }

  Secret<byte[]> bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Secret.of(bytes);
  }

  /** What is stored instead of a token. */
  static byte[] hash(String token) {
    return Sha256.of(token);
  }

  /** What is stored instead of a recovery code; forgives case, blanks and hyphens of the typist. */
  static byte[] hashOfCode(String code) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c != '-' && c != ' ') {
        letters.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
      }
    }
    return hash(letters.toString());
  }
}
