package dev.upheld.demo.sql;

import java.util.List;

/**
 * The tables of one database.
 *
 * @param tables each after those it points at
 */
public record Schema(List<Table> tables) {
  public Schema {
    tables = List.copyOf(tables);
  }

  /** The table of this name. */
  public Table table(String name) {
    return tables.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + name));
  }
}
