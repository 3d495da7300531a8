package dev.upheld.datamap.classify;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands around a column: the other columns of its table and the keys that lead elsewhere.
 * Made once for a table and shared by its columns.
 *
 * @param known false when nothing but the column itself is known
 * @param personalColumns how many columns have a name that means personal data, by its term
 * @param ofSomebody whether a key or a column's name says whose row it is: {@code user_id}
 * @param signed whether a column says who wrote the row: {@code created_by}
 */
public record TableContext(
    boolean known, Map<String, Integer> personalColumns, boolean ofSomebody, boolean signed) {
  /** Nothing is known but the column itself. */
  public static final TableContext UNKNOWN = new TableContext(false, Map.of(), false, false);

  public TableContext {
    personalColumns = Map.copyOf(personalColumns);
  }

  /**
   * Looks at a table.
   *
   * @param columns all its columns
   * @param references tables that its foreign keys lead to
   */
  public static TableContext of(Map<String, TypeFamily> columns, Collection<String> references) {
    Map<String, Integer> terms = new HashMap<>();
    boolean somebody = references.stream().map(Lexicon::words).anyMatch(TableWords::isOfPeople);
    boolean signed = false;
    for (Map.Entry<String, TypeFamily> column : columns.entrySet()) {
      ColumnWords words = ColumnWords.of(column.getKey());
      somebody |= words.isSomebodysKey();
      signed |= words.isDoneBy();
      words
          .found()
          .filter(found -> words.isTelling())
          .filter(found -> found.entry().holds().fits(column.getValue()))
          .ifPresent(found -> terms.merge(found.entry().term(), 1, Integer::sum));
    }
    return new TableContext(true, terms, somebody, signed);
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
