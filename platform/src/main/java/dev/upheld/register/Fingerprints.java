package dev.upheld.register;

import dev.upheld.crypto.KeyedHash;
import dev.upheld.crypto.KeyedTag;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Recognises what identifies people without keeping it: a keyed hash of the word and the value,
 * letters' size and blanks around aside. Thread-safe.
 *
 * @param hash always by the same key, wherever people are recognised
 */
public record Fingerprints(KeyedHash hash) {

  /**
   * The fingerprint, 64 hexadecimal digits.
   *
   * @param word what kind of identifier it is: {@code email}
   */
  public String of(String word, String value) {
    return hash.of("register\u001f" + word + "\u001f" + plain(value));
  }

  /** What is evened out before hashing. */
  public static String plain(String value) {
    return Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Makes tags: the same key for all words, another than that of the fingerprints. */
  public KeyedTag tags() {
    return KeyedTag.of(hash, "register tags");
  }

  /** The tag of a value, whatever its word. */
  public int tag(String value) {
    byte[] plain = plain(value).getBytes(StandardCharsets.UTF_8);
    return (int) tags().of(plain, 0, plain.length);
  }
}
