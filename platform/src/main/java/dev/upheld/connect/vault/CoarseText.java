package dev.upheld.connect.vault;

import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description;
import dev.upheld.datamap.values.CardNumber;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Coarse patterns over values that are read here anyway. They decide which values are counted as
 * candidates, as in the databases: how many there are tells a find from chance.
 */
final class CoarseText {
  private static final int FEWEST_DIGITS = 12;

  /** What stands between the characters of an account number. */
  private static final String GAP = "[ .\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000-]?";

  private static final Pattern IBAN =
      Pattern.compile("[A-Za-z][A-Za-z]G[0-9]G[0-9](?:G[A-Za-z0-9]){11}".replace("G", GAP));

  private static final String NO_BREAK = "&nbsp;";
  private static final int ESCAPED = 4;

  private CoarseText() {}

  /** Whether the value may be what is looked for. */
  static boolean lets(Coarse coarse, Description.Type type, String value) {
    return switch (coarse) {
      case ANYTHING, NOT_HALF_IP, NOT_PASSWORD_HASH -> true;
      case CARD_LIKE -> isCardLike(type, value);
      case IBAN_LIKE -> isText(type) && isIbanLike(value);
      case IDENTIFYING ->
          isCardLike(type, value) || (isText(type) && (isMailLike(value) || isIbanLike(value)));
    };
  }

  private static boolean isText(Description.Type type) {
    return switch (type) {
      case TEXT, JSON, ARRAY, OTHER, BYTES, UUID -> true;
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS -> false;
    };
  }

  private static boolean isMailLike(String value) {
    return Stream.of("@", "%40", "\\u0040").anyMatch(value::contains);
  }

  private static boolean isIbanLike(String value) {
    return IBAN.matcher(value).find();
  }

  private static boolean isCardLike(Description.Type type, String value) {
    return switch (type) {
      case WHOLE -> whole(value).map(CoarseText::isAmongCards).orElse(true);
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> false;
      case TEXT, DECIMAL, ADDRESS, BYTES, JSON, UUID, ARRAY, OTHER -> hasDigits(value);
    };
  }

  private static Optional<BigInteger> whole(String value) {
    try {
      return Optional.of(new BigInteger(value));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isAmongCards(BigInteger number) {
    return number.bitLength() > Long.SIZE - 1
        || CardNumber.wholeRanges().stream()
            .anyMatch(r -> number.longValue() >= r.least() && number.longValue() <= r.most());
  }

  /** Whether so many digits follow each other with nothing but gaps between them. */
  private static boolean hasDigits(String value) {
    int digits = 0;
    int i = 0;
    while (i < value.length() && digits < FEWEST_DIGITS) {
      int c = value.codePointAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if (value.startsWith(NO_BREAK, i)) {
        i += NO_BREAK.length() - 1;
      } else if (c == '\\' && value.startsWith("u", i + 1)) {
        i += 1 + ESCAPED;
      } else if (!isGap(c)) {
        digits = 0;
      }
      i += Character.charCount(c);
    }
    return digits >= FEWEST_DIGITS;
  }

  private static boolean isGap(int c) {
    return c < 0x80
        ? " ._-".indexOf(c) >= 0 || (Character.isISOControl(c) && !Character.isWhitespace(c))
        : !Character.isLetter(c);
  }
}
