package dev.upheld.datamap.links;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words without their plural endings, roughly, in the languages the lexicon of names speaks. A stem
 * need not be a word: two names are compared, nobody reads them.
 */
final class Stems {
  /** Ending and what stands in its place; each that fits gives a stem of its own. */
  private static final List<List<String>> ENDINGS =
      List.of(
          List.of("ies", "y"),
          List.of("ses", "s"),
          List.of("xes", "x"),
          List.of("ches", "ch"),
          List.of("shes", "sh"),
          List.of("s", ""),
          List.of("es", ""),
          List.of("aux", "al"),
          List.of("eaux", "eau"),
          List.of("en", ""),
          List.of("nen", ""),
          List.of("n", ""),
          List.of("e", ""),
          List.of("er", ""),
          List.of("i", "o"),
          List.of("i", "e"),
          List.of("ren", "r"),
          List.of("people", "person"),
          List.of("children", "child"),
          List.of("men", "man"),
          List.of("ices", "ex"),
          List.of("ices", "ix"),
          List.of("ta", "tum"),
          List.of("t", ""));

  private static final int SHORTEST = 3;

  private Stems() {}

  /** The word itself first, then what is left without each ending that it may have. */
  static Set<String> of(String word) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(word);
    for (List<String> ending : ENDINGS) {
      if (word.endsWith(ending.get(0))) {
        String stem = word.substring(0, word.length() - ending.get(0).length()) + ending.get(1);
        if (stem.length() >= SHORTEST) {
          stems.add(stem);
        }
      }
    }
    return stems;
  }
}
