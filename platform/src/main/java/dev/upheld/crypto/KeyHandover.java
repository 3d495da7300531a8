package dev.upheld.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A key names the one that follows it, signed by itself: whoever trusts the former may trust the
 * other.
 *
 * @param from id of the former key
 * @param to the key that follows
 * @param signature Ed25519 of the former key over {@link #statement}, base64
 */
public record KeyHandover(String from, VerifyingKey to, String signature) {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{86}==");

  static KeyHandover sign(SigningKey from, VerifyingKey to) {
    KeyHandover unsigned = new KeyHandover(from.id(), to, "");
    return new KeyHandover(
        from.id(), to, Base64.getEncoder().encodeToString(from.sign(unsigned.signed())));
  }

  /** What is said, as JSON in its one form (RFC 8785). */
  public String statement() {
    return "{\"form\":1,\"from\":\"%s\",\"public\":\"%s\",\"to\":\"%s\"}"
        .formatted(from, to.encoded(), to.id());
  }

  /** What is signed: the statement after a word that no other signature of ours begins with. */
  private byte[] signed() {
    return ("upheld-key-handover:" + statement()).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether this key, and no other, signed it; base64 is taken in the one way we write it. */
  public boolean isSignedBy(VerifyingKey former) {
    if (!former.id().equals(from) || !BASE64.matcher(signature).matches()) {
      return false;
    }
    byte[] bytes = Base64.getDecoder().decode(signature);
    return Base64.getEncoder().encodeToString(bytes).equals(signature)
        && former.verifies(signed(), bytes);
  }
}
