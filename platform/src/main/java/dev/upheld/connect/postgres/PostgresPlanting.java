package dev.upheld.connect.postgres;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.act.NewRow;
import dev.upheld.connect.sql.act.Bound;
import dev.upheld.connect.sql.act.Hints;
import dev.upheld.connect.sql.act.PlantWords;
import dev.upheld.datamap.TableName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What PostgreSQL tells of new rows. */
record PostgresPlanting(PostgresActs words) implements PlantWords {
  private static final String COLUMNS =
      """
      select a.attname, (a.attnotnull or t.typnotnull)
          and not a.atthasdef and a.attidentity = '' and t.typdefault is null,
        a.attgenerated <> '' or a.attidentity = 'a',
        array(select cast(e.enumlabel as text) from pg_catalog.pg_enum e
          where e.enumtypid in (t.oid, t.typbasetype) order by e.enumsortorder)
      from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
      where a.attrelid = cast(? as pg_catalog.regclass) and a.attnum > 0 and not a.attisdropped""";

  private static final String CHECKS =
      """
      select pg_catalog.pg_get_constraintdef(c.oid), array(select cast(a.attname as text)
          from pg_catalog.pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey))
      from pg_catalog.pg_constraint c
      where c.contype = 'c' and c.conrelid = cast(? as pg_catalog.regclass)
      union all
      select pg_catalog.pg_get_constraintdef(c.oid), array[cast(a.attname as text)]
      from pg_catalog.pg_attribute a join pg_catalog.pg_constraint c on c.contypid = a.atttypid
      where c.contype = 'c' and a.attrelid = cast(? as pg_catalog.regclass)""";

  @Override
  public void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local search_path to default");
    }
  }

  @Override
  public NewRow wants(Connection connection, TableName table) throws SQLException {
    Set<String> required = new LinkedHashSet<>();
    Set<String> computed = new LinkedHashSet<>();
    Map<String, List<String>> hints = new LinkedHashMap<>();
    String name = words.relation(table);
    try (PreparedStatement asked = connection.prepareStatement(COLUMNS)) {
      asked.setString(1, name);
      try (ResultSet row = asked.executeQuery()) {
        while (row.next()) {
          String column = row.getString(1);
          if (row.getBoolean(2)) {
            required.add(column);
          }
          if (row.getBoolean(3)) {
            computed.add(column);
          }
          add(hints, column, strings(row.getArray(4)));
        }
      }
    }
    try (PreparedStatement asked = connection.prepareStatement(CHECKS)) {
      asked.setString(1, name);
      asked.setString(2, name);
      try (ResultSet row = asked.executeQuery()) {
        while (row.next()) {
          List<String> values = Hints.of(row.getString(1));
          for (String column : strings(row.getArray(2))) {
            add(hints, column, values);
          }
        }
      }
    }
    required.removeAll(computed);
    return new NewRow(required, computed, Set.of(), hints);
  }

  private static void add(Map<String, List<String>> to, String column, List<String> values) {
    if (!values.isEmpty()) {
      to.computeIfAbsent(column, c -> new ArrayList<>()).addAll(values);
    }
  }

  private static List<String> strings(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  /** Text is not cast to a column's length, since a cast would cut it without a word. */
  @Override
  public Bound value(Column column, String value) {
    boolean characters =
        column.sqlType().equals("text") || column.sqlType().startsWith("character");
    String type = characters ? "text" : column.sqlType();
    return new Bound("cast(? as " + type + ")", List.of(value));
  }

  @Override
  public String nothingGiven() {
    return "default values";
  }
}
