package dev.upheld.datamap;

import java.util.Optional;

/**
 * A table as the database spells it, case and all.
 *
 * @param schema PostgreSQL schema; empty means {@code public} there and the connection's own
 *     database in MariaDB
 */
public record TableName(Optional<String> schema, String name) implements Comparable<TableName> {

  /** {@code schema.table} or {@code table}, split at the first dot. */
  public static TableName parse(String written) {
    int dot = written.indexOf('.');
    return dot < 0
        ? new TableName(Optional.empty(), written)
        : new TableName(Optional.of(written.substring(0, dot)), written.substring(dot + 1));
  }

  @Override
  public int compareTo(TableName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return schema.map(s -> s + ".").orElse("") + name;
  }
}
