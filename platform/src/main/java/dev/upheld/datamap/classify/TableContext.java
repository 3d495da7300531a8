package dev.upheld.datamap.classify;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What stands around a column: the other columns of its table and the keys that lead elsewhere.
 * Made once for a table and shared by its columns.
 *
 * @param known false when nothing but the column itself is known
 * @param personalColumns how many columns have a name that means personal data, by its term
 * @param ofSomebody whether a key or a column's name says whose row it is: {@code user_id}
 * @param signed whether a column says who wrote the row: {@code created_by}
 * @param prefix what nearly all names of the table begin with and which says nothing: {@code cp_};
 *     may be empty
 * @param suffix what nearly all of them end with and which says nothing: {@code _cl}; may be empty
 * @param program whether it holds programs that sign in, not people
 * @param idLengths how long the identifiers of the table are, where they are texts
 */
public record TableContext(
    boolean known,
    Map<String, Integer> personalColumns,
    boolean ofSomebody,
    boolean signed,
    String prefix,
    String suffix,
    boolean program,
    Set<Integer> idLengths) {
  /** Nothing is known but the column itself. */
  public static final TableContext UNKNOWN =
      new TableContext(false, Map.of(), false, false, "", "", false, Set.of());

  private static final Set<String> GRANTS =
      Set.of("redirect", "grant", "callback", "redirects", "scope");
  private static final int FEWEST_PREFIXED = 4;
  private static final double MOST = 0.7;
  private static final int SHORTEST_ID = 16;
  private static final int LONGEST_ID = 48;

  public TableContext {
    personalColumns = Map.copyOf(personalColumns);
    idLengths = Set.copyOf(idLengths);
  }

  /** Looks at a table of which no lengths are known; see the other method. */
  public static TableContext of(Map<String, TypeFamily> columns, Collection<String> references) {
    return of(columns, references, Map.of());
  }

  /**
   * Looks at a table.
   *
   * @param columns all its columns
   * @param references tables that its foreign keys lead to
   * @param lengths of columns that have one
   */
  public static TableContext of(
      Map<String, TypeFamily> columns,
      Collection<String> references,
      Map<String, Integer> lengths) {
    String prefix = prefix(columns.keySet());
    String suffix = prefix.isEmpty() ? suffix(columns.keySet()) : "";
    boolean program = isProgram(columns.keySet());
    Map<String, Integer> terms = new HashMap<>();
    boolean somebody = references.stream().map(Lexicon::words).anyMatch(TableWords::isOfPeople);
    boolean signed = false;
    for (Map.Entry<String, TypeFamily> column : columns.entrySet()) {
      ColumnWords words = ColumnWords.of(bare(column.getKey(), prefix, suffix));
      somebody |= words.isSomebodysKey();
      signed |= words.isDoneBy();
      words
          .found()
          .filter(found -> words.isTelling())
          .filter(found -> found.entry().holds().fits(column.getValue()))
          .ifPresent(found -> terms.merge(found.entry().term(), 1, Integer::sum));
    }
    return new TableContext(
        true, terms, somebody, signed, prefix, suffix, program, idLengths(lengths));
  }

  /** The name of a column without what all names of its table begin with. */
  String bare(String column) {
    return bare(column, prefix, suffix);
  }

  private static String bare(String column, String prefix, String suffix) {
    boolean longer = column.length() > prefix.length() + suffix.length();
    String head = longer && column.startsWith(prefix) ? column.substring(prefix.length()) : column;
    return longer && !suffix.isEmpty() && head.endsWith(suffix)
        ? head.substring(0, head.length() - suffix.length())
        : head;
  }

  /** Programs have a secret and an address to go back to, or a kind of grant. */
  private static boolean isProgram(Set<String> columns) {
    Set<String> words = new HashSet<>();
    columns.forEach(column -> words.addAll(NameWords.of(column).stems()));
    return !Collections.disjoint(words, GRANTS)
        && (words.contains("secret") || words.contains("client"));
  }

  private static String suffix(Set<String> columns) {
    return common(
        columns,
        column -> {
          int begin = column.lastIndexOf('_');
          return begin > 0 && begin + 1 < column.length() ? column.substring(begin) : "";
        });
  }

  /** Only what is no word counts: {@code user_} in {@code user_name} says something. */
  private static String prefix(Set<String> columns) {
    return common(columns, column -> column.substring(0, prefixEnd(column)));
  }

  private static int prefixEnd(String column) {
    int end = column.indexOf('_') + 1;
    return end > 1 && end < column.length() ? end : 0;
  }

  private static String common(Set<String> columns, UnaryOperator<String> part) {
    Map<String, Integer> counts = new HashMap<>();
    columns.stream()
        .map(part)
        .filter(p -> !p.isEmpty())
        .forEach(p -> counts.merge(p, 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= FEWEST_PREFIXED && e.getValue() >= MOST * columns.size())
        .map(Map.Entry::getKey)
        .filter(TableContext::saysNothing)
        .findFirst()
        .orElse("");
  }

  private static boolean saysNothing(String part) {
    List<String> words = NameWords.of(part).inOrder();
    return !words.isEmpty() && words.stream().noneMatch(Lexicon::isTellingPart);
  }

  private static Set<Integer> idLengths(Map<String, Integer> lengths) {
    Set<Integer> found = new HashSet<>();
    lengths.forEach(
        (column, length) -> {
          boolean identifier = TechnicalNames.isKey(NameWords.of(column).last());
          if (identifier && length >= SHORTEST_ID && length <= LONGEST_ID) {
            found.add(length);
          }
        });
    return found;
  }

  /** How many kinds of personal data the other columns speak of. */
  int kindsBeside(ColumnWords column) {
    String own =
        column
            .found()
            .filter(found -> column.isTelling())
            .map(found -> found.entry().term())
            .orElse("");
    boolean alone = personalColumns.getOrDefault(own, 0) == 1;
    return personalColumns.size() - (alone ? 1 : 0);
  }

  /** Whether any other column speaks of one of these. */
  boolean has(Collection<String> terms) {
    return terms.stream().anyMatch(personalColumns::containsKey);
  }
}
