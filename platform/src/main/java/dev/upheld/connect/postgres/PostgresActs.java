package dev.upheld.connect.postgres;

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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How PostgreSQL gathers and changes rows. */
record PostgresActs(Endpoint endpoint) implements ActWords {
  private static final long LONGEST_LOCK_MILLIS = 10_000;
  private static final Pattern PLAIN_TEXT = Pattern.compile("text|character.*|citext|name");
  private static final String CHANCE = "md5(random()::text || clock_timestamp()::text)";

  @Override
  public void begin(Connection connection, Locks locks) throws SQLException {
    long timeout = endpoint.statementTimeout().toMillis();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set transaction isolation level read committed, read write;"
              + "set local search_path to pg_catalog, pg_temp;"
              + "set local statement_timeout to "
              + timeout
              + ";set local lock_timeout to "
              + Math.min(timeout, LONGEST_LOCK_MILLIS)
              + ";set local jit to off;set local timezone to 'UTC';"
              + "set local datestyle to 'ISO, YMD';"
              + "set local standard_conforming_strings to on");
    }
  }

  @Override
  public Structure structure(Connection connection) throws SQLException {
    List<Reference> references = new ArrayList<>();
    List<Trigger> triggers = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(PostgresSql.REFERENCES)) {
        while (row.next()) {
          references.add(
              new Reference(
                  table(row, 1), strings(row, 3), table(row, 4), strings(row, 6), rule(row, 7)));
        }
      }
      try (ResultSet row = statement.executeQuery(PostgresSql.TRIGGERS)) {
        while (row.next()) {
          triggers.add(
              new Trigger(table(row, 1), row.getString(3), row.getBoolean(4), row.getBoolean(5)));
        }
      }
    }
    return new Structure(
        references.stream().distinct().toList(),
        triggers.stream().distinct().toList(),
        Set.of(),
        computed(connection));
  }

  private static Set<Structure.Computed> computed(Connection connection) throws SQLException {
    Set<Structure.Computed> computed = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PostgresSql.COMPUTED)) {
      while (row.next()) {
        computed.add(new Structure.Computed(table(row, 1), row.getString(3)));
      }
    }
    return computed;
  }

  @Override
  public List<Check> checks(Connection connection, Set<TableName> tables) throws SQLException {
    List<Check> checks = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PostgresSql.CHECKS)) {
      Object[] names = tables.stream().map(TableName::name).distinct().toArray();
      statement.setArray(1, connection.createArrayOf("text", names));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          checks.add(new Check(table(row, 1), row.getString(3), strings(row, 4), row.getString(5)));
        }
      }
    }
    return checks;
  }

  private static TableName table(ResultSet row, int column) throws SQLException {
    return new TableName(Optional.of(row.getString(column)), row.getString(column + 1));
  }

  private static List<String> strings(ResultSet row, int column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static Rule rule(ResultSet row, int column) throws SQLException {
    return switch (row.getString(column)) {
      case "r" -> Rule.RESTRICT;
      case "c" -> Rule.CASCADE;
      case "n" -> Rule.SET_NULL;
      case "d" -> Rule.SET_DEFAULT;
      default -> Rule.NO_ACTION;
    };
  }

  @Override
  public Optional<String> mark() {
    return Optional.of(PostgresSql.MARK);
  }

  @Override
  public String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String relation(TableName table) {
    return name(table.schema().orElse("public")) + "." + name(table.name());
  }

  @Override
  public String rows(int number) {
    return number == 0 ? "pg_temp.upheld_held" : "pg_temp.upheld_rows_" + number;
  }

  @Override
  public List<String> open(String rows, List<String> keys, String select) {
    String bare = rows.substring("pg_temp.".length());
    return List.of("create temporary table " + bare + " as " + select);
  }

  /** A key costs as much as the rows: it comes when it is first wanted. */
  @Override
  public Optional<String> more(String rows, List<String> keys) {
    return Optional.of(
        "alter table " + rows + " add primary key (" + String.join(", ", keys) + ")");
  }

  @Override
  public String drop(String rows) {
    return "drop table if exists " + rows;
  }

  @Override
  public String add(String rows, String columns, String select, boolean first) {
    String each = first ? "" : " on conflict do nothing";
    return "insert into " + rows + " (" + columns + ") " + select + each;
  }

  @Override
  public String givenKeys() {
    return " overriding system value";
  }

  @Override
  public boolean countsAdded() {
    return true;
  }

  @Override
  public Optional<String> grown(String rows) {
    return Optional.of("analyze " + rows);
  }

  @Override
  public String update(String target, String alias, String set, List<Joined> joined, String where) {
    return "update "
        + target
        + " as "
        + alias
        + " set "
        + set
        + " from "
        + from(joined)
        + " where "
        + on(joined)
        + " and "
        + where;
  }

  @Override
  public String delete(String target, String alias, List<Joined> joined, String where) {
    return "delete from "
        + target
        + " as "
        + alias
        + " using "
        + from(joined)
        + " where "
        + on(joined)
        + " and "
        + where;
  }

  @Override
  public String calledAlone(TableName table) {
    return "t";
  }

  /**
   * By where the rows lie, which is the shortest way to them. That names a row within one table
   * alone, so that rows of partitions are not meant. The condition is asked a second time: where
   * another session changes a row that the statement waits for, only what is said of the row itself
   * is surely looked at again.
   */
  @Override
  public String deleteSome(String target, String condition, long atMost) {
    String rows = "from only " + target + " as t where ";
    return "delete "
        + rows
        + "t.ctid = any (array(select t.ctid "
        + rows
        + condition
        + " limit "
        + atMost
        + ")) and "
        + condition;
  }

  @Override
  public boolean deletesWhole() {
    return false;
  }

  private static String from(List<Joined> joined) {
    return joined.stream()
        .map(j -> j.table() + " as " + j.alias())
        .collect(Collectors.joining(", "));
  }

  private static String on(List<Joined> joined) {
    return joined.stream().map(Joined::on).collect(Collectors.joining(" and "));
  }

  @Override
  public String assigned(String alias, String column) {
    return name(column);
  }

  @Override
  public String text(String field) {
    return "cast(" + field + " as text)";
  }

  @Override
  public Bound among(String field, Description.Column column, Match match) {
    List<String> values = Blanks.possible(column, match);
    Object array = values.toArray(String[]::new);
    if (values.isEmpty()) {
      return Bound.of("false");
    }
    if (Blanks.folds(column, match)) {
      return new Bound(
          "lower(btrim(cast("
              + field
              + " as text))) in (select lower(btrim(v)) from unnest(cast(? as text[])) as v)",
          List.of(array));
    }
    String type =
        switch (column.type()) {
          case WHOLE -> "bigint";
          case DECIMAL -> "numeric";
          case UUID -> "uuid";
          default -> "text";
        };
    boolean asText = type.equals("text") && !plainText(column);
    String left = asText ? text(field) : field;
    return new Bound(left + " = any (cast(? as " + type + "[]))", List.of(array));
  }

  /** Of a type whose index serves comparison with text. */
  private static boolean plainText(Description.Column column) {
    return column.sqlType().equals("text") || column.sqlType().startsWith("character varying");
  }

  @Override
  public Bound containing(String field, Description.Column column, List<String> words) {
    String value =
        column.type() == Description.Type.BYTES ? "encode(" + field + ", 'escape')" : text(field);
    Object any = words.stream().map(Blanks::within).toArray(String[]::new);
    return new Bound("lower(" + value + ") like any (cast(? as text[]))", List.of(any));
  }

  @Override
  public Bound rewritten(String field, Description.Column column, Rewrite rewrite) {
    return switch (rewrite) {
      case Rewrite.Null() -> Bound.of("null");
      case Rewrite.Blank(String text) -> blank(column, text);
      case Rewrite.Unique(String prefix) -> unique(column, prefix);
      case Rewrite.Put(String value) -> put(column, value);
      case Rewrite.Masked(List<String> words, String marker) ->
          masked(field, column, words, marker);
      case Rewrite.Without(List<Inside.Path> paths) -> without(field, column, paths);
    };
  }

  /**
   * Text is not cast to its column's length, since a cast would cut it without a word; the name of
   * an enumeration's value has to be cast.
   */
  private static Bound put(Description.Column column, String value) {
    boolean cuts = column.length().isPresent() || PLAIN_TEXT.matcher(column.sqlType()).matches();
    boolean text = column.type() == Description.Type.TEXT && cuts;
    return new Bound("cast(? as " + (text ? "text" : column.sqlType()) + ")", List.of(value));
  }

  private static Bound blank(Description.Column column, String text) {
    return switch (column.type()) {
      case TEXT -> new Bound("cast(? as text)", List.of(Blanks.cut(text, column)));
      case WHOLE, DECIMAL -> Bound.of("0");
      case BOOLEAN -> Bound.of("false");
      case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> Bound.of(Blanks.LONG_PAST);
      case BYTES -> Bound.of("'\\x'");
      case JSON, ARRAY -> Bound.of("'{}'");
      case UUID -> Bound.of("'00000000-0000-0000-0000-000000000000'");
      case ADDRESS, OTHER -> throw Blanks.unfit(column);
    };
  }

  private static Bound unique(Description.Column column, String prefix) {
    return switch (column.type()) {
      case TEXT -> {
        String whole = "(cast(? as text) || " + CHANCE + ")";
        String cut = column.length().map(n -> "right(" + whole + ", " + n + ")").orElse(whole);
        yield new Bound(cut, List.of(prefix));
      }
      case UUID -> Bound.of("cast(" + CHANCE + " as uuid)");
      default -> throw Blanks.unfit(column);
    };
  }

  private Bound masked(String field, Description.Column column, List<String> words, String marker) {
    String text = column.type() == Description.Type.TEXT ? field : text(field);
    String replaced = "regexp_replace(" + text + ", ?, ?, 'gi')";
    String back =
        column.type() == Description.Type.JSON
            ? "cast(" + replaced + " as " + column.sqlType() + ")"
            : replaced;
    return new Bound(back, List.of(Blanks.pattern(words), marker));
  }

  private static Bound without(String field, Description.Column column, List<Inside.Path> paths) {
    String document = "cast(" + field + " as jsonb)";
    List<Object> values = new ArrayList<>();
    for (Inside.Path path : paths) {
      document += " #- cast(? as text[])";
      values.add(keys(path).toArray(String[]::new));
    }
    return new Bound("cast(" + document + " as " + column.sqlType() + ")", values);
  }

  /** What leads there by keys alone; a list on the way goes as a whole. */
  private static List<String> keys(Inside.Path path) {
    List<String> keys = new ArrayList<>();
    for (Inside.Step step : path.steps()) {
      if (step instanceof Inside.Step.Key key) {
        keys.add(key.name());
      } else {
        break;
      }
    }
    return keys;
  }

  @Override
  public String locked(String select) {
    return select + " for update of t";
  }

  @Override
  public PartWords parts() {
    return new PostgresParts(this);
  }

  @Override
  public TableName memory() {
    return new TableName(Optional.of("public"), MEMORY);
  }

  @Override
  public String memoryScript() {
    return """
        create table public.upheld_act (
          act varchar(80) primary key,
          plan varchar(64) not null,
          figures text not null,
          at varchar(40) not null);
        grant select, insert on public.upheld_act to "%s";
        """
        .formatted(endpoint.user().replace("\"", "\"\""));
  }

  @Override
  public String addUp(String into, List<String> columns, int group, String select) {
    String names = columns.stream().map(this::name).collect(Collectors.joining(", "));
    String keys =
        columns.subList(0, group).stream().map(this::name).collect(Collectors.joining(", "));
    String sums =
        columns.subList(group, columns.size()).stream()
            .map(c -> name(c) + " = c." + name(c) + " + excluded." + name(c))
            .collect(Collectors.joining(", "));
    return "insert into "
        + into
        + " as c ("
        + names
        + ") "
        + select
        + " on conflict ("
        + keys
        + ") do update set "
        + sums;
  }

  @Override
  public String firstDay(Totals.Grain grain, String field) {
    return "cast(date_trunc('"
        + grain.name().toLowerCase(Locale.ROOT)
        + "', "
        + field
        + ") as date)";
  }

  @Override
  public String instant() {
    return "clock_timestamp()";
  }

  @Override
  public String now() {
    return "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
  }
}
