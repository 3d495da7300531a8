package dev.upheld.datamap.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands around a column that is taken apart.
 *
 * @param table its table, without schema
 * @param column its name
 * @param around the other columns of the table
 */
public record PartContext(String table, String column, TableContext around) {

  /** The table's context with names beside that stand in the same object or under other keys. */
  TableContext beside(Map<String, TypeFamily> names) {
    TableContext own = TableContext.of(names, List.of());
    Map<String, Integer> terms = new HashMap<>(around.personalColumns());
    own.personalColumns().forEach((term, n) -> terms.merge(term, n, Integer::sum));
    return new TableContext(
        true,
        terms,
        around.ofSomebody() || own.ofSomebody(),
        around.signed() || own.signed(),
        own.prefix(),
        own.suffix(),
        own.program(),
        own.idLengths());
  }
}
