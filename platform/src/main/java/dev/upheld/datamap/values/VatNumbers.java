package dev.upheld.datamap.values;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * VAT numbers of European countries, with the country before them. France, Germany, Italy, Spain,
 * Belgium, the Netherlands and Finland are held to their check digits, as the countries publish
 * them; of the others only the shape is known here.
 */
public final class VatNumbers {
  private static final int LONGEST = 20;
  private static final Pattern SHAPE =
      Pattern.compile(
          "ATU[0-9]{8}|BE[01][0-9]{9}|DE[1-9][0-9]{8}|ES(?:[A-Z][0-9]{7}[A-Z0-9]|[0-9]{8}[A-Z])|FI[0-9]{8}"
              + "|FR[A-HJ-NP-Z0-9]{2}[0-9]{9}|IT[0-9]{11}|LU[0-9]{8}|NL[0-9]{9}B[0-9]{2}|PL[0-9]{10}"
              + "|PT[0-9]{9}|SE[0-9]{12}|IE[0-9][A-Z0-9][0-9]{5}[A-Z]{1,2}|GB[0-9]{9}|DK[0-9]{8}"
              + "|CZ[0-9]{8,10}|EL[0-9]{9}|HU[0-9]{8}|RO[0-9]{4,10}|SK[0-9]{10}");
  private static final String SPANISH_LETTERS = "JABCDEFGHI";
  private static final int MOD = 97;

  private VatNumbers() {}

  /** Whether the whole text, blanks, dots and dashes in it aside, is one. */
  public static boolean isOne(String text) {
    boolean country = text.length() > 4 && text.length() < LONGEST + LONGEST / 2;
    String bare = country ? text.strip().replaceAll("[ .\u00a0-]", "") : "";
    return bare.length() > 4
        && bare.length() <= LONGEST
        && SHAPE.matcher(bare).matches()
        && isSound(bare.substring(0, 2), bare.substring(2));
  }

  private static boolean isSound(String country, String number) {
    return switch (country) {
      case "FR" -> isFrench(number);
      case "DE" -> CheckDigits.isIso7064(number);
      case "IT" -> CheckDigits.isLuhn(number);
      case "ES" -> isSpanish(number);
      case "BE" -> isBelgian(number);
      case "NL" -> isDutch(number);
      case "FI" -> isFinnish(number);
      default -> true; // countries of which only the shape is known
    };
  }

  /** The SIREN passes Luhn's test; a key of digits is made of it, one with letters is not told. */
  private static boolean isFrench(String number) {
    String siren = number.substring(2);
    String key = number.substring(0, 2);
    boolean sound =
        !CheckDigits.isDigits(key)
            || (12 + 3 * (Long.parseLong(siren) % MOD)) % MOD == Integer.parseInt(key);
    return sound && CheckDigits.isLuhn(siren);
  }

  private static boolean isBelgian(String number) {
    long rest = Long.parseLong(number.substring(0, 8)) % MOD;
    return MOD - rest == Integer.parseInt(number.substring(8));
  }

  /** By the test of eleven, or since 2020 by 97 over the whole number with letters as digits. */
  private static boolean isDutch(String number) {
    boolean eleven =
        CheckDigits.weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == number.charAt(8) - '0';
    String whole = "2321" + number.replace("B", "11");
    return eleven || new BigInteger(whole).mod(BigInteger.valueOf(MOD)).intValue() == 1;
  }

  private static boolean isFinnish(String number) {
    int rest = CheckDigits.weighted(number, 7, 9, 10, 5, 8, 4, 2) % 11;
    return rest != 1 && (rest == 0 ? 0 : 11 - rest) == number.charAt(7) - '0';
  }

  /** A person's DNI or NIE, or a company's CIF. */
  private static boolean isSpanish(String number) {
    return PersonalNumbers.isDni(number) || isCif(number);
  }

  private static boolean isCif(String number) {
    String digits = number.substring(1, 8);
    if (!Character.isLetter(number.charAt(0)) || !CheckDigits.isDigits(digits)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    int control = (10 - sum % 10) % 10;
    char last = number.charAt(8);
    return last == '0' + control || last == SPANISH_LETTERS.charAt(control);
  }
}
