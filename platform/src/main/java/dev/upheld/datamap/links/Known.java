package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.NameWords;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table with what its names say.
 *
 * @param words of its name, without those that only say that it is a table
 * @param names the words of each column, also those written as one
 * @param prefix the word that nearly all its columns begin with, as in {@code o_orderkey}
 * @param keys columns that rows elsewhere may point at, best first
 */
record Known(
    TableFacts facts,
    List<String> words,
    Map<String, List<String>> names,
    Optional<String> prefix,
    List<Key> keys) {
  private static final Set<String> TABLE_WORDS =
      Set.of(
          "tbl", "tb", "table", "tab", "t", "entity", "entities", "dim", "fact", "mst", "tabelle");

  private static final Set<String> LIKE_KEYS = Set.of("id", "uuid", "guid", "oid", "pk", "key");

  private static final double NEARLY_ALL = 0.75;

  /** What makes a column something to point at. */
  enum Strength {
    PRIMARY,
    UNIQUE,
    /** Only its name, or that it would be the key if the table had one. */
    LIKELY;

    /** 0 is the best. */
    int rank() {
      return switch (this) {
        case PRIMARY -> 0;
        case UNIQUE -> 1;
        case LIKELY -> 2;
      };
    }
  }

  /** A single column that rows elsewhere may point at. */
  record Key(Column column, List<String> words, Strength strength) {}

  static Known of(TableFacts facts, Vocabulary vocabulary) {
    List<String> words = meaning(NameWords.of(facts.table().name()).inOrder(), vocabulary);
    Map<String, List<String>> names = new HashMap<>();
    for (Column column : facts.columns()) {
      names.put(column.name(), vocabulary.apart(NameWords.of(column.name()).inOrder()));
    }
    Optional<String> prefix = prefix(names);
    return new Known(facts, words, Map.copyOf(names), prefix, keys(facts, names, prefix));
  }

  /** A table is one by its name; the rest would be costly to compare. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Known known && name().equals(known.name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }

  /** All words of a column. */
  List<String> allWordsOf(String column) {
    return names.getOrDefault(column, List.of());
  }

  TableName name() {
    return facts.table();
  }

  /** The words of a column, without the word all columns here begin with. */
  List<String> wordsOf(String column) {
    return wordsOf(allWordsOf(column), prefix);
  }

  /** Whether an index or key here begins with the column. */
  boolean indexes(String column) {
    return java.util.stream.Stream.of(List.of(facts.primaryKey()), facts.uniques(), facts.indexes())
        .flatMap(List::stream)
        .anyMatch(index -> !index.isEmpty() && index.getFirst().equals(column));
  }

  /** Whether the column by itself is a key. */
  boolean hasKey(String column) {
    return keys.stream().anyMatch(key -> key.column().name().equals(column));
  }

  /** The primary key, when it is this one column. */
  boolean isWholeKey(String column) {
    return facts.primaryKey().equals(List.of(column));
  }

  private static List<String> wordsOf(List<String> words, Optional<String> prefix) {
    boolean begins =
        prefix.isPresent() && words.size() > 1 && words.getFirst().equals(prefix.get());
    return begins ? words.subList(1, words.size()) : words;
  }

  private static List<String> meaning(List<String> words, Vocabulary vocabulary) {
    int start = 0;
    int end = words.size();
    while (start < end - 1
        && (vocabulary.isBeginning(words.get(start))
            || isTableWord(words.get(start), vocabulary))) {
      start++;
    }
    while (end - 1 > start && TABLE_WORDS.contains(words.get(end - 1))) {
      end--;
    }
    return once(words.subList(start, end));
  }

  private static boolean isTableWord(String word, Vocabulary vocabulary) {
    return TABLE_WORDS.contains(word) && !vocabulary.isTable(word);
  }

  /** {@code company_company}, the companies of the module for companies, is one word. */
  private static List<String> once(List<String> words) {
    List<String> once = new ArrayList<>();
    for (String word : words) {
      if (!once.isEmpty() && Stems.same(once.getLast(), word)) {
        once.removeLast();
      }
      once.add(word);
    }
    return List.copyOf(once);
  }

  private static Optional<String> prefix(Map<String, List<String>> names) {
    Map<String, Integer> firsts = new HashMap<>();
    for (List<String> words : names.values()) {
      if (words.size() > 1) {
        firsts.merge(words.getFirst(), 1, Integer::sum);
      }
    }
    return firsts.entrySet().stream()
        .filter(e -> names.size() >= 3)
        .filter(e -> e.getValue() >= NEARLY_ALL * names.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static List<Key> keys(
      TableFacts facts, Map<String, List<String>> names, Optional<String> prefix) {
    Map<String, Strength> found = new LinkedHashMap<>();
    if (facts.primaryKey().size() == 1) {
      found.put(facts.primaryKey().getFirst(), Strength.PRIMARY);
    }
    facts.uniques().stream()
        .filter(unique -> unique.size() == 1)
        .forEach(unique -> found.putIfAbsent(unique.getFirst(), Strength.UNIQUE));
    boolean keyless = found.isEmpty() && facts.primaryKey().isEmpty();
    for (Column column : facts.columns()) {
      List<String> words = wordsOf(names.getOrDefault(column.name(), List.of()), prefix);
      boolean named = words.size() == 1 && LIKE_KEYS.contains(words.getFirst());
      if (named && (keyless || facts.indexes().contains(List.of(column.name())))) {
        found.putIfAbsent(column.name(), Strength.LIKELY);
      }
    }
    List<Key> keys = new ArrayList<>();
    found.forEach(
        (column, strength) ->
            facts
                .column(column)
                .ifPresent(
                    c ->
                        keys.add(
                            new Key(
                                c,
                                wordsOf(names.getOrDefault(column, List.of()), prefix),
                                strength))));
    keys.sort(Comparator.comparing(Key::strength).thenComparing(key -> key.column().name()));
    return List.copyOf(keys);
  }
}
