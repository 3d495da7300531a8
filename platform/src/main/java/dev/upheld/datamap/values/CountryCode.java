package dev.upheld.datamap.values;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Countries however a database spells them, as ISO 3166-1 alpha-2: codes of two or three letters,
 * and names in English, French, German, Spanish, Italian and Finnish, with or without accents. What
 * is not known for certain stays unknown.
 */
public final class CountryCode {
  private static final int LONGEST = 80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern ARTICLE = Pattern.compile("^(the|la|le|les|l|el|los|die|der|il) ");

  /** Names in use that the languages' own lists do not have. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("uk", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("northern ireland", "GB"),
          Map.entry("grande bretagne", "GB"),
          Map.entry("grossbritannien", "GB"),
          Map.entry("usa", "US"),
          Map.entry("u s a", "US"),
          Map.entry("u s", "US"),
          Map.entry("united states of america", "US"),
          Map.entry("america", "US"),
          Map.entry("etats unis d amerique", "US"),
          Map.entry("holland", "NL"),
          Map.entry("czech republic", "CZ"),
          Map.entry("republique tcheque", "CZ"),
          Map.entry("turkey", "TR"),
          Map.entry("macedonia", "MK"),
          Map.entry("ivory coast", "CI"),
          Map.entry("russian federation", "RU"),
          Map.entry("viet nam", "VN"),
          Map.entry("republic of korea", "KR"),
          Map.entry("korea", "KR"),
          Map.entry("kosovo", "XK"),
          Map.entry("republic of ireland", "IE"),
          Map.entry("brasil", "BR"),
          Map.entry("nederland", "NL"),
          Map.entry("polska", "PL"),
          Map.entry("sverige", "SE"),
          Map.entry("danmark", "DK"),
          Map.entry("norge", "NO"),
          Map.entry("magyarorszag", "HU"),
          Map.entry("hrvatska", "HR"),
          Map.entry("slovensko", "SK"),
          Map.entry("slovenija", "SI"),
          Map.entry("lietuva", "LT"),
          Map.entry("latvija", "LV"),
          Map.entry("eesti", "EE"),
          Map.entry("el", "GR")); // the European Union's own code for Greece

  private CountryCode() {}

  /** The code of a country written in any of these ways; empty when it is not known. */
  public static Optional<String> of(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String name = plain(written);
    return Optional.ofNullable(Names.BY_NAME.get(name))
        .or(() -> Optional.ofNullable(Names.BY_NAME.get(ARTICLE.matcher(name).replaceFirst(""))));
  }

  /** Small letters without accents, single blanks between words. */
  private static String plain(String written) {
    String lower = written.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("&", " and ");
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTERS.matcher(bare).replaceAll(" ").strip();
  }

  /** Made when first asked, since the names of six languages take a moment to load. */
  private static final class Names {
    static final Map<String, String> BY_NAME = collect();

    private static Map<String, String> collect() {
      Map<String, String> names = new HashMap<>(ALSO);
      for (String code : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
        Locale country = Locale.of("", code);
        names.put(code.toLowerCase(Locale.ROOT), code);
        names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        for (String language : List.of("en", "fr", "de", "es", "it", "fi")) {
          names.putIfAbsent(plain(country.getDisplayCountry(Locale.of(language))), code);
        }
      }
      names.remove("");
      names.put("xk", "XK");
      return Map.copyOf(names);
    }
  }
}
