package dev.upheld.probe;

import dev.upheld.kernel.Problem;
import java.util.Locale;

/** How figures and problems are put into sentences. */
public final class Wording {
  private Wording() {}

  /** {@code 41,213}. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 row}, {@code 2 rows}. */
  public static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /** A share in per cent with one decimal: {@code 33.3 %}; nothing of nothing is 0. */
  public static String share(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
  }

  /** What is wrong and how to mend it, in one line. */
  public static String of(Problem problem) {
    return sentence(problem.what()) + " " + sentence(problem.mend());
  }

  /** With a full stop at its end. */
  public static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() || trimmed.endsWith(".") || trimmed.endsWith("?")
        ? trimmed
        : trimmed + ".";
  }
}
