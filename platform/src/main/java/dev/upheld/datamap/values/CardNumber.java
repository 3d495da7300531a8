package dev.upheld.datamap.values;

import dev.upheld.datamap.values.DigitRuns.Gap;
import dev.upheld.datamap.values.DigitRuns.Run;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Is there a payment card number in a value? It has the length and the leading digits of an issuer
 * (ISO/IEC 7812) and a sound check digit (Luhn), and stands by itself: not within a longer row of
 * digits, a UUID, a hexadecimal digest or a sound IBAN.
 *
 * <p>It is found between letters, in JSON and HTML, with blanks, dashes, dots or underscores
 * between its groups (see {@link DigitRuns}). Where digits go on before or after it, its groups
 * must have three digits or more and like separators.
 *
 * <p>Numbers that other registers also make look like cards are left out: a decimal fraction, a
 * telephone number with its plus sign, a 13 digit EAN, a French establishment number (SIRET: 14
 * digits of which the first nine have a check digit of their own). So one Diners number in ten and
 * one 13 digit Visa number in ten (not issued any more) would be missed.
 */
public final class CardNumber {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;

  private CardNumber() {}

  /** What was found; the later outweighs the earlier. */
  public enum Sighting {
    /** No card number. */
    NONE,
    /** Only numbers that issuers and payment services publish for tests; nobody's card. */
    TEST,
    /** At least one number that may be somebody's card. */
    REAL
  }

  /** Searches a text of any length, in time linear in it. */
  public static Sighting inText(String text) {
    Sighting[] seen = {Sighting.NONE};
    DigitRuns.visit(
        text,
        run -> {
          if (run.length() >= SHORTEST) {
            seen[0] = later(seen[0], inRun(text, run));
          }
          return seen[0] != Sighting.REAL;
        });
    return seen[0];
  }

  /** A number is a card number when its digits are. */
  public static Sighting inWhole(BigInteger number) {
    return number.signum() < 0 || number.bitLength() > 64
        ? Sighting.NONE
        : inText(number.toString());
  }

  /** From the least to the greatest, both in the range. */
  public record WholeRange(long least, long most) {}

  /**
   * Ranges outside which no whole number of 64 bits is a card number, by length and first digit: a
   * time in milliseconds, for one, lies outside.
   */
  public static List<WholeRange> wholeRanges() {
    List<WholeRange> ranges = new ArrayList<>();
    long unit = 1;
    for (int length = 1; length <= LONGEST; length++) {
      for (int digit = 1; digit <= 9 && length >= SHORTEST; digit++) {
        if (CardIssuers.mayBegin(digit, length)) {
          long least = digit * unit;
          long most = least + (unit - 1);
          ranges.add(new WholeRange(least, most < 0 ? Long.MAX_VALUE : most));
        }
      }
      unit *= 10;
    }
    return ranges;
  }

  /** Searches bytes as UTF-8 text; what is not UTF-8 separates. */
  public static Sighting inBytes(byte[] bytes) {
    return inText(new String(bytes, StandardCharsets.UTF_8));
  }

  private static Sighting later(Sighting one, Sighting other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Sighting inRun(String text, Run run) {
    Sighting seen = Sighting.NONE;
    if (run.plus() && run.length() <= 15) {
      return seen; // E.164: a telephone number has 15 digits at most
    }
    for (int first = 0; first < run.groups() && seen != Sighting.REAL; first++) {
      int length = 0;
      for (int last = first; last < run.groups(); last++) {
        length += run.size(last);
        if (length > LONGEST) {
          break;
        }
        if (length >= SHORTEST && standsAlone(run, first, last)) {
          seen = later(seen, inGroups(text, run, first, last));
        }
      }
    }
    return seen;
  }

  private static Sighting inGroups(String text, Run run, int first, int last) {
    byte[] digits = run.digits(first, last);
    if (!hasCheckDigit(digits, digits.length) || !CardIssuers.issued(digits)) {
      return Sighting.NONE;
    }
    if (isOtherRegister(digits) || Surroundings.explain(text, run.from(first), run.to(last))) {
      return Sighting.NONE;
    }
    return CardIssuers.isForTests(digits) ? Sighting.TEST : Sighting.REAL;
  }

  /** Whether these groups can be one number of their own. */
  private static boolean standsAlone(Run run, int first, int last) {
    if (first == last) {
      return !isFraction(run, first);
    }
    boolean whole = first == 0 && last == run.groups() - 1;
    Gap gap = run.before(first + 1);
    for (int group = first; group <= last; group++) {
      boolean like = group == first || run.before(group) == gap;
      if (!like || (!whole && run.size(group) < 3)) {
        return false;
      }
    }
    // with a single dot it is a decimal number
    return gap != Gap.DOT || last - first >= 2;
  }

  private static boolean isFraction(Run run, int group) {
    boolean after = group > 0 && run.before(group) == Gap.DOT;
    boolean before = group + 1 < run.groups() && run.before(group + 1) == Gap.DOT;
    return after && !before;
  }

  /** Luhn (ISO/IEC 7812-1, annex B) over the first {@code length} digits. */
  static boolean hasCheckDigit(byte[] digits, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int digit = digits[length - 1 - i];
      int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 1 ? doubled : digit;
    }
    return sum % 10 == 0;
  }

  private static boolean isOtherRegister(byte[] digits) {
    return switch (digits.length) {
      case 13 -> isEan(digits);
      case 14 -> hasCheckDigit(digits, 9);
      default -> false;
    };
  }

  private static boolean isEan(byte[] digits) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += digits[i] * (i % 2 == 1 ? 3 : 1);
    }
    return sum % 10 == 0;
  }
}
