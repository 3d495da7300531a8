package dev.upheld.connect.mariadb;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.ForeignKey;
import dev.upheld.connect.Description.Index;
import dev.upheld.connect.Description.Table;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the catalogue in a handful of statements, whatever its size. The server shows an account
 * only what it was granted; so the grants tell whether there may be more.
 */
final class MariaDbCatalogue {
  private static final String MARIADB = "MariaDB ";

  /** What is gathered for one table. */
  private static final class Draft {
    private final TableName name;
    private final String type;
    private final Optional<String> engine;
    private final Optional<String> comment;
    private final long estimate;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();

    Draft(Optional<String> database, ResultSet row) throws SQLException {
      name = new TableName(database, row.getString(1));
      type = row.getString(2);
      engine = Optional.ofNullable(row.getString(3));
      comment = Optional.ofNullable(row.getString(4)).filter(c -> !c.isEmpty() && !isView());
      long rows = row.getLong(5);
      estimate = row.wasNull() ? -1 : rows;
    }

    private boolean isView() {
      return type.equals("VIEW");
    }

    Table table(Grants grants) {
      return new Table(
          name,
          name.schema().isEmpty(),
          MariaDbSight.kind(type, engine.orElse(null)),
          columns,
          Optional.ofNullable(indexes.get("PRIMARY")).map(Index::columns).orElse(List.of()),
          wholeColumns(),
          List.copyOf(foreignKeys.values()),
          comment,
          estimate,
          new Sight(blind(grants)));
    }

    private List<String> blind(Grants grants) {
      List<String> reasons = new ArrayList<>();
      if (!grants.reads(name)) {
        columns.stream()
            .filter(c -> !c.readable())
            .forEach(c -> reasons.add(name + ": the account may not read column " + c.name()));
        reasons.add(name + ": the account may read some columns only, and is not shown all");
      }
      reasons.addAll(MariaDbSight.reasons(name, type, engine.orElse(null)));
      return reasons;
    }

    /** An index over an expression names no column there, and says nothing about columns. */
    List<Index> wholeColumns() {
      return indexes.values().stream().filter(i -> !i.columns().contains("")).toList();
    }

    Set<Set<String>> uniqueColumns() {
      return wholeColumns().stream()
          .filter(Index::unique)
          .map(i -> Set.copyOf(i.columns()))
          .collect(Collectors.toSet());
    }
  }

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Statement statement;
  private final Optional<String> database;

  private MariaDbCatalogue(Statement statement, Optional<String> database) {
    this.statement = statement;
    this.database = database;
  }

  /**
   * Reads it.
   *
   * @param databases which ones; empty stands for the one that was opened
   */
  static Catalogue read(
      String system, Connection connection, Grants grants, List<Optional<String>> databases)
      throws SQLException {
    Map<TableName, Catalogue.Physical> physical = new HashMap<>();
    List<Table> tables = new ArrayList<>();
    List<String> blind = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      String product = product(statement);
      for (Optional<String> database : databases) {
        MariaDbCatalogue reader = new MariaDbCatalogue(statement, database);
        reader.read();
        if (product.startsWith(MARIADB)) {
          reader.documents();
        }
        for (Draft draft : reader.drafts.values()) {
          tables.add(draft.table(grants));
          physical.put(draft.name, new Catalogue.Physical(draft.bases, draft.uniqueColumns()));
        }
        if (!grants.readsAll(database)) {
          blind.add(
              "The account was not granted the whole database "
                  + database.orElse(grants.database())
                  + ", and the server does not show it tables that it may not touch.");
        }
      }
      Description description = new Description(product, tables, blind);
      return new Catalogue(system, description, physical);
    }
  }

  private void read() throws SQLException {
    tables();
    columns();
    foreignKeys();
    indexes();
  }

  private ResultSet ask(String text) throws SQLException {
    return statement.executeQuery(MariaDbSql.about(text, database));
  }

  private static String product(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(MariaDbSql.ACCOUNT)) {
      row.next();
      String version = row.getString(2);
      String number = version.split("-", 2)[0];
      return (version.contains("MariaDB") ? MARIADB : "MySQL ") + number;
    }
  }

  private void tables() throws SQLException {
    try (ResultSet row = ask(MariaDbSql.TABLES)) {
      while (row.next()) {
        drafts.put(row.getString(1), new Draft(database, row));
      }
    }
  }

  private void columns() throws SQLException {
    try (ResultSet row = ask(MariaDbSql.COLUMNS)) {
      while (row.next()) {
        Draft draft = drafts.get(row.getString(1));
        if (draft != null) {
          draft.columns.add(column(row));
          draft.bases.put(row.getString(2), row.getString(3));
        }
      }
    }
  }

  /**
   * Columns for documents are texts that a rule checks; only what was declared tells them apart.
   */
  private void documents() throws SQLException {
    try (ResultSet row = ask(MariaDbSql.DOCUMENTS)) {
      while (row.next()) {
        String name = row.getString(2);
        Draft draft = drafts.get(row.getString(1));
        if (draft != null) {
          draft.columns.replaceAll(c -> c.name().equals(name) ? document(c) : c);
        }
      }
    }
  }

  private static Column document(Column of) {
    return new Column(
        of.name(),
        of.type(),
        MariaDbType.DOCUMENT,
        of.length(),
        of.nullable(),
        of.comment(),
        of.readable());
  }

  private static Column column(ResultSet row) throws SQLException {
    long most = row.getLong(5);
    Optional<Long> length = row.wasNull() ? Optional.empty() : Optional.of(most);
    MariaDbType type = new MariaDbType(row.getString(3), row.getString(4), length);
    return new Column(
        row.getString(2),
        type.family(),
        type.written(),
        type.length(),
        row.getString(6).equals("YES"),
        Optional.ofNullable(row.getString(7)).filter(c -> !c.isEmpty()),
        Arrays.asList(row.getString(8).split(",", -1)).contains("select"));
  }

  private void foreignKeys() throws SQLException {
    try (ResultSet row = ask(MariaDbSql.FOREIGN_KEYS)) {
      while (row.next()) {
        Draft draft = drafts.get(row.getString(1));
        if (draft != null) {
          Optional<String> schema =
              row.getBoolean(4) ? Optional.empty() : Optional.of(row.getString(5));
          TableName to = new TableName(schema, row.getString(6));
          ForeignKey step =
              new ForeignKey(List.of(row.getString(3)), to, List.of(row.getString(7)));
          draft.foreignKeys.merge(row.getString(2), step, MariaDbCatalogue::longer);
        }
      }
    }
  }

  private static ForeignKey longer(ForeignKey first, ForeignKey next) {
    return new ForeignKey(
        appended(first.columns(), next.columns()), first.to(), appended(first.key(), next.key()));
  }

  private static Index longer(Index first, Index next) {
    return new Index(appended(first.columns(), next.columns()), first.unique());
  }

  private static List<String> appended(List<String> first, List<String> next) {
    List<String> all = new ArrayList<>(first);
    all.addAll(next);
    return all;
  }

  private void indexes() throws SQLException {
    try (ResultSet row = ask(MariaDbSql.INDEXES)) {
      while (row.next()) {
        Draft draft = drafts.get(row.getString(1));
        if (draft != null) {
          String column = Optional.ofNullable(row.getString(3)).orElse("");
          Index step = new Index(List.of(column), row.getBoolean(4));
          draft.indexes.merge(row.getString(2), step, MariaDbCatalogue::longer);
        }
      }
    }
  }
}
