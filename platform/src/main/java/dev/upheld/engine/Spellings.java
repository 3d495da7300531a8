package dev.upheld.engine;

import dev.upheld.register.Fingerprints;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways to write one identifier that are recognised as the same. */
public final class Spellings {
  private static final Pattern DIALLED = Pattern.compile("\\+?[0-9(][0-9 ().\\-/\\u00a0]*");
  private static final Pattern GROUPED = Pattern.compile("[\\p{Alnum} \\u00a0]+");
  private static final int LONG_NUMBER = 9;

  private Spellings() {}

  /**
   * As it was given, in small letters without blanks around; a long number also by its digits
   * alone, as a telephone number is written in many ways; and what is written in groups, as an
   * IBAN, also without blanks.
   */
  public static Set<String> of(String value) {
    String plain = Fingerprints.plain(value);
    Set<String> all = new LinkedHashSet<>();
    all.add(plain);
    if (DIALLED.matcher(plain).matches()) {
      String digits = plain.replaceAll("[^0-9]", "");
      String bare = digits.startsWith("00") ? digits.substring(2) : digits;
      if (bare.length() >= LONG_NUMBER) {
        all.add(bare);
      }
    } else if (GROUPED.matcher(plain).matches() && plain.matches(".*[0-9].*")) {
      all.add(plain.replaceAll("[ \\u00a0]", ""));
    }
    return all;
  }
}
