package dev.upheld.probe.memory;

import dev.upheld.connect.Description;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table: columns with types, rows, and whether the account sees all of it. */
public final class MemoryTable {
  final TableName name;
  final Map<String, Description.Type> columns = new LinkedHashMap<>();
  public final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
  private final List<Description.ForeignKey> foreignKeys = new ArrayList<>();
  private List<String> key = List.of();
  private Description.TableKind kind = Description.TableKind.TABLE;
  private final Set<String> unreadable = new HashSet<>();
  final Set<String> tooLarge = new HashSet<>();
  Sight sight = Sight.full();

  MemoryTable(String name) {
    this.name = TableName.parse(name);
  }

  public MemoryTable column(String column, Description.Type type) {
    columns.put(column, type);
    return this;
  }

  public MemoryTable text(String... names) {
    for (String column : names) {
      column(column, Description.Type.TEXT);
    }
    return this;
  }

  public MemoryTable whole(String... names) {
    for (String column : names) {
      column(column, Description.Type.WHOLE);
    }
    return this;
  }

  public MemoryTable time(String... names) {
    for (String column : names) {
      column(column, Description.Type.TIMESTAMP_WITH_ZONE);
    }
    return this;
  }

  public MemoryTable key(String... names) {
    key = List.of(names);
    return this;
  }

  public MemoryTable pointing(String column, String table, String there) {
    foreignKeys.add(
        new Description.ForeignKey(List.of(column), TableName.parse(table), List.of(there)));
    return this;
  }

  public MemoryTable kind(Description.TableKind of) {
    kind = of;
    return this;
  }

  public MemoryTable blind(String why) {
    sight = new Sight(List.of(why));
    return this;
  }

  /** The account may not read that column. */
  public MemoryTable unreadable(String column) {
    unreadable.add(column);
    return this;
  }

  /** That column also has values too large for a sample. */
  public MemoryTable tooLarge(String column) {
    tooLarge.add(column);
    return this;
  }

  public MemoryTable drop(String column) {
    columns.remove(column);
    return this;
  }

  /** Values in the order of the columns; ISO text becomes an instant in a time column. */
  public MemoryTable row(@Nullable Object... values) {
    Map<String, @Nullable Object> row = new HashMap<>();
    int i = 0;
    for (Map.Entry<String, Description.Type> column : columns.entrySet()) {
      Object value = i < values.length ? values[i++] : null;
      boolean time = column.getValue() == Description.Type.TIMESTAMP_WITH_ZONE;
      row.put(column.getKey(), time && value instanceof String s ? Instant.parse(s) : value);
    }
    rows.add(row);
    return this;
  }

  Description.Table describe() {
    return new Description.Table(
        name,
        true,
        kind,
        columns.entrySet().stream()
            .map(
                e ->
                    new Description.Column(
                        e.getKey(),
                        e.getValue(),
                        e.getValue() == Description.Type.WHOLE ? "bigint" : "text",
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        !unreadable.contains(e.getKey())))
            .toList(),
        key,
        List.of(),
        foreignKeys,
        Optional.empty(),
        rows.size(),
        sight);
  }
}
