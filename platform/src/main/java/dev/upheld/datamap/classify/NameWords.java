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
 * case; small letters without accents; digits drop out, and so do articles and prepositions.
 *
 * @param inOrder the words as they follow each other
 */
public record NameWords(List<String> inOrder) {
  private static final int LONGEST = 200;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern HUMP =
      Pattern.compile("(?<=[\\p{Ll}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[^\\p{L}]+");
  private static final Set<String> SMALL =
      Set.of("of", "the", "de", "du", "des", "la", "le", "di", "da", "del", "della", "und");

  public NameWords {
    inOrder = List.copyOf(inOrder);
  }

  /** Takes a name apart. */
  public static NameWords of(String name) {
    String shortened = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    List<String> words = new ArrayList<>();
    for (String word : HUMP.split(plain(shortened), -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    List<String> large = words.stream().filter(w -> !SMALL.contains(w)).toList();
    return new NameWords(large.isEmpty() ? words : large);
  }

  /** Without accents; most names have none. */
  private static String plain(String name) {
    if (name.chars().allMatch(c -> c < 128)) {
      return name;
    }
    String split = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD);
    return MARKS.matcher(split).replaceAll("");
  }

  /** The last word, which says what a compound is; empty when there is none. */
  public String last() {
    return inOrder.isEmpty() ? "" : inOrder.getLast();
  }

  /** The first word; empty when there is none. */
  public String first() {
    return inOrder.isEmpty() ? "" : inOrder.getFirst();
  }

  /** The words, and each with a plural ending taken off. */
  public Set<String> stems() {
    Set<String> stems = new LinkedHashSet<>();
    inOrder.forEach(word -> stems.addAll(stems(word)));
    return stems;
  }

  /** A word as it stands and without a plural ending. */
  static Set<String> stems(String word) {
    if (word.length() > 3 && word.endsWith("ies")) {
      return Set.of(word, word.substring(0, word.length() - 3) + "y");
    }
    if (word.length() > 4 && (word.endsWith("sses") || word.endsWith("xes"))) {
      return Set.of(word, word.substring(0, word.length() - 2));
    }
    return word.length() > 3 && word.endsWith("s")
        ? Set.of(word, word.substring(0, word.length() - 1))
        : Set.of(word);
  }
}
