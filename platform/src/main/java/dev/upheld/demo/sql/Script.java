package dev.upheld.demo.sql;

import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements that make one database.
 *
 * @param sql the dialect
 * @param names what tables and columns are called
 * @param schema its tables
 * @param setting what all rows have in common
 */
public record Script(Dialect sql, Names names, Schema schema, Setting setting) {

  /** The table under its name in this database, unquoted. */
  public TableName nameOf(Table table) {
    return table
        .apart()
        .filter(t -> sql.hasSchemas())
        .map(t -> new TableName(t.schema(), names.table(t.name())))
        .orElseGet(() -> new TableName(Optional.empty(), names.table(table.name())));
  }

  /** The table quoted, with its schema. */
  public String quoted(Table table) {
    TableName name = nameOf(table);
    return name.schema().map(s -> sql.quote(s) + ".").orElse("") + sql.quote(name.name());
  }

  /** The column quoted. */
  public String quoted(String column) {
    return sql.quote(names.column(column));
  }

  /** How many rows the table gets. */
  public long rows(Table table) {
    return table.rows().applyAsLong(setting);
  }

  /** The schemas of its tables; made before these, as two sessions cannot make one at a time. */
  public List<String> schemas() {
    return schema.tables().stream()
        .flatMap(t -> nameOf(t).schema().stream())
        .distinct()
        .map(s -> "CREATE SCHEMA IF NOT EXISTS " + sql.quote(s))
        .toList();
  }

  /** The empty table, in a schema that is there. */
  public String create(Table table) {
    String columns =
        table.columns().stream().map(this::definition).collect(Collectors.joining(",\n  "));
    String key = sql.keepsRowsInKeyOrder() ? ",\n  PRIMARY KEY (" + keyOf(table) + ")" : "";
    return "CREATE TABLE " + quoted(table) + " (\n  " + columns + key + "\n)" + sql.tableOptions();
  }

  private String definition(Column column) {
    return quoted(column.name())
        + " "
        + sql.type(column.type())
        + (column.nullable() ? " NULL" : " NOT NULL")
        + column.comment().map(sql::commentInDefinition).orElse("");
  }

  private String keyOf(Table table) {
    return columnList(
        table.columns().stream().limit(table.keyColumns()).map(Column::name).toList());
  }

  private String columnList(List<String> columns) {
    return columns.stream().map(this::quoted).collect(Collectors.joining(", "));
  }

  /** Fills in the rows of these numbers. */
  public String insert(Table table, long from, long to) {
    return insert(table, from, to, Map.of());
  }

  /** As {@link #insert(Table, long, long)}, with other values in some columns. */
  public String insert(
      Table table, long from, long to, Map<String, Function<Row, String>> instead) {
    instead.keySet().forEach(table::column);
    Row row = new Row(sql, setting, "g.n");
    String values =
        table.columns().stream()
            .map(c -> instead.getOrDefault(c.name(), c.value()).apply(row))
            .collect(Collectors.joining(",\n  "));
    return "INSERT INTO %s (%s)\nSELECT %s\nFROM %s"
        .formatted(
            quoted(table),
            columnList(table.columns().stream().map(Column::name).toList()),
            values,
            sql.series(from, to));
  }

  /** Gives a column back the values it was made with; the row's number is its {@code id}. */
  public String restore(Table table, String column) {
    return "UPDATE %s SET %s = %s"
        .formatted(quoted(table), quoted(column), table.column(column).value().apply(stored()));
  }

  /** A stored row, known by its {@code id}. */
  public Row stored() {
    return new Row(sql, setting, quoted("id"));
  }

  /** Keys, indexes and comments, once the rows are in. */
  public List<String> finish(Table table) {
    List<String> statements = new ArrayList<>();
    if (!sql.keepsRowsInKeyOrder()) {
      statements.add("ALTER TABLE " + quoted(table) + " ADD PRIMARY KEY (" + keyOf(table) + ")");
    }
    table.indexes().forEach(i -> statements.add(sql.index(quoted(table), columnList(i))));
    table.comment().ifPresent(c -> statements.add(sql.comment(quoted(table), c)));
    for (Column column : table.columns()) {
      column
          .comment()
          .ifPresent(
              c -> statements.addAll(sql.columnComment(quoted(table), quoted(column.name()), c)));
    }
    return statements;
  }

  /** Foreign keys, once all tables are there. */
  public List<String> connect(Table table) {
    return table.references().stream()
        .map(
            r ->
                "ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s (%s)"
                    .formatted(
                        quoted(table),
                        quoted(r.column()),
                        quoted(schema.table(r.table())),
                        quoted("id")))
        .toList();
  }
}
