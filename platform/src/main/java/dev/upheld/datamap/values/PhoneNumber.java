package dev.upheld.datamap.values;

/**
 * Telephone numbers: international with plus or 00 (ITU-T E.164), national with a leading zero, in
 * the groups of Spain or Italy, or North American. Only what is punctuated or prefixed like one
 * counts; bare digits may be anything. The shape is looked at first, which is cheap; whether a
 * country gives out such numbers, the numbering plans say.
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
      return digits >= 7 && digits <= 15 && NumberingPlans.isPossible(bare);
    }
    if (bare.startsWith("00")) {
      // no country's code begins with a zero: what does was filled up with zeros
      return digits >= 11
          && digits <= 17
          && !bare.startsWith("000")
          && isDialled("+" + bare.substring(2));
    }
    if (bare.startsWith("0") || bare.startsWith("(0")) {
      return digits >= 8
          && digits <= 12
          && !isDate(bare)
          && !isNumberOrHours(bare)
          && (digits < bare.length() || NumberingPlans.isNational(bare));
    }
    boolean brackets = bare.startsWith("(") && bare.indexOf(')') == 4;
    boolean dashes = bare.matches("(1[-. ])?[2-9][0-9]{2}[-. ][0-9]{3}[-. ][0-9]{4}");
    return dashes || (brackets && digits == 10) || isInGroups(bare, digits);
  }

  /** Without anything between the digits an order's number may begin with two zeros, too. */
  private static boolean isDialled(String international) {
    boolean bare = international.substring(1).chars().allMatch(Character::isDigit);
    return bare
        ? NumberingPlans.isGivenOut(international)
        : NumberingPlans.isPossible(international);
  }

  /** {@code 612 34 56 78} in Spain, {@code 347 123 4567} in Italy; {@code 612 345 678} is a sum. */
  private static boolean isInGroups(String text, int digits) {
    return (digits == 9 || digits == 10)
        && text.indexOf(' ') > 0
        && NumberingPlans.isWrittenAsAtHome(text);
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
