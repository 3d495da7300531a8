package dev.upheld.connect.sql;

import dev.upheld.datamap.values.CardNumber;
import java.util.List;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The characters that the coarse pattern for card numbers must know: every digit and every
 * separator that the exact test knows, so that it lets nothing slip. Written for any dialect of
 * regular expressions that has classes.
 */
public final class CardLike {
  /** First and last of each range of decimal digits beyond ASCII. */
  private static final int[][] DIGITS = {
    {0x660, 0x669}, {0x6F0, 0x6F9}, {0x966, 0x96F}, {0x9E6, 0x9EF}, {0xE50, 0xE59}, {0xFF10, 0xFF19}
  };

  /** Control characters, which have no width and may stand between digits. */
  private static final int[][] CONTROLS = {{0x01, 0x08}, {0x0E, 0x1B}, {0x7F, 0x7F}};

  /** Blanks, dashes, dots and characters without width beyond ASCII. */
  private static final int[][] GAPS = {
    {0x80, 0xA0},
    {0xAD, 0xAD},
    {0xB7, 0xB7},
    {0x58A, 0x58A},
    {0x5BE, 0x5BE},
    {0x600, 0x605},
    {0x61C, 0x61C},
    {0x6DD, 0x6DD},
    {0x70F, 0x70F},
    {0x890, 0x891},
    {0x8E2, 0x8E2},
    {0x1400, 0x1400},
    {0x1680, 0x1680},
    {0x1806, 0x1806},
    {0x180E, 0x180E},
    {0x2000, 0x2015},
    {0x2024, 0x2024},
    {0x2027, 0x2027},
    {0x202A, 0x202F},
    {0x205F, 0x2064},
    {0x2066, 0x206F},
    {0x2212, 0x2212},
    {0x2E17, 0x2E17},
    {0x2E1A, 0x2E1A},
    {0x2E3A, 0x2E3B},
    {0x2E40, 0x2E40},
    {0x2E5D, 0x2E5D},
    {0x3000, 0x3000},
    {0x301C, 0x301C},
    {0x3030, 0x3030},
    {0x30A0, 0x30A0},
    {0xFE31, 0xFE32},
    {0xFE58, 0xFE58},
    {0xFE63, 0xFE63},
    {0xFEFF, 0xFEFF},
    {0xFF0D, 0xFF0D},
    {0xFFF9, 0xFFFB},
    {0x10D6E, 0x10D6E},
    {0x10EAD, 0x10EAD},
    {0x110BD, 0x110BD},
    {0x110CD, 0x110CD},
    {0x13430, 0x1343F},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0001, 0xE0001},
    {0xE0020, 0xE007F}
  };

  /** Fewer digits are no card number. */
  public static final int FEWEST = 12;

  private CardLike() {}

  /**
   * The inside of a class that matches a digit.
   *
   * @param escape writes one character the way the dialect does within a class
   */
  public static String digits(IntFunction<String> escape) {
    return "0-9" + ranges(DIGITS, escape);
  }

  /**
   * The inside of a class that matches what may stand between digits; its dash comes last.
   *
   * @param escape writes one character the way the dialect does within a class
   */
  public static String gaps(IntFunction<String> escape) {
    return " ._" + ranges(CONTROLS, escape) + ranges(GAPS, escape) + "-";
  }

  /**
   * A group of as many digits as a card number has, standing by itself, or two groups next to each
   * other. Without one of them a text holds no card number, however many digits it has: an account
   * number without blanks, for one.
   *
   * @param digits inside of a class, see {@link #digits}
   * @param gaps inside of a class, see {@link #gaps}
   */
  public static String grouped(String digits, String gaps) {
    return "(?:^|[^D])[D]{12,19}(?:[^D]|$)|[D](?:[G]|&nbsp;|\\\\u[0-9A-Fa-f]{4})+[D]"
        .replace("D", digits)
        .replace("G", gaps);
  }

  /**
   * The whole numbers that may be card numbers.
   *
   * @param column holds whole numbers of 64 bits
   */
  public static Condition amongWholes(Field<?> column) {
    List<Condition> ranges =
        CardNumber.wholeRanges().stream()
            .map(
                r ->
                    DSL.condition(
                        "{0} between {1} and {2}",
                        column, DSL.inline(r.least()), DSL.inline(r.most())))
            .toList();
    return DSL.condition("({0} > 99999999999 and ({1}))", column, DSL.or(ranges));
  }

  private static String ranges(int[][] ranges, IntFunction<String> escape) {
    StringBuilder inside = new StringBuilder();
    for (int[] range : ranges) {
      inside.append(escape.apply(range[0]));
      if (range[1] > range[0]) {
        inside.append('-').append(escape.apply(range[1]));
      }
    }
    return inside.toString();
  }
}
