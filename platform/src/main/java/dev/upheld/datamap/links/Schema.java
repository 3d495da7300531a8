package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.NameWords;
import dev.upheld.datamap.classify.TypeFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

  /** With fewer columns a database has no habits. */
  private static final int FEW = 8;

  /** Up to this share is no habit. */
  private static final double RARE = 0.15;

  /** Names so short say nothing by being equal: {@code c7} here, {@code c7} there. */
  private static final int SHORTEST = 2;

  /** Shorter ones may end any word. */
  private static final int SHORTEST_END = 4;

  private static final Set<String> SAY_NOTHING =
      Set.of("col", "column", "field", "attr", "attribute", "val", "value", "spalte", "champ");

  private final List<Known> tables;
  private final Map<String, Set<Known>> byStem = new HashMap<>();
  private final Map<String, Set<Known>> byKeyName = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private final Set<List<String>> generic = new TreeSet<>(Comparator.comparing(List::toString));
  private final Set<String> lastWords = new TreeSet<>();
  private final Map<List<String>, List<Reading>> readings = new HashMap<>();
  private final Map<List<String>, Set<Known>> spoken = new HashMap<>();
  private final Map<List<String>, List<Known>> byColumn = new HashMap<>();
  private final Map<TableName, Known> byName = new TreeMap<>();
  private final Set<Known> joins = new HashSet<>();
  private final Habit habit;

  /** Whether columns that point at rows say so by a word for key. */
  enum Habit {
    KEY_WORDS,
    NONE,
    NO_KEY_WORDS
  }

  Schema(List<TableFacts> facts) {
    Vocabulary vocabulary = new Vocabulary(facts);
    tables =
        facts.stream()
            .sorted(Comparator.comparing(TableFacts::table))
            .map(table -> Known.of(table, vocabulary))
            .toList();
    Map<List<String>, Integer> keyNames = new HashMap<>();
    for (Known table : tables) {
      byName.put(table.name(), table);
      for (String column : table.names().keySet()) {
        byColumn.computeIfAbsent(table.wordsOf(column), w -> new ArrayList<>()).add(table);
      }
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
          if (tablesWithIt >= MANY
              && !words.isEmpty()
              && Reading.isKeyWord(words.getLast())
              && !namesTable(words)) {
            generic.add(words);
          }
        });
    habit = observed();
    tables.stream().filter(this::looksJoined).forEach(joins::add);
  }

  /** {@code order_id} is no name of everybody's where orders are. */
  private boolean namesTable(List<String> key) {
    return key.size() > 1
        && (!called(key.subList(0, key.size() - 1)).isEmpty() || isShortForTable(key));
  }

  /** {@code emp_number} where employees have such a key. */
  private boolean isShortForTable(List<String> key) {
    String word = Reading.isKeyWord(key.getFirst()) ? key.getLast() : key.getFirst();
    return byKeyName.getOrDefault(String.join(" ", key), Set.of()).stream()
        .anyMatch(
            table ->
                !table.words().isEmpty()
                    && !Reading.isKeyWord(word)
                    && Shortened.is(word, table.words().getLast()));
  }

  /** How this database writes its links: looked up where a column names a table beyond doubt. */
  private Habit observed() {
    int said = 0;
    int mute = 0;
    for (Known table : tables) {
      for (TableFacts.Column column : table.facts().columns()) {
        boolean number = column.family() == TypeFamily.WHOLE || column.family() == TypeFamily.UUID;
        List<Reading> all = number ? readings(table.wordsOf(column.name())) : List.of();
        for (Reading reading : all.stream().limit(1).toList()) {
          boolean names = called(reading.words()).stream().anyMatch(to -> !to.equals(table));
          said += names && reading.saysKey() ? 1 : 0;
          mute += names && !reading.saysKey() ? 1 : 0;
        }
      }
    }
    int seen = said + mute;
    if (seen < FEW || (mute > RARE * seen && mute < seen / 2)) {
      return Habit.NONE;
    }
    return mute <= RARE * seen ? Habit.KEY_WORDS : Habit.NO_KEY_WORDS;
  }

  Habit habit() {
    return habit;
  }

  /** All ways to read a name; see {@link Reading#all}. */
  List<Reading> readings(List<String> words) {
    return readings.computeIfAbsent(words, w -> Reading.all(w, generic));
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

  /** Whether the name of any table has the word: it stands for a thing. */
  boolean speaks(String word) {
    return Stems.of(word).stream().anyMatch(byStem::containsKey);
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
    return spoken.computeIfAbsent(reading.words(), w -> lookUp(reading));
  }

  private Set<Known> lookUp(Reading reading) {
    Set<Known> found = new LinkedHashSet<>();
    List<String> looked = new ArrayList<>(reading.words());
    for (int start = 0; start < reading.words().size() - 1; start++) {
      looked.add(String.join("", reading.words().subList(start, reading.words().size())));
    }
    for (String word : looked) {
      Stems.of(word).forEach(stem -> found.addAll(byStem.getOrDefault(stem, Set.of())));
    }
    String last = reading.words().getLast();
    for (String word : lastWords) {
      if (Shortened.is(last, word) || Shortened.is(word, last)) {
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

  /** Whether a table is called after two others: {@code users_roles}. */
  boolean isJoin(Known table) {
    return joins.contains(table);
  }

  private boolean looksJoined(Known table) {
    List<String> words = NameWords.of(table.name().name()).inOrder();
    for (int cut = 1; cut < words.size(); cut++) {
      if (isOther(words.subList(0, cut), table)
          && isOther(words.subList(cut, words.size()), table)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOther(List<String> words, Known table) {
    return called(words).stream()
        .anyMatch(
            other ->
                !other.equals(table)
                    && Stems.same(NameWords.of(other.name().name()).inOrder(), words));
  }

  /** {@code type_id} in paymenttypes, where no table is called types. */
  boolean isEnd(Reading reading, Known table) {
    String name = String.join("", table.words());
    String word = String.join("", reading.words());
    return reading.saysKey()
        && word.length() >= SHORTEST_END
        && called(reading.words()).isEmpty()
        && Stems.of(name).stream()
            .anyMatch(stem -> Stems.of(word).stream().anyMatch(stem::endsWith));
  }

  /** Tables with a column of these words. */
  List<Known> withColumn(List<String> words) {
    return byColumn.getOrDefault(words, List.of());
  }

  Map<TableName, Known> byName() {
    return byName;
  }

  private static void put(Map<String, Set<Known>> map, String key, Known table) {
    map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(table);
  }
}
