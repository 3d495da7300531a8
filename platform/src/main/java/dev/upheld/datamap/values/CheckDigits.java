package dev.upheld.datamap.values;

/** Arithmetic that several numbers share; all take ASCII digits only. */
final class CheckDigits {
  private CheckDigits() {}

  /** Whether the last digit is the check of ISO 7064, MOD 11,10, over those before it. */
  static boolean isIso7064(String digits) {
    int product = 10;
    int last = digits.length() - 1;
    for (int i = 0; i < last; i++) {
      int sum = (digits.charAt(i) - '0' + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == digits.charAt(last) - '0';
  }

  /** Whether the digits pass Luhn's test, ISO/IEC 7812-1. */
  static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** The sum of the digits, each times its weight; as many digits as weights are taken. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }

  static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
