package dev.upheld.datamap.links;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words without their plural endings, roughly, in the languages the lexicon of names speaks. A stem
 * need not be a word: two names are compared, nobody reads them.
 */
final class Stems {
  /** An ending and what stands in its place; each that fits gives a stem of its own. */
  private record Ending(String plural, String singular) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("ies", "y"),
          new Ending("s", ""),
          new Ending("es", ""),
          new Ending("aux", "al"),
          new Ending("x", ""),
          new Ending("en", ""),
          new Ending("nen", ""),
          new Ending("n", ""),
          new Ending("e", ""),
          new Ending("er", ""),
          new Ending("i", "o"),
          new Ending("i", "e"),
          new Ending("people", "person"),
          new Ending("children", "child"),
          new Ending("men", "man"),
          new Ending("ices", "ex"),
          new Ending("ices", "ix"),
          new Ending("ia", "ium"),
          new Ending("kkaat", "kas"),
          new Ending("ukset", "us"),
          new Ending("t", ""));

  private static final int SHORTEST = 3;

  private Stems() {}

  /** Whether one is the other, or its plural. */
  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    boolean alike = !one.isEmpty() && !other.isEmpty() && one.charAt(0) == other.charAt(0);
    return alike && (of(one).contains(other) || of(other).contains(one));
  }

  /** Whether the words are the same one by one. */
  static boolean same(List<String> some, List<String> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!same(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The word itself first, then what is left without each ending that it may have. */
  static Set<String> of(String word) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(word);
    if (word.length() > SHORTEST
        && (word.contains("ae") || word.contains("oe") || word.contains("ue"))) {
      stems.add(word.replace("ae", "a").replace("oe", "o").replace("ue", "u"));
    }
    for (String form : List.copyOf(stems)) {
      for (Ending ending : ENDINGS) {
        if (form.endsWith(ending.plural())) {
          String stem =
              form.substring(0, form.length() - ending.plural().length()) + ending.singular();
          if (stem.length() >= SHORTEST) {
            stems.add(stem);
          }
        }
      }
    }
    return stems;
  }
}
