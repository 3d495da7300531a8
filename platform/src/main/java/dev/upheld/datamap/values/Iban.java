package dev.upheld.datamap.values;

import java.util.Optional;

/**
 * International bank account numbers (ISO 13616): country, two check digits (mod 97), and a
 * national part of fixed length and shape. Blanks or dashes may stand between characters; case does
 * not matter.
 */
public final class Iban {
  /** The longest IBAN has 34 characters; with a separator after each. */
  private static final int REACH = 68;

  private Iban() {}

  /** Whether the whole text, blanks around it aside, is an IBAN. */
  public static boolean isIban(String text) {
    String bare = text.strip();
    return bare.length() >= 15
        && bare.length() <= REACH
        && end(bare, 0).filter(e -> e == bare.length()).isPresent();
  }

  /**
   * Whether an IBAN stands somewhere in the text, in time linear in it. No letter or digit may
   * touch it, except the word {@code IBAN} in front.
   */
  public static boolean isIn(String text) {
    for (int i = 0; i + 15 <= text.length(); i++) {
      if (mayStart(text, i) && end(text, i).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an IBAN that begins at or before {@code from} reaches {@code to} or beyond. */
  static boolean covers(String text, int from, int to) {
    for (int i = Math.max(0, from - REACH); i <= from; i++) {
      if (mayStart(text, i) && end(text, i).filter(e -> e >= to).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayStart(String text, int i) {
    return i + 15 <= text.length()
        && isLetter(text.charAt(i))
        && isLetter(text.charAt(i + 1))
        && (i == 0 || !isAlphanumeric(text.charAt(i - 1)) || isNamed(text, i));
  }

  private static boolean isNamed(String text, int i) {
    return i >= 4 && text.regionMatches(true, i - 4, "IBAN", 0, 4);
  }

  /** Where the IBAN that starts here ends; empty when none does. */
  private static Optional<Integer> end(String text, int start) {
    String shape = IbanShapes.of(text.charAt(start), text.charAt(start + 1));
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    int position = start;
    int remainder = 0;
    int head = 0;
    for (int k = 0; k < shape.length(); k++) {
      if (k > 0 && position < text.length() && isSeparator(text.charAt(position))) {
        position++;
      }
      char c = position < text.length() ? text.charAt(position) : '?';
      if (!fits(shape.charAt(k), c)) {
        return Optional.empty();
      }
      // country and check digits count last (ISO/IEC 7064)
      if (k < 4) {
        head = append(head, c);
      } else {
        remainder = append(remainder, c) % 97;
      }
      position++;
    }
    int scale = 1_000_000; // two letters make four digits, and two digits follow
    boolean sound = (remainder * (long) scale + head) % 97 == 1;
    boolean free = position == text.length() || !isAlphanumeric(text.charAt(position));
    return sound && free ? Optional.of(position) : Optional.empty();
  }

  /** A letter counts as two digits, A being 10. */
  private static int append(int number, char c) {
    int value = Character.digit(c, 36);
    return number * (value > 9 ? 100 : 10) + value;
  }

  private static boolean fits(char shape, char c) {
    return switch (shape) {
      case 'n' -> c >= '0' && c <= '9';
      case 'a' -> isLetter(c);
      default -> isAlphanumeric(c);
    };
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '.' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isAlphanumeric(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }
}
