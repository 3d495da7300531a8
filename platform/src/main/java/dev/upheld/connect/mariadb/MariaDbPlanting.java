package dev.upheld.connect.mariadb;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.act.NewRow;
import dev.upheld.connect.sql.act.Bound;
import dev.upheld.connect.sql.act.Hints;
import dev.upheld.connect.sql.act.PlantWords;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What MariaDB tells of new rows. */
record MariaDbPlanting() implements PlantWords {
  private static final String COLUMNS =
      """
      select column_name, is_nullable, column_default, extra, is_generated, column_type
      from information_schema.columns where table_schema = coalesce(?, database()) and table_name = ?""";

  private static final String CHECKS =
      """
      select check_clause from information_schema.check_constraints
      where constraint_schema = coalesce(?, database()) and table_name = ?""";

  @Override
  public void begin(Connection connection) {
    // triggers find their tables by the database they belong to
  }

  @Override
  public NewRow wants(Connection connection, TableName table) throws SQLException {
    Set<String> required = new LinkedHashSet<>();
    Set<String> computed = new LinkedHashSet<>();
    Map<String, List<String>> hints = new LinkedHashMap<>();
    Set<String> columns = new LinkedHashSet<>();
    Set<String> json = new LinkedHashSet<>();
    try (PreparedStatement asked = connection.prepareStatement(COLUMNS)) {
      asked.setString(1, table.schema().orElse(null));
      asked.setString(2, table.name());
      try (ResultSet row = asked.executeQuery()) {
        while (row.next()) {
          String column = row.getString(1);
          columns.add(column);
          boolean filled =
              row.getString(3) != null
                  || row.getString(4).toLowerCase(Locale.ROOT).contains("auto_increment");
          if (row.getString(5).equals("ALWAYS")) {
            computed.add(column);
          } else if (row.getString(2).equals("NO") && !filled) {
            required.add(column);
          }
          String type = row.getString(6);
          if (type.startsWith("enum(") || type.startsWith("set(")) {
            hints.put(column, new ArrayList<>(Hints.quoted(type)));
          }
        }
      }
    }
    try (PreparedStatement asked = connection.prepareStatement(CHECKS)) {
      asked.setString(1, table.schema().orElse(null));
      asked.setString(2, table.name());
      try (ResultSet row = asked.executeQuery()) {
        while (row.next()) {
          String clause = row.getString(1);
          checked(clause, columns, hints);
          // how the server writes that a column of type json holds documents
          columns.stream()
              .filter(c -> clause.contains("json_valid(`" + c + "`)"))
              .forEach(json::add);
        }
      }
    }
    return new NewRow(required, computed, json, hints);
  }

  private static void checked(String clause, Set<String> columns, Map<String, List<String>> hints) {
    List<String> values = Hints.of(clause);
    for (String column : columns) {
      if (!values.isEmpty() && clause.contains("`" + column.replace("`", "``") + "`")) {
        hints.computeIfAbsent(column, c -> new ArrayList<>()).addAll(values);
      }
    }
  }

  @Override
  public Bound value(Column column, String value) {
    return new Bound(
        "?", List.of(value.equals("false") ? "0" : value.equals("true") ? "1" : value));
  }

  @Override
  public String nothingGiven() {
    return "() values ()";
  }
}
