package dev.upheld.connect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the catalogue. Fixed texts about one database: the one that was opened, or
 * another one of the server by its name. Each is asked for by itself, since the server looks up a
 * single name and walks through all databases for several.
 */
final class MariaDbSql {
  private static final String DATABASE = "{database}";

  private MariaDbSql() {}

  /**
   * A text about one database.
   *
   * @param database its name; empty for the one that was opened
   */
  static String about(String text, Optional<String> database) {
    return text.replace(DATABASE, database.map(MariaDbSql::quoted).orElse("database()"));
  }

  private static String quoted(String name) {
    return "'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /**
   * The databases a system is read in: the one that was opened, and those its data map names.
   *
   * @param own the one that was opened, as {@code systems.yaml} says it
   */
  static List<Optional<String>> databases(String own, Set<String> others) {
    List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
    others.stream().filter(o -> !o.equals(own)).sorted().map(Optional::of).forEach(all::add);
    return all;
  }

  static final String TABLES =
      """
      select t.table_name, t.table_type, t.engine, t.table_comment, t.table_rows
      from information_schema.tables t
      where t.table_schema = {database}
        and t.table_type in ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
      order by t.table_name""";

  static final String COLUMNS =
      """
      select c.table_name, c.column_name, c.data_type, c.column_type, c.character_maximum_length,
        c.is_nullable, c.column_comment, c.privileges
      from information_schema.columns c
      where c.table_schema = {database}
      order by c.table_name, c.ordinal_position""";

  /** How the server writes that a column was declared as {@code json}: it knows no such type. */
  static final String DOCUMENTS =
      """
      select k.table_name, k.constraint_name
      from information_schema.check_constraints k
      where k.constraint_schema = {database} and k.level = 'Column'
        and k.check_clause = concat('json_valid(`', k.constraint_name, '`)')""";

  static final String FOREIGN_KEYS =
      """
      select k.table_name, k.constraint_name, k.column_name, k.referenced_table_schema = database(),
        k.referenced_table_schema, k.referenced_table_name, k.referenced_column_name
      from information_schema.key_column_usage k
      where k.table_schema = {database} and k.referenced_table_name is not null
      order by k.table_name, k.constraint_name, k.ordinal_position""";

  /** What each foreign key does on delete. */
  static final String DELETE_RULES =
      """
      select r.table_name, r.constraint_name, r.delete_rule
      from information_schema.referential_constraints r
      where r.constraint_schema = {database}""";

  static final String TRIGGERS =
      """
      select t.event_object_table, t.trigger_name, t.event_manipulation = 'DELETE',
        t.event_manipulation = 'UPDATE'
      from information_schema.triggers t
      where t.event_object_schema = {database} and t.event_manipulation <> 'INSERT'
      order by 1, 2""";

  /** Checks of columns and of tables; the names of tables follow. */
  static final String CHECKS =
      """
      select k.table_name, k.constraint_name, k.check_clause
      from information_schema.check_constraints k
      where k.constraint_schema = {database} and k.table_name in\s""";

  /** Tables of which a transaction that is taken back leaves what it changed. */
  static final String UNSAFE =
      """
      select t.table_name
      from information_schema.tables t
      where t.table_schema = {database} and t.table_type <> 'VIEW' and t.engine <> 'InnoDB'""";

  /** Columns that are made of others. */
  static final String COMPUTED =
      """
      select c.table_name, c.column_name
      from information_schema.columns c
      where c.table_schema = {database} and c.is_generated <> 'NEVER'""";

  static final String INDEXES =
      """
      select s.table_name, s.index_name, s.column_name, s.non_unique = 0
      from information_schema.statistics s
      where s.table_schema = {database}
      order by s.table_name, s.index_name, s.seq_in_index""";

  static final String PING =
      "select s.schema_name from information_schema.schemata s where s.schema_name = database()";

  static final String ACCOUNT = "select current_user(), version()";
}
