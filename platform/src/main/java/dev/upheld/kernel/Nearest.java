package dev.upheld.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word a writer probably meant. */
public final class Nearest {
  /** Longer words are not typing errors of a key, and comparing them would cost. */
  private static final int LONGEST = 64;

  /** So many words of like length are compared; a hostile file could have any number. */
  private static final int MOST = 1_000;

  private Nearest() {}

  /**
   * The known word with the smallest edit distance, if that is a third of its length at most.
   *
   * @param written what stands in the file
   * @param known the candidates; ties go to the first in alphabetical order
   */
  public static Optional<String> to(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(word -> Math.abs(word.length() - written.length()) <= reach(word))
        .limit(MOST)
        .map(word -> new Guess(word, distance(written, word)))
        .filter(guess -> guess.distance <= reach(guess.word))
        .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::word))
        .map(Guess::word);
  }

  private static int reach(String word) {
    return Math.max(1, word.length() / 3);
  }

  private record Guess(String word, int distance) {}

  /** Insertions, deletions, replacements and swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
