package dev.upheld.datamap.values;

/**
 * The shape of a telephone number: international with plus or 00 (ITU-T E.164: 15 digits at most),
 * national with a leading zero, or North American. Only what is punctuated or prefixed like one
 * counts; bare digits may be anything.
 */
public final class PhoneNumber {
  private static final int LONGEST = 30;

  private PhoneNumber() {}

  /** Whether the whole text, blanks around it aside, looks like a telephone number. */
  public static boolean isPhone(String text) {
    String bare = text.strip();
    if (bare.length() > LONGEST || !hasPhoneCharacters(bare)) {
      return false;
    }
    int digits = (int) bare.chars().filter(c -> c >= '0' && c <= '9').count();
    if (bare.startsWith("+") || bare.startsWith("(+")) {
      return digits >= 7 && digits <= 15;
    }
    if (bare.startsWith("00")) {
      // no country's code begins with a zero: what does was filled up with zeros
      return digits >= 11 && digits <= 17 && !bare.startsWith("000");
    }
    if (bare.startsWith("0") || bare.startsWith("(0")) {
      return digits >= 8 && digits <= 12 && !isDate(bare) && !isNumberOrHours(bare);
    }
    boolean brackets = bare.startsWith("(") && bare.indexOf(')') == 4;
    boolean dashes = bare.matches("(1[-. ])?[2-9][0-9]{2}[-. ][0-9]{3}[-. ][0-9]{4}");
    return dashes || (brackets && digits == 10);
  }

  private static boolean hasPhoneCharacters(String text) {
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean separator = " -./()\u00a0".indexOf(c) >= 0;
      if ((c < '0' || c > '9') && !separator && !(c == '+' && first)) {
        return false;
      }
      first = c == '(' && first;
    }
    return !text.isEmpty();
  }

  /** {@code 0.12345678} and {@code 09.30-17.00}. */
  private static boolean isNumberOrHours(String text) {
    return text.matches("0\\.[0-9]+|[012][0-9]\\.[0-5][0-9] ?- ?[012][0-9]\\.[0-5][0-9]");
  }

  /** {@code 01.02.2026} and {@code 05/11/1990 }. */
  private static boolean isDate(String text) {
    return text.matches("[0-3][0-9][-./ ][01][0-9][-./ ][0-9]{4}.*");
  }
}
