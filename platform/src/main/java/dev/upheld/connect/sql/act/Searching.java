package dev.upheld.connect.sql.act;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Searches whole tables for words. */
record Searching(ActLine line, SetTexts texts) {

  /** Rows that contain any of the words, by column. */
  Map<String, Long> containing(TableName table, List<String> any) {
    List<String> columns = texts.searched(table);
    if (columns.isEmpty() || any.isEmpty()) {
      return Map.of();
    }
    return line.ask(
        "searching " + table,
        texts.containing(table, columns, any),
        0,
        result -> {
          Map<String, Long> found = new TreeMap<>();
          if (result.next()) {
            for (int i = 0; i < columns.size(); i++) {
              long rows = result.getLong(i + 1);
              if (rows > 0) {
                found.put(columns.get(i), rows);
              }
            }
          }
          return found;
        });
  }
}
