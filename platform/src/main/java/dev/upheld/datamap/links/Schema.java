package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a database, prepared for looking up by what their names say. */
final class Schema {
  /** From so many tables on a beginning or a key's name is everybody's. */
  private static final int MANY = 3;

  /** Names so short say nothing by being equal: {@code c7} here, {@code c7} there. */
  private static final int SHORTEST = 2;

  private static final Set<String> SAY_NOTHING =
      Set.of("col", "column", "field", "attr", "attribute", "val", "value", "spalte", "champ");

  private final List<Known> tables;
  private final Map<String, Set<Known>> byStem = new HashMap<>();
  private final Map<String, Set<Known>> byKeyName = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private final Set<List<String>> generic = new TreeSet<>(Comparator.comparing(List::toString));
  private final Set<String> lastWords = new TreeSet<>();

  Schema(List<TableFacts> facts) {
    tables = facts.stream().sorted(Comparator.comparing(TableFacts::table)).map(Known::of).toList();
    Map<List<String>, Integer> keyNames = new HashMap<>();
    for (Known table : tables) {
      for (String word : table.words()) {
        Stems.of(word).forEach(stem -> put(byStem, stem, table));
      }
      if (!table.words().isEmpty()) {
        put(byStem, String.join("", table.words()), table);
        Stems.of(String.join("", table.words())).forEach(stem -> put(byStem, stem, table));
        beginnings.merge(table.words().getFirst(), 1, Integer::sum);
        lastWords.add(table.words().getLast());
      }
      for (Known.Key key : table.keys()) {
        put(byKeyName, String.join(" ", key.words()), table);
        keyNames.merge(key.words(), 1, Integer::sum);
      }
    }
    keyNames.forEach(
        (words, tablesWithIt) -> {
          if (tablesWithIt >= MANY && !words.isEmpty() && Reading.isKeyWord(words.getLast())) {
            generic.add(words);
          }
        });
  }

  List<Known> tables() {
    return tables;
  }

  /** Names of keys that many tables have, as words. */
  Set<List<String>> generic() {
    return generic;
  }

  /** Whether many tables begin with the word and none is called so: it names a part, no thing. */
  boolean isModule(String word) {
    return beginnings.getOrDefault(word, 0) >= MANY && !isTable(word);
  }

  boolean isTable(String word) {
    return byStem.getOrDefault(word, Set.of()).stream()
        .anyMatch(table -> table.words().size() == 1 && Stems.same(table.words().getFirst(), word));
  }

  /** Tables of just these words, however they are glued. */
  Set<Known> called(List<String> words) {
    Set<Known> found = new LinkedHashSet<>();
    for (String stem : Stems.of(String.join("", words))) {
      byStem.getOrDefault(stem, Set.of()).stream()
          .filter(table -> Naming.isTable(words, table.words()))
          .forEach(found::add);
    }
    return found;
  }

  /** Tables whose name has one of the words, or all of them as one. */
  Set<Known> speakingOf(Reading reading) {
    Set<Known> found = new LinkedHashSet<>();
    List<String> looked = new ArrayList<>(reading.words());
    looked.add(String.join("", reading.words()));
    for (String word : looked) {
      Stems.of(word).forEach(stem -> found.addAll(byStem.getOrDefault(stem, Set.of())));
    }
    String last = reading.words().getLast();
    for (String word : lastWords) {
      if (word.length() > last.length() && Shortened.is(last, word)) {
        found.addAll(byStem.getOrDefault(word, Set.of()));
      }
    }
    return found;
  }

  /**
   * Tables with a key of that name, or of its end. None when the name says nothing, or is a key's
   * name in many tables that are not named in it.
   */
  Set<Known> withKeyNamed(List<String> words) {
    Set<Known> found = new LinkedHashSet<>();
    for (int start = 0; start < words.size(); start++) {
      List<String> end = words.subList(start, words.size());
      if (saysSomething(end)) {
        found.addAll(byKeyName.getOrDefault(String.join(" ", end), Set.of()));
      }
    }
    return found;
  }

  /** Whether a key's name can tell one table from another. */
  boolean saysSomething(List<String> words) {
    boolean meaning =
        words.stream()
            .anyMatch(
                w ->
                    w.length() >= SHORTEST
                        && !Reading.isKeyWord(w)
                        && !SAY_NOTHING.contains(w)
                        && !Commonplace.is(w));
    return meaning && !generic.contains(words);
  }

  Map<TableName, Known> byName() {
    Map<TableName, Known> byName = new TreeMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return byName;
  }

  private static void put(Map<String, Set<Known>> map, String key, Known table) {
    map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(table);
  }
}
