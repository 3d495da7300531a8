package dev.upheld.connect.mariadb;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.Check;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.connect.act.Structure.Rule;
import dev.upheld.connect.act.Structure.Trigger;
import dev.upheld.connect.sql.act.ActWords;
import dev.upheld.connect.sql.act.Blanks;
import dev.upheld.connect.sql.act.Bound;
import dev.upheld.connect.sql.act.Joined;
import dev.upheld.connect.sql.act.PartWords;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.Totals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How MariaDB and MySQL gather and change rows.
 *
 * @param others databases of the same server that the data map names
 */
record MariaDbActs(Endpoint endpoint, Flavour flavour, Set<String> others) implements ActWords {
  private static final String NO_DOCUMENT = "'{}'";

  private static final Pattern NAME = Pattern.compile("`((?:[^`]|``)+)`");
  private static final String CHANCE = "md5(concat(uuid(), rand()))";

  @Override
  public void begin(Connection connection, Locks locks) throws SQLException {
    new MariaDbBegin(endpoint.statementTimeout(), flavour).begin(connection, locks);
  }

  @Override
  public Locks locks(Connection connection, String delete) {
    return MariaDbBegin.locks(connection, delete);
  }

  @Override
  public Structure structure(Connection connection) throws SQLException {
    List<Reference> references = new ArrayList<>();
    List<Trigger> triggers = new ArrayList<>();
    Set<TableName> unsafe = new HashSet<>();
    Set<Structure.Computed> computed = new HashSet<>();
    try (Statement statement = connection.createStatement()) {
      for (Optional<String> database : MariaDbSql.databases(endpoint.database(), others)) {
        references.addAll(references(statement, database, rules(statement, database)));
        try (ResultSet row = about(statement, MariaDbSql.TRIGGERS, database)) {
          while (row.next()) {
            TableName table = new TableName(database, row.getString(1));
            triggers.add(
                new Trigger(table, row.getString(2), row.getBoolean(3), row.getBoolean(4)));
          }
        }
        try (ResultSet row = about(statement, MariaDbSql.COMPUTED, database)) {
          while (row.next()) {
            TableName table = new TableName(database, row.getString(1));
            computed.add(new Structure.Computed(table, row.getString(2)));
          }
        }
        try (ResultSet row = about(statement, MariaDbSql.UNSAFE, database)) {
          while (row.next()) {
            unsafe.add(new TableName(database, row.getString(1)));
          }
        }
      }
      return new Structure(references, triggers, unsafe, computed);
    }
  }

  private static ResultSet about(Statement statement, String text, Optional<String> database)
      throws SQLException {
    return statement.executeQuery(MariaDbSql.about(text, database));
  }

  private static Map<List<String>, Rule> rules(Statement statement, Optional<String> database)
      throws SQLException {
    Map<List<String>, Rule> rules = new HashMap<>();
    try (ResultSet row = about(statement, MariaDbSql.DELETE_RULES, database)) {
      while (row.next()) {
        rules.put(List.of(row.getString(1), row.getString(2)), rule(row.getString(3)));
      }
    }
    return rules;
  }

  /** Those that stay within the databases that are read. */
  private List<Reference> references(
      Statement statement, Optional<String> database, Map<List<String>, Rule> rules)
      throws SQLException {
    Map<List<String>, Reference> found = new LinkedHashMap<>();
    try (ResultSet row = about(statement, MariaDbSql.FOREIGN_KEYS, database)) {
      while (row.next()) {
        boolean own = row.getBoolean(4);
        if (!own && !others.contains(row.getString(5))) {
          continue;
        }
        List<String> name = List.of(row.getString(1), row.getString(2));
        Optional<String> to = own ? Optional.empty() : Optional.of(row.getString(5));
        Reference next =
            new Reference(
                new TableName(database, row.getString(1)),
                List.of(row.getString(3)),
                new TableName(to, row.getString(6)),
                List.of(row.getString(7)),
                rules.getOrDefault(name, Rule.RESTRICT));
        found.merge(name, next, MariaDbActs::longer);
      }
    }
    return List.copyOf(found.values());
  }

  private static Reference longer(Reference known, Reference next) {
    List<String> columns = new ArrayList<>(known.columns());
    columns.addAll(next.columns());
    List<String> key = new ArrayList<>(known.key());
    key.addAll(next.key());
    return new Reference(known.table(), columns, known.to(), key, known.onDelete());
  }

  @Override
  public List<Check> checks(Connection connection, Set<TableName> tables) throws SQLException {
    List<Check> checks = new ArrayList<>();
    Map<Optional<String>, List<TableName>> byDatabase =
        tables.stream().collect(Collectors.groupingBy(TableName::schema));
    for (Map.Entry<Optional<String>, List<TableName>> each : byDatabase.entrySet()) {
      checks.addAll(checks(connection, each.getKey(), each.getValue()));
    }
    return checks;
  }

