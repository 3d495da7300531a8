package dev.upheld.demo;

import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.sql.Type;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the statements of faults for one database. Planted rows have ids no healthy row has, so
 * that they can be found again.
 */
public final class Gardener {
  /** Ids from here on were planted. */
  private static final long PLANTED = 900_000_000L;

  private static final long PER_FAULT = 1_000_000;
  private static final long MOST_ROWS = 500;

  private final Script script;
  private final long first;

  /**
   * @param number of the fault among all: keeps the rows of two faults apart
   */
  Gardener(Script script, int number) {
    this.script = script;
    this.first = PLANTED + number * PER_FAULT + 1;
  }

  /** How many rows are planted: one for a thousand customers, within reason. */
  private long count() {
    return Math.clamp(script.setting().customers() / 1000, 3, MOST_ROWS);
  }

  /** New rows with other values in some columns. */
  public Change rows(String table, Map<String, Function<Row, String>> instead) {
    return rows(table, count(), instead);
  }

  /** A single new row among all the others. */
  public Change oneRow(String table, Map<String, Function<Row, String>> instead) {
    return rows(table, 1, instead);
  }

  /** The table of this name. */
  public Table table(String name) {
    return script.schema().table(name);
  }

  private Change rows(String name, long count, Map<String, Function<Row, String>> instead) {
    Table table = table(name);
    long last = first + count - 1;
    String heal =
        "DELETE FROM %s WHERE %s BETWEEN %d AND %d"
            .formatted(script.quoted(table), script.quoted("id"), first, last);
    return new Change(List.of(script.insert(table, first, last, instead)), List.of(heal));
  }

  /** Another value in a column of all rows. */
  public Change column(String name, String column, Function<Row, String> value) {
    Table table = table(name);
    String plant =
        "UPDATE %s SET %s = %s"
            .formatted(script.quoted(table), script.quoted(column), value.apply(script.stored()));
    return new Change(List.of(plant), List.of(script.restore(table, column)));
  }

  /** A column that the data map does not know, with values in the first rows. */
  public Change newColumn(String name, String column, Type type, Function<Row, String> value) {
    String table = script.quoted(table(name));
    String quoted = script.sql().quote(script.names().column(column));
    String add =
        "ALTER TABLE %s ADD COLUMN %s %s".formatted(table, quoted, script.sql().type(type));
    String fill =
        "UPDATE %s SET %s = %s WHERE %s <= %d"
            .formatted(
                table, quoted, value.apply(script.stored()), script.quoted("id"), count() * 10);
    String drop = "ALTER TABLE %s DROP COLUMN %s".formatted(table, quoted);
    return new Change(List.of(add, fill), List.of(drop));
  }

  /** A table that the data map does not know, copied from columns of another. */
  public Change newTable(String name, String from, List<String> columns) {
    String quoted = script.sql().quote(script.names().table(name));
    String list = columns.stream().map(script::quoted).collect(Collectors.joining(", "));
    String create =
        "CREATE TABLE %s AS SELECT %s FROM %s WHERE %s <= %d"
            .formatted(quoted, list, script.quoted(table(from)), script.quoted("id"), count() * 10);
    return new Change(List.of(create), List.of(script.sql().dropTable(quoted)));
  }

  /** The id of a row that {@link #rows} plants for the same fault, in step with this row. */
  public Function<Row, String> sameId() {
    return Row::n;
  }

  /** One of the first rows of a healthy table. */
  public Function<Row, String> some(String table) {
    long rows = script.rows(table(table));
    return r -> "(1 + " + r.n() + " % " + rows + ")";
  }

  /** A clock that stands this much before the limit of so long. */
  public Function<Row, String> overdue(Period limit) {
    return r -> r.instantAgo(overdueAge(r, limit));
  }

  /** As {@link #overdue}, for a column that holds days. */
  public Function<Row, String> overdueDay(Period limit) {
    return r -> r.dateAgo(overdueAge(r, limit));
  }

  /** As {@link #overdue}, for a column that holds seconds since 1970. */
  public Function<Row, String> overdueSeconds(Period limit) {
    return r -> r.ago(overdueAge(r, limit));
  }

  private static String overdueAge(Row r, Period limit) {
    long least = r.setting().beyond(limit);
    return r.age("overdue", least, least + Duration.ofDays(40).toSeconds());
  }
}
