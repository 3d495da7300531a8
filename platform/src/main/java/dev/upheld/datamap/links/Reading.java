package dev.upheld.datamap.links;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One way to read a column's name: {@code billing_address_id} speaks of "billing address", and "id"
 * says that it is a key.
 *
 * @param words what it speaks of; never empty
 * @param key the words that say it is a key; empty when none does
 * @param glued whether the words for the key stood in one word with the rest: {@code customerid}
 */
record Reading(List<String> words, List<String> key, boolean glued) {
  /** Words for keys after the thing they are keys of, in six languages. */
  private static final Set<String> AFTER =
      Set.of(
          "id",
          "ids",
          "fk",
          "ref",
          "uuid",
          "guid",
          "oid",
          "sk",
          "pk",
          "uid",
          "key",
          "code",
          "no",
          "nr",
          "num",
          "nbr",
          "number",
          "nummer",
          "numero",
          "codigo",
          "codice",
          "identifier",
          "ident",
          "kennung",
          "schlussel",
          "schluessel",
          "tunnus",
          "tunniste",
          "cle",
          "clave",
          "chiave",
          "reference");

  /** Words for keys before the thing. */
  private static final Set<String> BEFORE =
      Set.of(
          "id",
          "fk",
          "ref",
          "cod",
          "codigo",
          "code",
          "num",
          "numero",
          "no",
          "nr",
          "cle",
          "uuid",
          "codice",
          "identifiant");

  private static final List<String> GLUED_AFTER =
      List.of(
          "nummer", "number", "uuid", "guid", "code", "key", "num", "ref", "id", "fk", "nr", "no");

  private static final List<String> GLUED_BEFORE = List.of("id", "fk", "cod");

  /** Words between, that name nothing: {@code numero_de_client}. */
  private static final Set<String> SMALL =
      Set.of("de", "du", "des", "of", "the", "del", "della", "di", "la", "le");

  private static final int SHORTEST_GLUED = 3;

  Reading {
    words = List.copyOf(words);
    key = List.copyOf(key);
  }

  boolean saysKey() {
    return !key.isEmpty();
  }

  /**
   * All ways to read a name, the plainest first; none when it names nothing but a key, or nothing
   * at all, as {@code id} and {@code c7} do.
   *
   * @param words of the column
   * @param generic names of keys that many tables of the database have, as words
   */
  static List<Reading> all(List<String> words, Set<List<String>> generic) {
    Set<Reading> readings = new LinkedHashSet<>();
    for (List<String> end : generic) {
      int cut = words.size() - end.size();
      if (cut > 0 && words.subList(cut, words.size()).equals(end)) {
        add(readings, words.subList(0, cut), end, false);
      }
    }
    plain(readings, words);
    if (readings.isEmpty()) {
      middle(readings, words);
    }
    if (readings.isEmpty()) {
      glued(readings, words);
      add(readings, words, List.of(), false);
    }
    return List.copyOf(readings);
  }

  private static void plain(Set<Reading> readings, List<String> words) {
    int end = words.size();
    while (end > 1 && AFTER.contains(words.get(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end - 1 && BEFORE.contains(words.get(start))) {
      start++;
    }
    if (start > 0 || end < words.size()) {
      List<String> key = new ArrayList<>(words.subList(0, start));
      key.addAll(words.subList(end, words.size()));
      add(readings, words.subList(start, end), key, false);
    }
  }

  /** A role after the key: {@code trigger_id_down}. */
  private static void middle(Set<Reading> readings, List<String> words) {
    int id = words.indexOf("id");
    if (id > 0 && id < words.size() - 1) {
      add(readings, words.subList(0, id), List.of("id"), false);
    }
  }

  private static void glued(Set<Reading> readings, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    String last = words.getLast();
    for (String key : GLUED_AFTER) {
      if (last.endsWith(key) && last.length() >= key.length() + SHORTEST_GLUED) {
        List<String> rest = new ArrayList<>(words.subList(0, words.size() - 1));
        rest.add(last.substring(0, last.length() - key.length()));
        add(readings, rest, List.of(key), true);
      }
    }
    String first = words.getFirst();
    for (String key : GLUED_BEFORE) {
      if (first.startsWith(key) && first.length() >= key.length() + SHORTEST_GLUED) {
        List<String> rest = new ArrayList<>(words);
        rest.set(0, first.substring(key.length()));
        add(readings, rest, List.of(key), true);
      }
    }
  }

  private static void add(
      Set<Reading> readings, List<String> words, List<String> key, boolean glued) {
    List<String> meant = words.stream().filter(w -> !SMALL.contains(w)).toList();
    boolean says = meant.stream().anyMatch(w -> w.length() > 1 && !AFTER.contains(w));
    if (says) {
      readings.add(new Reading(meant, key, glued));
    }
  }

  /** Whether a word alone says that something is a key. */
  static boolean isKeyWord(String word) {
    return AFTER.contains(word);
  }
}
