package dev.upheld.demo.sql;

import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A table and what its rows are made of.
 *
 * @param name its name in the company's own schema
 * @param apart its schema and name there, where the dialect has schemas and it lies in one
 * @param rows how many rows it has
 * @param columns in their order; the first {@code keyColumns} are the primary key
 * @param indexes columns of each further index
 */
public record Table(
    String name,
    Optional<TableName> apart,
    ToLongFunction<Setting> rows,
    List<Column> columns,
    int keyColumns,
    List<List<String>> indexes,
    List<Reference> references,
    Optional<String> comment) {
  public Table {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    references = List.copyOf(references);
  }

  /** A foreign key of one column to the {@code id} of another table. */
  public record Reference(String column, String table) {}

  /** A table keyed by its first column. */
  public static Table of(String name, ToLongFunction<Setting> rows, Column... columns) {
    return new Table(
        name, Optional.empty(), rows, List.of(columns), 1, List.of(), List.of(), Optional.empty());
  }

  /** In a schema of its own, under another name there. */
  public Table apart(String schema, String nameThere) {
    return new Table(
        name,
        Optional.of(new TableName(Optional.of(schema), nameThere)),
        rows,
        columns,
        keyColumns,
        indexes,
        references,
        comment);
  }

  /** Under another name. */
  public Table named(String other) {
    return new Table(other, apart, rows, columns, keyColumns, indexes, references, comment);
  }

  /** Keyed by its first two columns. */
  public Table keyedByTwo() {
    return new Table(name, apart, rows, columns, 2, indexes, references, comment);
  }

  /** With an index on these columns. */
  public Table index(String... on) {
    List<List<String>> more = new ArrayList<>(indexes);
    more.add(List.of(on));
    return new Table(name, apart, rows, columns, keyColumns, more, references, comment);
  }

  /** With an indexed foreign key. */
  public Table pointing(String column, String to) {
    List<Reference> more = new ArrayList<>(references);
    more.add(new Reference(column, to));
    return new Table(name, apart, rows, columns, keyColumns, indexes, more, comment).index(column);
  }

  /** With a comment. */
  public Table saying(String text) {
    return new Table(
        name, apart, rows, columns, keyColumns, indexes, references, Optional.of(text));
  }

  /** Without these columns, and without indexes and foreign keys on them. */
  public Table without(String... names) {
    Set<String> gone = Set.of(names);
    gone.forEach(this::column);
    return new Table(
        name,
        apart,
        rows,
        columns.stream().filter(c -> !gone.contains(c.name())).toList(),
        keyColumns,
        indexes.stream().filter(i -> i.stream().noneMatch(gone::contains)).toList(),
        references.stream().filter(r -> !gone.contains(r.column())).toList(),
        comment);
  }

  /** With one more column at the end. */
  public Table with(Column column) {
    return having(Stream.concat(columns.stream(), Stream.of(column)).toList());
  }

  /** The column of that name made otherwise. */
  public Table instead(Column column) {
    Column old = column(column.name());
    return having(columns.stream().map(c -> c.equals(old) ? column : c).toList());
  }

  private Table having(List<Column> other) {
    return new Table(name, apart, rows, other, keyColumns, indexes, references, comment);
  }

  /** The column of this name. */
  public Column column(String wanted) {
    return columns.stream()
        .filter(c -> c.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + wanted));
  }
}
