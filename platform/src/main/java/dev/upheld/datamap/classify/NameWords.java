package dev.upheld.datamap.classify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words within a name: {@code dateNaissance2} is "date", "naissance". Snake, kebab and camel
 * case; small letters without accents; digits drop out.
 *
 * @param inOrder the words as they follow each other
 */
public record NameWords(List<String> inOrder) {
  private static final int LONGEST = 200;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern HUMP =
      Pattern.compile("(?<=[\\p{Ll}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}]+");

  public NameWords {
    inOrder = List.copyOf(inOrder);
  }

  /** The words of a table's or column's name, however it is written. */
  public static NameWords of(String name) {
    String shortened = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    String plain =
        MARKS
            .matcher(Normalizer.normalize(shortened.replace("ß", "ss"), Normalizer.Form.NFD))
            .replaceAll("");
    List<String> words = new ArrayList<>();
    for (String word : HUMP.split(plain, -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return new NameWords(words);
  }

  /**
   * Whether the phrase's words all occur, or stand together as one word: "birth date" is found in
   * {@code date_of_birth} and in {@code birthdate}.
   */
  boolean have(List<String> phrase) {
    return set().containsAll(phrase) || inOrder.contains(String.join("", phrase));
  }

  /** The last word, which says what a compound is; empty when there is none. */
  String last() {
    return inOrder.isEmpty() ? "" : inOrder.getLast();
  }

  String first() {
    return inOrder.isEmpty() ? "" : inOrder.getFirst();
  }

  /** The words, and each with a plural ending taken off. */
  Set<String> stems() {
    Set<String> stems = new LinkedHashSet<>(inOrder);
    for (String word : inOrder) {
      if (word.length() > 3 && word.endsWith("ies")) {
        stems.add(word.substring(0, word.length() - 3) + "y");
      } else if (word.length() > 3 && word.endsWith("s")) {
        stems.add(word.substring(0, word.length() - 1));
      }
    }
    return stems;
  }

  private Set<String> set() {
    return Set.copyOf(inOrder);
  }
}
