package dev.upheld.register;

import dev.upheld.crypto.KeyedHash;
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
    String plain =
        Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return hash.of("register\u001f" + word + "\u001f" + plain);
  }
}
