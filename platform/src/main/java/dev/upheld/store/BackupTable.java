package dev.upheld.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of the store.
 *
 * @param name plain
 * @param columns those that are stored, in their order
 */
record BackupTable(String name, List<String> columns) {
  /**
   * Tables that a migration puts a row into: they do not make a store full, and are emptied before
   * they are filled.
   */
  private static final Set<String> SEEDED = Set.of("probe_watermark");

  static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final String TABLES =
      """
      SELECT c.relname, a.attname
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'upheld' AND c.relkind = 'r'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND c.relname <> 'flyway_schema_history'
      ORDER BY c.relname, a.attnum
      """;

  private static final String NEEDS =
      """
      SELECT c.relname, f.relname
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'f' AND n.nspname = 'upheld' AND c.oid <> f.oid
      """;

  BackupTable {
    columns = List.copyOf(columns);
  }

  /** All tables there are, each behind those its foreign keys point to. */
  static List<BackupTable> all(Connection connection) throws SQLException {
    Map<String, List<String>> columns = pairs(connection, TABLES);
    Map<String, List<String>> needs = pairs(connection, NEEDS);
    List<BackupTable> ordered = new ArrayList<>();
    List<String> begun = new ArrayList<>();
    columns.keySet().forEach(name -> add(name, columns, needs, begun, ordered));
    return ordered;
  }

  private static void add(
      String name,
      Map<String, List<String>> columns,
      Map<String, List<String>> needs,
      List<String> begun,
      List<BackupTable> ordered) {
    if (begun.contains(name)) {
      return;
    }
    begun.add(name);
    needs
        .getOrDefault(name, List.of())
        .forEach(other -> add(other, columns, needs, begun, ordered));
    ordered.add(new BackupTable(name, columns.getOrDefault(name, List.of())));
  }

  private static Map<String, List<String>> pairs(Connection connection, String sql)
      throws SQLException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.computeIfAbsent(rows.getString(1), k -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return found;
  }

  boolean isSeeded() {
    return SEEDED.contains(name);
  }

  /** {@code upheld."t" ("a", "b")}; all names were found in a catalogue or are plain. */
  String target() {
    return "upheld.\"" + name + "\" (" + columnList() + ")";
  }

  /** The rows by their first column, so that the journal comes back in its order. */
  String copyOut() {
    return "COPY (SELECT " + columnList() + " FROM upheld.\"" + name + "\" ORDER BY 1) TO STDOUT";
  }

  String copyIn() {
    return "COPY " + target() + " FROM STDIN";
  }

  private String columnList() {
    return "\"" + String.join("\", \"", columns) + "\"";
  }
}
