package dev.upheld.connect;

import dev.upheld.datamap.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a system holds, from its live catalogue.
 *
 * @param product name and version: {@code PostgreSQL 18.6}
 * @param tables all tables and views outside the system's own schemas, whether readable or not
 * @param blind reasons why tables may exist that are not listed; empty means the list is whole
 */
public record Description(String product, List<Table> tables, List<String> blind) {
  public Description {
    tables = List.copyOf(tables);
    blind = List.copyOf(blind);
  }

  /** The table, compared as the connector compares names; schema-less names mean the default. */
  public Optional<Table> table(TableName name) {
    return tables.stream().filter(t -> t.is(name)).findFirst();
  }

  /** What kind of relation it is. */
  public enum TableKind {
    TABLE,
    /** A query with a name: may hide rows. */
    VIEW,
    MATERIALIZED_VIEW,
    /** Data lies in another system. */
    FOREIGN
  }

  /**
   * @param name with its schema (PostgreSQL) or without (MariaDB)
   * @param inDefaultSchema whether a name without schema means this table
   * @param key primary key columns; empty when there is none
   * @param indexes all of whole columns, the primary key's too
   * @param estimate rows as the catalogue guesses; -1 when it does not know
   */
  public record Table(
      TableName name,
      boolean inDefaultSchema,
      TableKind kind,
      List<Column> columns,
      List<String> key,
      List<Index> indexes,
      List<ForeignKey> foreignKeys,
      Optional<String> comment,
      long estimate,
      Sight sight) {
    public Table {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
      indexes = List.copyOf(indexes);
      foreignKeys = List.copyOf(foreignKeys);
    }

    boolean is(TableName asked) {
      return name.equals(asked)
          || (asked.schema().isEmpty() && inDefaultSchema && name.name().equals(asked.name()));
    }

    public Optional<Column> column(String column) {
      return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /**
     * Columns that name a row: the primary key, or else a unique index over columns that are never
     * null; empty where there is neither.
     */
    public List<String> naming() {
      return keys().findFirst().orElse(List.of());
    }

    /** Whether the server sees to it that no two rows have the same values in these columns. */
    public boolean isNamedBy(Collection<String> columns) {
      return keys().anyMatch(columns::containsAll);
    }

    private Stream<List<String>> keys() {
      Stream<List<String>> unique =
          indexes.stream()
              .filter(Index::unique)
              .map(Index::columns)
              .filter(
                  named ->
                      named.stream()
                          .allMatch(c -> column(c).filter(found -> !found.nullable()).isPresent()));
      return Stream.concat(Stream.of(key).filter(k -> !k.isEmpty()), unique);
    }
  }

  /** Families of types that questions can tell apart. */
  public enum Type {
    TEXT,
    WHOLE,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIMESTAMP_WITH_ZONE,
    ADDRESS,
    BYTES,
    JSON,
    UUID,
    ARRAY,
    OTHER
  }

  /**
   * @param sqlType the type as the system names it
   * @param length characters or bytes at most; empty when unbounded or not applicable
   * @param readable whether the account may SELECT it
   */
  public record Column(
      String name,
      Type type,
      String sqlType,
      Optional<Integer> length,
      boolean nullable,
      Optional<String> comment,
      boolean readable) {}

  /**
   * An index of columns, not of expressions.
   *
   * @param columns in its order
   * @param unique whether no two rows have the same values; false for one that leaves rows out
   */
  public record Index(List<String> columns, boolean unique) {
    public Index {
      columns = List.copyOf(columns);
    }
  }

  /** Declared by the database. */
  public record ForeignKey(List<String> columns, TableName to, List<String> key) {
    public ForeignKey {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
    }
  }
}
