package dev.upheld.datamap.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses and telephone numbers within free text. */
public final class ContactsIn {
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+'-]{0,63}+@[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}"
              + "(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8}\\.\\p{L}{2,24}");
  private static final int FEWEST_DIGITS = 7;
  private static final int TOLD_APART_BY = 9;

  private ContactsIn() {}

  /** What it is. */
  public enum Kind {
    MAIL,
    PHONE
  }

  /**
   * One of them.
   *
   * @param value as it stands there; personal data
   */
  public record Found(Kind kind, int start, int end, String value) {
    @Override
    public String toString() {
      return kind + "[" + start + ", " + end + ")";
    }
  }

  /**
   * All of them, in their order, none within another.
   *
   * @param countries whose national way of writing numbers is understood, ISO 3166-1 alpha-2
   */
  public static List<Found> of(String text, List<String> countries) {
    List<Found> found = new ArrayList<>();
    if (text.indexOf('@') >= 0) {
      Matcher mail = MAIL.matcher(text);
      while (mail.find()) {
        found.add(new Found(Kind.MAIL, mail.start(), mail.end(), mail.group()));
      }
    }
    if (mayHoldNumber(text)) {
      for (Found number : NumberingPlans.within(text, countries)) {
        if (found.stream().noneMatch(f -> f.start() < number.end() && number.start() < f.end())) {
          found.add(number);
        }
      }
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  /** Whether enough digits stand near each other, in something that is more than a number. */
  private static boolean mayHoldNumber(String text) {
    boolean words = false;
    int digits = 0;
    int most = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (Character.isDigit(letter)) {
        digits++;
        most = Math.max(most, digits);
      } else if (" .-/()".indexOf(letter) < 0) {
        digits = 0;
        words |= Character.isLetter(letter) || letter == '+';
      }
    }
    return words && most >= FEWEST_DIGITS;
  }

  /** The same for the same address or number, however it is written. */
  public static String folded(Kind kind, String value) {
    return switch (kind) {
      case MAIL -> value.strip().toLowerCase(Locale.ROOT);
      case PHONE -> {
        String digits = value.replaceAll("\\D", "");
        yield digits.substring(Math.max(0, digits.length() - TOLD_APART_BY));
      }
    };
  }
}
