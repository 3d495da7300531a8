package dev.upheld.datamap.links;

/** Words cut short, as {@code cust} for customers and {@code dept} for departments. */
final class Shortened {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 6;

  private Shortened() {}

  /** Whether the first could be short for the second: its beginning, or some of its letters. */
  static boolean is(String brief, String word) {
    if (brief.length() < SHORTEST || brief.length() > LONGEST || word.length() <= brief.length()) {
      return false;
    }
    if (word.length() == brief.length() + 1) {
      return hasNoVowel(brief) && hasInOrder(brief, word);
    }
    return word.startsWith(brief) || (isWithoutVowels(brief) && hasInOrder(brief, word));
  }

  /** {@code usr} is short for user; {@code cat} is not short for cart. */
  private static boolean hasNoVowel(String brief) {
    return brief.substring(1).chars().noneMatch(c -> "aeiou".indexOf(c) >= 0);
  }

  private static boolean isWithoutVowels(String brief) {
    return brief.substring(1).chars().noneMatch(c -> "aeiou".indexOf(c) >= 0)
        || brief.substring(2).chars().noneMatch(c -> "aeiou".indexOf(c) >= 0);
  }

  private static boolean hasInOrder(String brief, String word) {
    if (brief.charAt(0) != word.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < word.length() && at < brief.length(); i++) {
      if (word.charAt(i) == brief.charAt(at)) {
        at++;
      }
    }
    return at == brief.length();
  }
}
