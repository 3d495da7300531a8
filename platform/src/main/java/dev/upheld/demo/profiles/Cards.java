package dev.upheld.demo.profiles;

/** A payment card number of the right form that belongs to no issued range we know of. */
final class Cards {
  /** Begins as a large issuer's, goes on as nobody's. */
  private static final String STEM = "499990000000137";

  private Cards() {}

  /** Sixteen digits with a right check digit (ISO/IEC 7812, annex B), in groups of four. */
  static String grouped() {
    return number().replaceAll("(\\d{4})(?!$)", "$1 ");
  }

  /** The same without blanks. */
  static String number() {
    int sum = 0;
    for (int i = 0; i < STEM.length(); i++) {
      int digit = STEM.charAt(STEM.length() - 1 - i) - '0';
      int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? doubled : digit;
    }
    return STEM + (10 - sum % 10) % 10;
  }
}