  private static List<Check> checks(
      Connection connection, Optional<String> database, List<TableName> tables)
      throws SQLException {
    List<Check> checks = new ArrayList<>();
    String text =
        MariaDbSql.about(MariaDbSql.CHECKS, database)
            + "("
            + repeated("?", tables.size())
            + ") order by 1, 2";
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      int at = 1;
      for (TableName table : tables) {
        statement.setString(at, table.name());
        at++;
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String condition = row.getString(3);
          checks.add(
              new Check(
                  new TableName(database, row.getString(1)),
                  row.getString(2),
                  named(condition),
                  condition));
        }
      }
    }
    return checks;
  }

  /** Whatever stands in quotes for names: the server puts every column into them. */
  private static List<String> named(String condition) {
    return NAME.matcher(condition)
        .results()
        .map(r -> r.group(1).replace("``", "`"))
        .distinct()
        .toList();
  }

  /** The server knows no rule that waits: each row is judged at once. */
  private static Rule rule(String written) {
    return switch (written) {
      case "CASCADE" -> Rule.CASCADE;
      case "SET NULL" -> Rule.SET_NULL;
      case "SET DEFAULT" -> Rule.SET_DEFAULT;
      default -> Rule.RESTRICT;
    };
  }

  @Override
  public String name(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  @Override
  public String relation(TableName table) {
    return table.schema().map(s -> name(s) + ".").orElse("") + name(table.name());
  }

  @Override
  public String rows(int number) {
    return number == 0 ? "upheld_held" : "upheld_rows_" + number;
  }

  @Override
  public List<String> open(String rows, List<String> keys, String select) {
    return List.of(
        "create temporary table "
            + rows
            + " (primary key ("
            + String.join(", ", keys)
            + ")) engine = InnoDB as "
            + select);
  }

  @Override
  public Optional<String> more(String rows, List<String> keys) {
    return Optional.empty();
  }

  @Override
  public String drop(String rows) {
    return "drop temporary table if exists " + rows;
  }

  @Override
  public String add(String rows, String columns, String select, boolean first) {
    return "insert into "
        + rows
        + " ("
        + columns
        + ") "
        + select
        + " on duplicate key update "
        + rows
        + ".fate = "
        + rows
        + ".fate";
  }

  /** Rows that were there already count as well. */
  @Override
  public boolean countsAdded() {
    return false;
  }

  @Override
  public Optional<String> grown(String rows) {
    return Optional.empty();
  }

  @Override
  public String update(String target, String alias, String set, List<Joined> joined, String where) {
    return "update " + from(target, alias, joined) + " set " + set + " where " + where;
  }

  @Override
  public String delete(String target, String alias, List<Joined> joined, String where) {
    return "delete " + alias + " from " + from(target, alias, joined) + " where " + where;
  }

  /** A delete from one table alone knows no alias before 11.6; one from several knows no limit. */
  @Override
  public String calledAlone(TableName table) {
    return table.name();
  }

  @Override
  public String deleteSome(String target, String condition, long atMost) {
    return "delete from " + target + " where " + condition + " limit " + atMost;
  }

  @Override
  public boolean deletesWhole() {
    return true;
  }

  private static String from(String target, String alias, List<Joined> joined) {
    return target
        + " as "
        + alias
        + joined.stream()
            .map(j -> " join " + j.table() + " as " + j.alias() + " on " + j.on())
            .collect(Collectors.joining());
  }

  @Override
  public String assigned(String alias, String column) {
    return alias + "." + name(column);
  }

  @Override
  public String text(String field) {
    return "cast(" + field + " as char character set utf8mb4) collate " + flavour.exact();
  }

  @Override
  public Bound among(String field, Description.Column column, Match match) {
    List<String> values = Blanks.possible(column, match);
    if (values.isEmpty()) {
      return Bound.of("false");
    }
    String exact = text(field);
    if (Blanks.folds(column, match)) {
      String each = "lower(trim(cast(? as char character set utf8mb4)))";
      String folded = "lower(trim(" + text(field) + "))";
      return new Bound(folded + " in (" + repeated(each, values.size()) + ")", List.copyOf(values));
    }
    if (column.type() != Description.Type.TEXT) {
      return new Bound(field + " in (" + repeated("?", values.size()) + ")", List.copyOf(values));
    }
    // the first finds by an index and takes some that look alike, the second only the same
    List<Object> twice = new ArrayList<>(values);
    twice.addAll(values);
    String marks = repeated("?", values.size());
    return new Bound(
        "(" + field + " in (" + marks + ") and " + exact + " in (" + marks + "))", twice);
  }

  private static String repeated(String piece, int times) {
    return String.join(", ", java.util.Collections.nCopies(times, piece));
  }

  @Override
  public Bound containing(String field, Description.Column column, List<String> words) {
    String like = "lower(" + text(field) + ") like ?";
    return new Bound(
        String.join(" or ", java.util.Collections.nCopies(words.size(), like)),
        words.stream().<Object>map(Blanks::within).toList());
  }

  @Override
  public Bound rewritten(String field, Description.Column column, Rewrite rewrite) {
    return switch (rewrite) {
      case Rewrite.Null() -> Bound.of("null");
      case Rewrite.Blank(String text) -> blank(column, text);
      case Rewrite.Unique(String prefix) -> unique(column, prefix);
      case Rewrite.Put(String value) -> new Bound("?", List.of(fixed(column, value)));
      case Rewrite.Masked(List<String> words, String marker) ->
          new Bound(
              "regexp_replace(" + text(field) + ", ?, ?)",
              List.of("(?i)" + Blanks.pattern(words), marker));
      case Rewrite.Without(List<Inside.Path> paths) -> without(field, paths);
    };
  }

  /** Truth is a number here. */
  private static String fixed(Description.Column column, String word) {
    if (column.type() == Description.Type.TEXT) {
      return word;
    }
    return word.equals("true") ? "1" : word.equals("false") ? "0" : word;
  }

  private static Bound blank(Description.Column column, String text) {
    return switch (column.type()) {
      case TEXT ->
          column.sqlType().equals(MariaDbType.DOCUMENT)
              ? Bound.of(NO_DOCUMENT)
              : new Bound("?", List.of(Blanks.cut(text, column)));
      case WHOLE, DECIMAL, BOOLEAN -> Bound.of("0");
      case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> Bound.of(Blanks.LONG_PAST);
      case BYTES -> Bound.of("''");
      case JSON -> Bound.of(NO_DOCUMENT);
      case UUID -> Bound.of("'00000000-0000-0000-0000-000000000000'");
      case ADDRESS, ARRAY, OTHER -> throw Blanks.unfit(column);
    };
  }

  private static Bound unique(Description.Column column, String prefix) {
    return switch (column.type()) {
      case TEXT -> {
        String whole = "concat(?, " + CHANCE + ")";
        String cut = column.length().map(n -> "right(" + whole + ", " + n + ")").orElse(whole);
        yield new Bound(cut, List.of(prefix));
      }
      case UUID -> Bound.of("uuid()");
      default -> throw Blanks.unfit(column);
    };
  }

  private static Bound without(String field, List<Inside.Path> paths) {
    List<Object> values = new ArrayList<>();
    paths.forEach(p -> values.add(written(p)));
    return new Bound("json_remove(" + field + ", " + repeated("?", values.size()) + ")", values);
  }

  /** What leads there by keys alone; a list on the way goes as a whole. */
  private static String written(Inside.Path path) {
    StringBuilder written = new StringBuilder("$");
    for (Inside.Step step : path.steps()) {
      if (step instanceof Inside.Step.Key key) {
        written.append(".\"").append(key.name().replace("\\", "\\\\").replace("\"", "\\\""));
        written.append('"');
      } else {
        break;
      }
    }
    return written.toString();
  }

  @Override
  public String locked(String select) {
    return select + " for update";
  }

  /** What says which partitions a statement would look into. */
  String explainParts() {
    return flavour == Flavour.MARIADB ? "explain partitions" : "explain";
  }

  @Override
  public PartWords parts() {
    return new MariaDbParts(this);
  }

  @Override
  public TableName memory() {
    return new TableName(Optional.empty(), MEMORY);
  }

  @Override
  public String memoryScript() {
    return """
        create table upheld_act (
          act varchar(80) primary key,
          plan varchar(64) not null,
          figures longtext not null,
          at varchar(40) not null) engine = InnoDB;
        grant select, insert on upheld_act to '%s'@'%%';
        """
        .formatted(endpoint.user().replace("'", "''"));
  }

  @Override
  public String addUp(String into, List<String> columns, int group, String select) {
    String names = columns.stream().map(this::name).collect(Collectors.joining(", "));
    String sums =
        columns.subList(group, columns.size()).stream()
            .map(c -> name(c) + " = " + name(c) + " + values(" + name(c) + ")")
            .collect(Collectors.joining(", "));
    // within a table of its own, so that its columns are not taken for those of the target
    String given =
        "with g ("
            + IntStream.range(0, columns.size())
                .mapToObj(i -> "g" + i)
                .collect(Collectors.joining(", "))
            + ") as ("
            + select
            + ") select * from g";
    return "insert into " + into + " (" + names + ") " + given + " on duplicate key update " + sums;
  }

  @Override
  public String firstDay(Totals.Grain grain, String field) {
    String form =
        switch (grain) {
          case DAY -> "%Y-%m-%d";
          case MONTH -> "%Y-%m-01";
          case YEAR -> "%Y-01-01";
        };
    return "cast(date_format(" + field + ", '" + form + "') as date)";
  }

  @Override
  public String instant() {
    return "utc_timestamp()";
  }

  @Override
  public String now() {
    return "date_format(utc_timestamp(3), '%Y-%m-%dT%H:%i:%s.%fZ')";
  }
}
