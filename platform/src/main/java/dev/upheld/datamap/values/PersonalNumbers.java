package dev.upheld.datamap.values;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that states give to people, told by shape and check digits: the French NIR, the Finnish
 * personal identity code, the Spanish DNI and NIE, the Italian codice fiscale, the German tax
 * number for persons, and the US social security number, which has a shape only. The Moroccan CIN
 * is one or two letters and up to six digits, as many product codes are; only a column's name can
 * tell it.
 */
public final class PersonalNumbers {
  private static final int LONGEST = 21;
  private static final int FEWEST_DIGITS = 6;
  private static final Pattern NIR =
      Pattern.compile("([12378][0-9]{2}[0-9]{2}(?:[0-9]{2}|2[AB])[0-9]{3}[0-9]{3})([0-9]{2})");
  private static final Pattern HETU =
      Pattern.compile("([0-3][0-9][01][0-9][0-9]{2})[-+A-FU-Y]([0-9]{3})([0-9A-Y])");
  private static final String HETU_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final Pattern DNI = Pattern.compile("([0-9XYZ][0-9]{7})([A-Z])");
  private static final String DNI_CHECKS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final Pattern CODICE =
      Pattern.compile("[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]");
  private static final String ODD_VALUES = "BAKPLCQDREVOSFTGUHMINJWZYX";
  private static final Pattern STEUER_ID = Pattern.compile("[1-9][0-9]{10}");
  private static final Pattern THREE_IN_A_ROW = Pattern.compile("([0-9])\\1\\1");
  private static final Pattern SSN =
      Pattern.compile("(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}");

  private PersonalNumbers() {}

  /** Whether the whole text, blanks and dots in it aside, is one of them. */
  public static boolean isOne(String text) {
    if (text.length() < 9 || text.length() > 2 * LONGEST) {
      return false;
    }
    if (text.chars().filter(c -> c >= '0' && c <= '9').count() < FEWEST_DIGITS) {
      return false;
    }
    String stripped = text.strip().toUpperCase(Locale.ROOT);
    if (SSN.matcher(stripped).matches() || isHetu(stripped)) {
      return true;
    }
    String bare = stripped.replaceAll("[ .\u00a0-]", "");
    return isNir(bare) || isDni(bare) || isCodice(bare) || isSteuerId(bare);
  }

  /**
   * Eleven digits of which the last checks the others; among the first ten, one comes twice or
   * three times and no other again, section 139b AO and the key's description by the BZSt.
   */
  private static boolean isSteuerId(String text) {
    if (!STEUER_ID.matcher(text).matches()) {
      return false;
    }
    int[] counts = new int[10];
    text.chars().limit(10).forEach(c -> counts[c - '0']++);
    long often = Arrays.stream(counts).filter(n -> n > 1).count();
    int most = Arrays.stream(counts).max().orElse(0);
    boolean inARow = THREE_IN_A_ROW.matcher(text.substring(0, 10)).find();
    return often == 1 && most <= 3 && !inARow && CheckDigits.isIso7064(text);
  }

  private static boolean isNir(String text) {
    Matcher matcher = NIR.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    String number = matcher.group(1);
    int month = number.charAt(3) == '2' && number.charAt(4) > '0' ? 1 : 0;
    boolean sound = month == 1 || isMonth(number.substring(3, 5));
    // the two departments of Corsica count as 19 and 18
    String digits = number.replace("2A", "19").replace("2B", "18");
    int rest = new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue();
    return sound && 97 - rest == Integer.parseInt(matcher.group(2));
  }

  /** January to December, or the numbers given where the month is not known. */
  private static boolean isMonth(String digits) {
    int month = Integer.parseInt(digits);
    return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
  }

  private static boolean isHetu(String text) {
    Matcher matcher = HETU.matcher(text);
    return matcher.matches()
        && HETU_CHECKS.charAt(Integer.parseInt(matcher.group(1) + matcher.group(2)) % 31)
            == matcher.group(3).charAt(0);
  }

  static boolean isDni(String text) {
    Matcher matcher = DNI.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    String digits = matcher.group(1).replace('X', '0').replace('Y', '1').replace('Z', '2');
    return DNI_CHECKS.charAt(Integer.parseInt(digits) % 23) == matcher.group(2).charAt(0);
  }

  private static boolean isCodice(String text) {
    if (!CODICE.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = text.charAt(i);
      int value = Character.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 1 ? value : ODD_VALUES.indexOf((char) ('A' + value));
    }
    return 'A' + sum % 26 == text.charAt(15);
  }
}
