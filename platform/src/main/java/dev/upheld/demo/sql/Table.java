package dev.upheld.demo.sql;

import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A table of Nimbus.
 *
 * @param name its name in Nimbus' own schema
 * @param apart its schema and name there, where the dialect has schemas and it lies in one
 * @param regions the databases that have it
 * @param rows how many rows it has
 * @param columns in their order; the first {@code keyColumns} are the primary key
 * @param indexes columns of each further index
 */
public record Table(
    String name,
    Optional<TableName> apart,
    Set<Region> regions,
    ToLongFunction<Setting> rows,
    List<Column> columns,
    int keyColumns,
    List<List<String>> indexes,
    List<Reference> references,
    Optional<String> comment) {
  public Table {
    regions = Set.copyOf(regions);
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    references = List.copyOf(references);
  }

  /** A foreign key of one column to the {@code id} of another table. */
  public record Reference(String column, String table) {}

  /** A table of both regions, keyed by its first column. */
  public static Table of(String name, ToLongFunction<Setting> rows, Column... columns) {
    return new Table(
        name,
        Optional.empty(),
        Set.of(Region.values()),
        rows,
        List.of(columns),
        1,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** In a schema of its own, under another name there. */
  public Table apart(String schema, String nameThere) {
    return new Table(
        name,
        Optional.of(new TableName(Optional.of(schema), nameThere)),
        regions,
        rows,
        columns,
        keyColumns,
        indexes,
        references,
        comment);
  }

  /** In one region only. */
  public Table only(Region region) {
    return new Table(
        name, apart, Set.of(region), rows, columns, keyColumns, indexes, references, comment);
  }

  /** Keyed by its first two columns. */
  public Table keyedByTwo() {
    return new Table(name, apart, regions, rows, columns, 2, indexes, references, comment);
  }

  /** With an index on these columns. */
  public Table index(String... on) {
    List<List<String>> more = new ArrayList<>(indexes);
    more.add(List.of(on));
    return new Table(name, apart, regions, rows, columns, keyColumns, more, references, comment);
  }

  /** With an indexed foreign key. */
  public Table pointing(String column, String to) {
    List<Reference> more = new ArrayList<>(references);
    more.add(new Reference(column, to));
    return new Table(name, apart, regions, rows, columns, keyColumns, indexes, more, comment)
        .index(column);
  }

  /** With a comment. */
  public Table saying(String text) {
    return new Table(
        name, apart, regions, rows, columns, keyColumns, indexes, references, Optional.of(text));
  }

  /** The column of this name. */
  public Column column(String wanted) {
    return columns.stream()
        .filter(c -> c.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + wanted));
  }
}
