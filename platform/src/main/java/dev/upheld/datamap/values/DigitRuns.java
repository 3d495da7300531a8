package dev.upheld.datamap.values;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Finds the runs of digits in a text: groups of digits with short separators between them. One
 * pass, linear in the text.
 *
 * <p>Digits are ASCII, fullwidth, Arabic, Persian, Devanagari, Bengali and Thai ones. Separators
 * are blanks of any width (no tab, no line end), dashes, dots and underscores, also as the JSON
 * escape {@code u00a0} behind a backslash or the HTML entity for the no-break space; at most three
 * between two groups. Characters without width do not count.
 */
final class DigitRuns {
  private static final int MOST_SEPARATORS = 3;
  private static final int NONE = -1;

  /** What stands between two groups. */
  enum Gap {
    SPACE,
    DASH,
    DOT,
    UNDERSCORE
  }

  private final String text;
  private int position;
  private int codePoint;
  private int width;

  private DigitRuns(String text) {
    this.text = text;
  }

  /** Shows each run to the visitor, in order, until it answers false. */
  static void visit(String text, Predicate<Run> visitor) {
    DigitRuns runs = new DigitRuns(text);
    while (runs.toFirstDigit()) {
      if (!visitor.test(runs.read())) {
        return;
      }
    }
  }

  private boolean toFirstDigit() {
    while (load()) {
      if (digit(codePoint) != NONE) {
        return true;
      }
      position += width;
    }
    return false;
  }

  /** Reads a run from its first digit on. */
  private Run read() {
    Run run = new Run(position > 0 && text.charAt(position - 1) == '+');
    run.open(Gap.SPACE, position);
    Gap gap = null;
    int gaps = 0;
    while (load()) {
      int digit = digit(codePoint);
      if (digit != NONE) {
        if (gap != null) {
          run.open(gap, position);
        }
        run.add(digit, position + width);
        gap = null;
        gaps = 0;
      } else if (!Character.isIdentifierIgnorable(codePoint)) {
        Gap next = gap(codePoint);
        if (next == null || ++gaps > MOST_SEPARATORS) {
          return run;
        }
        gap = gap == null || gap == Gap.SPACE ? next : gap;
      }
      position += width;
    }
    return run;
  }

  /** Looks at the next character, an escaped blank being one character. */
  private boolean load() {
    if (position >= text.length()) {
      return false;
    }
    codePoint = text.codePointAt(position);
    width = Character.charCount(codePoint);
    if (codePoint == '\\' && text.startsWith("u", position + 1)) {
      unescape();
    } else if (codePoint == '&' && text.startsWith("nbsp;", position + 1)) {
      codePoint = 0xA0;
      width = 6;
    }
    return true;
  }

  private void unescape() {
    int end = position + 6;
    if (end > text.length()) {
      return;
    }
    int value = IpAddress.group(text.substring(position + 2, end));
    if (value >= 0 && (gap((char) value) != null || Character.isIdentifierIgnorable(value))) {
      codePoint = value;
      width = 6;
    }
  }

  private static @org.jspecify.annotations.Nullable Gap gap(int c) {
    if (c == '.' || c == 0xB7 || c == 0x2024 || c == 0x2027) {
      return Gap.DOT;
    }
    if (c == '_') {
      return Gap.UNDERSCORE;
    }
    int type = Character.getType(c);
    if (type == Character.SPACE_SEPARATOR) {
      return Gap.SPACE;
    }
    return type == Character.DASH_PUNCTUATION || c == 0x2212 ? Gap.DASH : null;
  }

  private static int digit(int c) {
    if (c <= '9') {
      return c >= '0' ? c - '0' : NONE;
    }
    if (c < 0x660) {
      return NONE;
    }
    boolean counted =
        c <= 0x669
            || (c >= 0x6F0 && c <= 0x6F9)
            || (c >= 0x966 && c <= 0x96F)
            || (c >= 0x9E6 && c <= 0x9EF)
            || (c >= 0xE50 && c <= 0xE59)
            || (c >= 0xFF10 && c <= 0xFF19);
    return counted ? Character.digit(c, 10) : NONE;
  }

  /** Groups of digits that belong together; holds personal data for the length of one visit. */
  static final class Run {
    private final boolean plus;
    private byte[] digits = new byte[32];
    private int length;
    private int[] starts = new int[8];
    private int[] from = new int[8];
    private int[] to = new int[8];
    private Gap[] before = new Gap[8];
    private int groups;

    private Run(boolean plus) {
      this.plus = plus;
    }

    private void open(Gap gap, int position) {
      if (groups == starts.length) {
        starts = Arrays.copyOf(starts, groups * 2);
        from = Arrays.copyOf(from, groups * 2);
        to = Arrays.copyOf(to, groups * 2);
        before = Arrays.copyOf(before, groups * 2);
      }
      starts[groups] = length;
      from[groups] = position;
      before[groups] = gap;
      groups++;
    }

    private void add(int digit, int end) {
      if (length == digits.length) {
        digits = Arrays.copyOf(digits, length * 2);
      }
      digits[length++] = (byte) digit;
      to[groups - 1] = end;
    }

    /** Whether a plus sign stands in front: a telephone number. */
    boolean plus() {
      return plus;
    }

    int length() {
      return length;
    }

    int groups() {
      return groups;
    }

    /** Digits in group {@code group}. */
    int size(int group) {
      return (group + 1 < groups ? starts[group + 1] : length) - starts[group];
    }

    /** What stands before the group; meaningless for the first. */
    Gap before(int group) {
      return before[group];
    }

    /** Index in the text of the first digit of the group. */
    int from(int group) {
      return from[group];
    }

    /** Index in the text behind the last digit of the group. */
    int to(int group) {
      return to[group];
    }

    /** The digits of the groups {@code first} to {@code last}, both included. */
    byte[] digits(int first, int last) {
      return Arrays.copyOfRange(digits, starts[first], starts[last] + size(last));
    }

    @Override
    public String toString() {
      return "Run[***]";
    }
  }
}
