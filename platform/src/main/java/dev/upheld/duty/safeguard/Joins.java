package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.ForeignKey;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.TableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tables a row leads to by the foreign keys the database declares. */
final class Joins {
  private final Map<TableName, Set<TableName>> reached = new LinkedHashMap<>();

  Joins(Description live) {
    live.tables().forEach(table -> reached.put(table.name(), from(table, live)));
  }

  /** The table itself and all that its rows point at, step by step. */
  private static Set<TableName> from(Table table, Description live) {
    Set<TableName> reached = new LinkedHashSet<>(List.of(table.name()));
    Deque<Table> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      for (ForeignKey key : open.removeFirst().foreignKeys()) {
        Optional<Table> next = live.table(key.to());
        if (next.isPresent() && reached.add(next.get().name())) {
          open.addLast(next.get());
        }
      }
    }
    return reached;
  }

  /** A table whose rows lead to both: one of the two to the other, or a third to each. */
  Optional<TableName> between(TableName left, TableName right) {
    return reached.entrySet().stream()
        .filter(e -> e.getValue().contains(left) && e.getValue().contains(right))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
