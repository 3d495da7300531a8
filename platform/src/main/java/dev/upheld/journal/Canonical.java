package dev.upheld.journal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one way only to write each value: the JSON Canonicalization Scheme (RFC 8785). Whole
 * numbers stay within 2^53, so that every reader gets the same ones.
 */
final class Canonical {
  private static final long MOST_EXACT = 1L << 53;
  private static final int DEEPEST = 8;

  private final StringBuilder out = new StringBuilder(128);

  private Canonical() {}

  /**
   * @throws dev.upheld.kernel.ProblemException for what JSON or the journal cannot hold
   */
  static String text(Map<String, ?> object) {
    Canonical writer = new Canonical();
    writer.object(object, 0);
    return writer.out.toString();
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case null -> throw refused("a fact without a value");
      case String text -> string(text);
      case Boolean truth -> out.append(truth.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> whole(number);
      case Double number -> decimal(number);
      case Instant instant -> string(instant.toString());
      case Collection<?> list -> list(list, depth + 1);
      case Map<?, ?> map -> object(map, depth + 1);
      default -> throw refused("a fact of the kind " + value.getClass().getSimpleName());
    }
  }

  private void object(Map<?, ?> object, int depth) {
    if (depth > DEEPEST) {
      throw refused("facts within facts, too deep");
    }
    // The natural order of String is by UTF-16 code units, as RFC 8785 wants it.
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    object.forEach((name, value) -> sorted.put(String.valueOf(name), value));
    char before = '{';
    for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
      out.append(before);
      string(member.getKey());
      out.append(':');
      value(member.getValue(), depth);
      before = ',';
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void list(Collection<?> list, int depth) {
    if (depth > DEEPEST) {
      throw refused("facts within facts, too deep");
    }
    char before = '[';
    for (Object item : list) {
      out.append(before);
      value(item, depth);
      before = ',';
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private void whole(long number) {
    if (Math.abs(number) > MOST_EXACT) {
      throw refused("a whole number beyond 2^53");
    }
    out.append(number);
  }

  /** As ECMAScript writes numbers (RFC 8785, 3.2.2.3). */
  private void decimal(double number) {
    if (!Double.isFinite(number)) {
      throw refused("a number that is none");
    }
    if (number == 0) {
      out.append('0');
      return;
    }
    if (number < 0) {
      out.append('-');
    }
    BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    digits(digits, digits.length() - shortest.scale());
  }

  /** Java writes two digits where one would do (4.9E-324); ECMAScript writes one. */
  private static BigDecimal shortest(double number) {
    BigDecimal oneDigit = new BigDecimal(number).round(new MathContext(1));
    return oneDigit.doubleValue() == number ? oneDigit : new BigDecimal(Double.toString(number));
  }

  /**
   * @param point how many digits stand before the decimal point; may be negative
   */
  private void digits(String digits, int point) {
    int length = digits.length();
    if (length <= point && point <= 21) {
      out.append(digits).repeat('0', point - length);
    } else if (0 < point && point <= 21) {
      out.append(digits, 0, point).append('.').append(digits, point, length);
    } else if (-6 < point && point <= 0) {
      out.append("0.").repeat('0', -point).append(digits);
    } else {
      out.append(digits.charAt(0));
      if (length > 1) {
        out.append('.').append(digits, 1, length);
      }
      out.append('e').append(point > 0 ? "+" : "").append(point - 1);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        control(c);
      } else if (Character.isSurrogate(c)) {
        i = pair(text, i);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private int pair(String text, int at) {
    if (!Character.isHighSurrogate(text.charAt(at))
        || at + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(at + 1))) {
      throw refused("text that is not Unicode");
    }
    out.append(text, at, at + 2);
    return at + 1;
  }

  private void control(char c) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
    }
  }

  private static dev.upheld.kernel.ProblemException refused(String what) {
    return JournalProblem.DRAFT.because(
        "The journal cannot hold " + what + ".", "Please report it.");
  }
}
