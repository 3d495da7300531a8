package dev.upheld.datamap.values;

import java.util.Locale;
import java.util.Set;

/** The shape of a street and its number, in the languages the lexicon knows. */
public final class StreetAddress {
  private static final int LONGEST = 200;
  private static final int LONGEST_NUMBER = 5;
  private static final Set<String> WORDS =
      Set.of(
          ("street st str road rd avenue ave av drive dr lane ln way parkway pkwy boulevard blvd bd court ct square"
                  + " sq terrace crescent highway hwy rue chemin impasse allée allee quai route place platz weg"
                  + " gasse ring ufer damm calle avenida avda plaza paseo camino via viale piazza corso largo"
                  + " vicolo rua travessa praça alameda katu tie kuja polku gatan vägen loop circle manor straße"
                  + " strasse laan straat")
              .split(" ", -1));
  private static final Set<String> ENDINGS =
      Set.of(
          "straße", "strasse", "gasse", "platz", "katu", "kuja", "gatan", "vägen", "allee",
          "straat");

  private StreetAddress() {}

  /** Whether the text has a word for a street, and a number. */
  public static boolean isOne(String text) {
    if (text.length() < 6 || text.length() > LONGEST || text.indexOf(' ') < 0) {
      return false;
    }
    boolean number = false;
    boolean street = false;
    for (String word : text.toLowerCase(Locale.ROOT).split("[ ,.;/-]+", -1)) {
      number |= isNumber(word);
      street |= WORDS.contains(word) || ENDINGS.stream().anyMatch(word::endsWith);
    }
    return number && street;
  }

  /** {@code 12}, {@code 12b}, {@code 12bis}. */
  private static boolean isNumber(String word) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    return digits > 0 && digits <= LONGEST_NUMBER && word.length() - digits <= 3;
  }
}
