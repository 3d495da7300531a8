package dev.upheld.datamap.values;

import java.util.regex.Pattern;

/** Whether digits that look like a number of their own belong to something longer around them. */
final class Surroundings {
  /** Far enough for the longest digest, near enough to stay cheap. */
  private static final int REACH = 130;

  private static final Pattern UUID =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  private Surroundings() {}

  /** True when a UUID, a hexadecimal digest or a sound IBAN explains the digits. */
  static boolean explain(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start > 0 && from - start < REACH && isPart(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && end - to < REACH && isPart(text.charAt(end))) {
      end++;
    }
    String around = text.substring(start, end);
    return UUID.matcher(around).matches() || isDigest(around) || Iban.covers(text, from, to);
  }

  private static boolean isPart(char c) {
    return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static boolean isDigest(String word) {
    boolean length =
        switch (word.length()) {
          case 32, 40, 56, 64, 96, 128 -> true;
          default -> false;
        };
    return length
        && word.chars().allMatch(c -> Character.digit(c, 16) >= 0)
        && word.chars().anyMatch(Character::isLetter);
  }
}
