package dev.upheld.connect.postgres;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.ForeignKey;
import dev.upheld.connect.Description.Index;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Sight;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue in four statements, whatever its size. From pg_catalog and not from
 * information_schema, which leaves out what the account may not touch: a table we cannot read must
 * be seen to exist.
 */
final class PostgresCatalogue {
  /** What is gathered for one relation. */
  private static final class Draft {
    private final TableName name;
    private final TableKind kind;
    private final Optional<String> comment;
    private final long estimate;
    private final Facts facts;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> bases = new HashMap<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private List<String> key = List.of();

    Draft(ResultSet row) throws SQLException {
      name = new TableName(Optional.of(row.getString(2)), row.getString(3));
      kind = PostgresSight.kind(row.getString(4));
      comment = Optional.ofNullable(row.getString(5));
      estimate = (long) Math.max(-1, row.getDouble(6));
      facts = new Facts(row.getBoolean(7), row.getBoolean(8), row.getBoolean(9));
    }

    /** Draws the table as seen, and as it is. */
    Table table() {
      List<Column> seen =
          facts.usage ? columns : columns.stream().map(PostgresCatalogue::unreadable).toList();
      return new Table(
          name,
          name.schema().equals(Optional.of("public")),
          kind,
          seen,
          key,
          indexes,
          foreignKeys,
          comment,
          estimate,
          new Sight(blind()));
    }

    private List<String> blind() {
      List<String> reasons = new ArrayList<>();
      if (!facts.usage) {
        reasons.add(name + ": the account may not use its schema");
      } else if (!facts.anyColumn) {
        reasons.add(name + ": the account may not read it");
      } else {
        columns.stream()
            .filter(c -> !c.readable())
            .forEach(c -> reasons.add(name + ": the account may not read column " + c.name()));
      }
      reasons.addAll(PostgresSight.reasons(name, kind, facts.hidesRows));
      return reasons;
    }
  }

  private record Facts(boolean usage, boolean anyColumn, boolean hidesRows) {}

  private final Map<Long, Draft> drafts = new LinkedHashMap<>();
  private final Statement statement;

  private PostgresCatalogue(Statement statement) {
    this.statement = statement;
  }

  static Catalogue read(String system, String product, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // names of types are told with their schema where it is not on the path
      statement.execute("set search_path to pg_catalog, pg_temp");
      PostgresCatalogue reader = new PostgresCatalogue(statement);
      reader.relations();
      reader.columns();
      reader.foreignKeys();
      reader.indexes();
      return reader.catalogue(system, product);
    }
  }

  private Catalogue catalogue(String system, String product) {
    Map<TableName, Catalogue.Physical> physical = new HashMap<>();
    List<Table> tables = new ArrayList<>();
    for (Draft draft : drafts.values()) {
      tables.add(draft.table());
      physical.put(draft.name, new Catalogue.Physical(draft.bases, unique(draft.indexes)));
    }
    return new Catalogue(system, new Description(product, tables, List.of()), physical);
  }

  private void relations() throws SQLException {
    try (ResultSet row = statement.executeQuery(PostgresSql.RELATIONS)) {
      while (row.next()) {
        drafts.put(row.getLong(1), new Draft(row));
      }
    }
  }

  private void columns() throws SQLException {
    try (ResultSet row = statement.executeQuery(PostgresSql.COLUMNS)) {
      while (row.next()) {
        Draft draft = drafts.get(row.getLong(1));
        if (draft != null) {
          draft.columns.add(column(row));
          draft.bases.put(row.getString(2), row.getString(4));
        }
      }
    }
  }

  private static Column column(ResultSet row) throws SQLException {
    PostgresType type =
        new PostgresType(row.getString(4), row.getString(5), row.getString(6), row.getInt(7));
    return new Column(
        row.getString(2),
        type.family(),
        row.getString(3),
        type.length(),
        row.getBoolean(8),
        Optional.ofNullable(row.getString(9)),
        row.getBoolean(10));
  }

  private static Column unreadable(Column column) {
    return new Column(
        column.name(),
        column.type(),
        column.sqlType(),
        column.length(),
        column.nullable(),
        column.comment(),
        false);
  }

  private void foreignKeys() throws SQLException {
    try (ResultSet row = statement.executeQuery(PostgresSql.FOREIGN_KEYS)) {
      while (row.next()) {
        Draft draft = drafts.get(row.getLong(1));
        if (draft != null) {
          TableName to = new TableName(Optional.of(row.getString(2)), row.getString(3));
          draft.foreignKeys.add(new ForeignKey(strings(row, 4), to, strings(row, 5)));
        }
      }
    }
  }

  private void indexes() throws SQLException {
    try (ResultSet row = statement.executeQuery(PostgresSql.INDEXES)) {
      while (row.next()) {
        @Nullable Draft draft = drafts.get(row.getLong(1));
        if (draft != null) {
          List<String> columns = strings(row, 3);
          draft.indexes.add(new Index(columns, row.getBoolean(4)));
          if (row.getBoolean(2)) {
            draft.key = columns;
          }
        }
      }
    }
  }

  private static Set<Set<String>> unique(List<Index> indexes) {
    Set<Set<String>> unique = new HashSet<>();
    indexes.stream().filter(Index::unique).forEach(i -> unique.add(Set.copyOf(i.columns())));
    return unique;
  }

  private static List<String> strings(ResultSet row, int column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
