package dev.upheld.datamap.links;

import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Whether a column can hold what a key over there holds. */
final class KeyFit {
  private static final Set<String> ANY_KEY = Set.of("fk", "ref", "key", "reference");

  private static final List<Set<String>> KINDS =
      List.of(
          Set.of(
              "id",
              "ids",
              "oid",
              "pk",
              "sk",
              "uid",
              "identifier",
              "ident",
              "identifiant",
              "kennung",
              "tunnus",
              "tunniste"),
          Set.of("uuid", "guid"),
          Set.of("no", "nr", "num", "nbr", "number", "nummer", "numero"),
          Set.of("code", "cod", "codigo", "codice"));

  /** A text longer than this is no key. */
  private static final int LONGEST_KEY = 300;

  private static final int UUID_AS_TEXT = 32;
  private static final int UUID_WITH_HYPHENS = 36;

  private KeyFit() {}

  /** What the types say; empty when one cannot point at the other. */
  static OptionalDouble types(Column from, Column to) {
    if (from.family() == to.family()) {
      return switch (from.family()) {
        case WHOLE, DECIMAL, UUID -> OptionalDouble.of(0);
        case TEXT, BYTES -> lengths(from, to);
        case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, JSON, ARRAY, OTHER ->
            OptionalDouble.empty();
      };
    }
    Set<TypeFamily> both = Set.of(from.family(), to.family());
    if (both.equals(Set.of(TypeFamily.WHOLE, TypeFamily.DECIMAL))
        || (both.equals(Set.of(TypeFamily.UUID, TypeFamily.TEXT)) && holdsUuid(from, to))) {
      return OptionalDouble.of(LinkWeights.TYPES_DIFFER);
    }
    return OptionalDouble.empty();
  }

  private static boolean holdsUuid(Column from, Column to) {
    return from.length().or(to::length).map(n -> n >= UUID_AS_TEXT).orElse(true);
  }

  private static OptionalDouble lengths(Column from, Column to) {
    int here = from.length().orElse(0);
    int there = to.length().orElse(0);
    if (here > LONGEST_KEY || there > LONGEST_KEY) {
      return OptionalDouble.empty();
    }
    if (here == there || here == 0 || there == 0) {
      return OptionalDouble.of(0);
    }
    boolean far = Math.max(here, there) > 1.5 * Math.min(here, there);
    return OptionalDouble.of(far ? LinkWeights.LENGTHS_FAR_APART : LinkWeights.LENGTHS_DIFFER);
  }

  /** What the words for the key say: {@code _id} means {@code id} rather than {@code code}. */
  static double words(List<String> said, List<String> key, List<String> table) {
    if (said.isEmpty() || key.isEmpty()) {
      return 0;
    }
    List<String> bare = bare(key, table);
    if (ANY_KEY.contains(said.getLast())) {
      return bare.size() > 1 ? LinkWeights.KEY_WORD_DIFFERS / 2 : 0;
    }
    if (said.equals(bare)) {
      return LinkWeights.KEY_WORD_FITS;
    }
    if (said.size() > 1) {
      return LinkWeights.KEY_WORD_DIFFERS;
    }
    if (bare.size() > 1) {
      boolean one = kind(bare.getLast()) == kind(said.getLast());
      return one ? LinkWeights.KEY_WORD_DIFFERS / 2 : LinkWeights.KEY_WORD_DIFFERS;
    }
    int here = kind(said.getLast());
    int there = kind(bare.getLast());
    if (here >= 0 && here == there) {
      return LinkWeights.KEY_WORD_FITS;
    }
    boolean ownName = bare.equals(key) && key.stream().anyMatch(w -> isOf(w, table));
    return there < 0 && ownName ? 0 : LinkWeights.KEY_WORD_DIFFERS;
  }

  private static List<String> bare(List<String> key, List<String> table) {
    boolean before =
        Reading.isKeyWord(key.getFirst())
            && key.stream().skip(1).allMatch(w -> isOf(w, table) || isShort(w, table));
    if (before) {
      return key.subList(0, 1);
    }
    int start = 0;
    while (start < key.size() - 1 && isOf(key.get(start), table)) {
      start++;
    }
    List<String> bare = key.subList(start, key.size());
    int last = bare.size() - 1;
    boolean end =
        last > 0 && Reading.isKeyWord(bare.get(last)) && !bare.equals(List.of("record", "id"));
    return end && start > 0 ? bare.subList(last, last + 1) : bare;
  }

  private static boolean isShort(String word, List<String> table) {
    return table.stream().anyMatch(t -> Shortened.is(word, t));
  }

  private static boolean isOf(String word, List<String> table) {
    return table.stream().anyMatch(t -> Stems.same(t, word));
  }

  /** Whether both are UUIDs, or texts as long as a UUID is, which nothing else is by habit. */
  static boolean isUuid(Column from, Column to) {
    return from.family() == to.family()
        && (from.family() == TypeFamily.UUID || isUuidText(from, to));
  }

  private static boolean isUuidText(Column from, Column to) {
    return from.family() == TypeFamily.TEXT
        && from.length().equals(to.length())
        && from.length().map(n -> n == UUID_AS_TEXT || n == UUID_WITH_HYPHENS).orElse(false);
  }

  private static int kind(String word) {
    for (int i = 0; i < KINDS.size(); i++) {
      if (KINDS.get(i).contains(word)) {
        return i;
      }
    }
    return -1;
  }
}
