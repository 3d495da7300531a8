package dev.upheld.datamap.values;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of people by lexicon and shape: one to four words of letters, one of them a given name or
 * surname that is common in the countries the lexicons cover. One name says little; many in one
 * column do.
 */
public final class PersonName {
  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SHAPE =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:,? \\p{L}[\\p{L}\\p{M}.'’-]*){0,4}");
  private static final Set<String> GIVEN = words(CommonNames.GIVEN);
  private static final Set<String> SURNAMES = words(CommonNames.SURNAMES);

  private PersonName() {}

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the whole text is the shape of a name and holds a common one; several with commas. */
  public static boolean isOne(String text) {
    String bare = text.strip();
    if (bare.length() < 2) {
      return false;
    }
    String first = bare.indexOf(',') > 0 ? firstOfSeveral(bare) : bare;
    if (first.length() > LONGEST || !SHAPE.matcher(first).matches()) {
      return false;
    }
    List<String> words = List.of(plain(first).split("[ .,'’-]+", -1));
    if (words.size() > MOST_WORDS + 1) {
      return false;
    }
    boolean given = words.stream().anyMatch(GIVEN::contains);
    return given || (words.size() <= 2 && SURNAMES.contains(words.getLast()));
  }

  /** "Doe, Jane" is one name, "Jane Doe, John Doe" are two. */
  private static String firstOfSeveral(String text) {
    String first = text.substring(0, text.indexOf(',')).strip();
    return first.indexOf(' ') > 0 ? first : text;
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(c -> c < 128)
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }
}
