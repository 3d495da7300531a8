package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in a whole database, read from its live catalogue by nothing of ours, to compare
 * before and after: what went, what came, and whether a word is left anywhere.
 *
 * @param rows by table: each row as text, with how often it is there
 */
public record Bystanders(Map<String, Map<String, Integer>> rows) {

  /** All tables but the memory of acts. */
  public static Bystanders of(TestDatabase database) {
    Map<String, Map<String, Integer>> tables = new TreeMap<>();
    try (Connection connection = database.connect()) {
      for (String table : tables(connection, database)) {
        tables.put(table, rows(connection, table, database));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return new Bystanders(tables);
  }

  private static List<String> tables(Connection connection, TestDatabase database)
      throws SQLException {
    String text =
        switch (database.engine()) {
          case POSTGRESQL ->
              "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n"
                  + " on n.oid = c.relnamespace where c.relkind in ('r', 'p')"
                  + " and not c.relispartition and n.nspname not like 'pg\\_%'"
                  + " and n.nspname <> 'information_schema'";
          case MARIADB ->
              "select table_name from information_schema.tables where table_schema = database()"
                  + " and table_type = 'BASE TABLE'";
        };
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(text)) {
      while (row.next()) {
        if (!row.getString(1).endsWith("upheld_act")) {
          tables.add(row.getString(1));
        }
      }
    }
    return tables;
  }

  private static Map<String, Integer> rows(
      Connection connection, String table, TestDatabase database) throws SQLException {
    String quote = database.engine() == TestDatabase.Engine.POSTGRESQL ? "\"" : "`";
    String name = quote + table.replace(".", quote + "." + quote) + quote;
    Map<String, Integer> rows = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from " + name)) {
      ResultSetMetaData meta = row.getMetaData();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          text.append(meta.getColumnName(i)).append('=').append(value(row, i)).append('\u001f');
        }
        rows.merge(text.toString(), 1, Integer::sum);
      }
    }
    return rows;
  }

  private static String value(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes)
          + " "
          + new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
    return String.valueOf(row.getString(column));
  }

  public int count(String table) {
    return rows.entrySet().stream()
        .filter(e -> e.getKey().equals(table) || e.getKey().endsWith("." + table))
        .flatMap(e -> e.getValue().values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Rows that are in this one and not in the other, by table. */
  Map<String, Integer> without(Bystanders other) {
    Map<String, Integer> more = new LinkedHashMap<>();
    rows.forEach(
        (table, here) -> {
          Map<String, Integer> there = other.rows.getOrDefault(table, Map.of());
          int sum =
              here.entrySet().stream()
                  .mapToInt(e -> Math.max(0, e.getValue() - there.getOrDefault(e.getKey(), 0)))
                  .sum();
          if (sum > 0) {
            more.put(table.substring(table.indexOf('.') + 1), sum);
          }
        });
    return more;
  }

  /**
   * Exactly what the plan counted went or changed, in every table of the database, whether the plan
   * knows it or not; all others are the same to the byte.
   */
  public void changedExactly(Bystanders after, SystemPlan plan) {
    Map<String, Integer> went = new TreeMap<>();
    Map<String, Integer> came = new TreeMap<>();
    for (PlaceStep step : plan.steps()) {
      String table = bare(step.table());
      PlaceStep.Counts counts = step.counts();
      long changed = counts.ended() + counts.husks() + counts.named();
      add(went, table, counts.deleted() + changed);
      add(came, table, changed);
      step.detached()
          .forEach(
              (column, rows) -> {
                String other = bare(column.substring(0, column.lastIndexOf('.')));
                add(went, other, rows);
                add(came, other, rows);
              });
    }
    assertThat(without(after)).containsExactlyInAnyOrderEntriesOf(went);
    assertThat(after.without(this)).containsExactlyInAnyOrderEntriesOf(came);
  }

  private static String bare(String table) {
    return table.substring(table.indexOf('.') + 1);
  }

  private static void add(Map<String, Integer> to, String table, long rows) {
    if (rows > 0) {
      to.merge(table, (int) rows, Integer::sum);
    }
  }

  /** Tables in which one of the words is left, in whatever column. */
  public List<String> holding(String... words) {
    List<String> holding = new ArrayList<>();
    rows.forEach(
        (table, all) -> {
          for (String word : words) {
            String small = word.toLowerCase(Locale.ROOT);
            if (all.keySet().stream().anyMatch(r -> r.toLowerCase(Locale.ROOT).contains(small))) {
              holding.add(table.substring(table.indexOf('.') + 1) + ": " + word);
            }
          }
        });
    return holding;
  }
}
