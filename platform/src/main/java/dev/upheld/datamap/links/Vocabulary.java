package dev.upheld.datamap.links;

import dev.upheld.datamap.classify.NameWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the tables of a database are called. Names that were written as one word are taken apart by
 * it: {@code customerid} is "customer", "id" where a table of customers is, and {@code android} is
 * not "andro", "id".
 */
final class Vocabulary {
  private static final List<String> AFTER =
      List.of(
          "tunnus", "nummer", "number", "codigo", "codice", "uuid", "guid", "code", "key", "num",
          "nro", "ref", "id", "fk", "pk", "nr", "no");

  private static final List<String> BEFORE = List.of("codigo", "codice", "cod", "id", "fk", "num");

  /** A word so short may be the end of any other. */
  private static final int SHORTEST = 3;

  /** With fewer tables no beginning is everybody's. */
  private static final int FEW_TABLES = 4;

  private static final double NEARLY_ALL = 0.8;

  private final Optional<String> beginning;
  private final Set<String> stems = new HashSet<>();
  private final Set<String> tables = new HashSet<>();

  Vocabulary(List<TableFacts> facts) {
    Map<String, Integer> firsts = new HashMap<>();
    for (TableFacts table : facts) {
      List<String> words = NameWords.of(table.table().name()).inOrder();
      for (int start = 0; start < words.size(); start++) {
        stems.addAll(Stems.of(words.get(start)));
        stems.addAll(Stems.of(String.join("", words.subList(start, words.size()))));
      }
      tables.addAll(Stems.of(String.join("", words)));
      if (words.size() > 1) {
        firsts.merge(words.getFirst(), 1, Integer::sum);
      }
    }
    beginning =
        firsts.entrySet().stream()
            .filter(e -> facts.size() >= FEW_TABLES && e.getValue() >= NEARLY_ALL * facts.size())
            .map(Map.Entry::getKey)
            .filter(word -> !tables.contains(word))
            .findFirst();
  }

  /** Whether nearly all tables begin with the word, which names the program and no thing. */
  boolean isBeginning(String word) {
    return beginning.filter(word::equals).isPresent();
  }

  /** Whether a table is called so. */
  boolean isTable(String word) {
    return tables.contains(word);
  }

  /** The words, those taken apart that are a table's and one for a key in one. */
  List<String> apart(List<String> words) {
    List<String> apart = new ArrayList<>();
    for (String word : words) {
      apart.addAll(parts(word).orElse(List.of(word)));
    }
    return List.copyOf(apart);
  }

  private Optional<List<String>> parts(String word) {
    if (word.length() <= SHORTEST || stems.contains(word)) {
      return Optional.empty();
    }
    for (String key : AFTER) {
      String rest = word.endsWith(key) ? word.substring(0, word.length() - key.length()) : "";
      if (isWord(rest)) {
        return Optional.of(List.of(rest, key));
      }
    }
    for (String key : BEFORE) {
      String rest = word.startsWith(key) ? word.substring(key.length()) : "";
      if (isWord(rest)) {
        return Optional.of(List.of(key, rest));
      }
    }
    return Optional.empty();
  }

  private boolean isWord(String rest) {
    return rest.length() >= SHORTEST && Stems.of(rest).stream().anyMatch(stems::contains);
  }
}
