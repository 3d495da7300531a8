package dev.upheld.demo.sql;

import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL 13 or newer. */
public record PostgresDialect() implements Dialect {

  @Override
  public String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public String type(Type type) {
    return switch (type) {
      case BIG -> "bigint";
      case SMALL -> "smallint";
      case TEXT, LONG_TEXT -> "text";
      case COUNTRY -> "char(2)";
      case INSTANT -> "timestamptz";
      case DATE -> "date";
      case AMOUNT -> "numeric(12,2)";
      case WIDE -> "numeric(20,0)";
      case BOOLEAN -> "boolean";
      case ADDRESS -> "inet";
      case JSON -> "jsonb";
      case BYTES -> "bytea";
    };
  }

  @Override
  public String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public String concat(List<String> parts) {
    // '' first, so that two numbers side by side are text too
    return "('' || " + String.join(" || ", parts) + ")";
  }

  @Override
  public String pick(List<String> texts, String index) {
    String list = texts.stream().map(this::literal).collect(Collectors.joining(", "));
    return "(ARRAY[" + list + "])[1 + CAST(" + index + " AS integer)]";
  }

  @Override
  public String div(String dividend, String divisor) {
    return "(" + dividend + " / " + divisor + ")";
  }

  @Override
  public String digits(String number, int width) {
    return "lpad(CAST(" + number + " AS text), " + width + ", '0')";
  }

  @Override
  public String hex(String number) {
    return "to_hex(" + number + ")";
  }

  @Override
  public String instant(String seconds) {
    return "to_timestamp(" + seconds + ")";
  }

  @Override
  public String date(String seconds) {
    return "CAST(to_timestamp(" + seconds + ") AT TIME ZONE 'UTC' AS date)";
  }

  @Override
  public String yearEnd(String seconds) {
    return "make_date(CAST(extract(year FROM to_timestamp("
        + seconds
        + ") AT TIME ZONE 'UTC') AS integer), 12, 31)";
  }

  @Override
  public String address(String text) {
    return "CAST(" + text + " AS inet)";
  }

  @Override
  public String json(String text) {
    return "CAST(" + text + " AS jsonb)";
  }

  @Override
  public String bytes(String text) {
    return "convert_to(" + text + ", 'UTF8')";
  }

  @Override
  public String md5(String text) {
    return "md5(" + text + ")";
  }

  @Override
  public String token(String text) {
    return "translate(left(encode(decode(md5(" + text + "), 'hex'), 'base64'), 22), '+/', 'xy')";
  }

  @Override
  public String base64Of256(String text) {
    return "left(encode(sha256(convert_to(" + text + ", 'UTF8')), 'base64'), 43)";
  }

  @Override
  public String bcryptForm(String text) {
    String hash = "encode(sha384(convert_to(" + text + ", 'UTF8')), 'base64')";
    return "('$2b$12$' || overlay(left(replace("
        + hash
        + ", '+', '.'), 52) placing 'u' from 22 for 1) || 'y')";
  }

  @Override
  public String series(long from, long to) {
    return "generate_series(CAST(" + from + " AS bigint), " + to + ") AS g(n)";
  }

  @Override
  public boolean hasSchemas() {
    return true;
  }

  @Override
  public boolean transactionalDdl() {
    return true;
  }

  @Override
  public boolean keepsRowsInKeyOrder() {
    return false;
  }

  @Override
  public String tableOptions() {
    return "";
  }

  @Override
  public String index(String table, String columns) {
    return "CREATE INDEX ON " + table + " (" + columns + ")";
  }

  @Override
  public List<String> beforeLoad() {
    return List.of(
        "SET synchronous_commit = off",
        "SET maintenance_work_mem = '128MB'",
        "SET jit = off",
        "SET TIME ZONE 'UTC'");
  }

  @Override
  public String analyze(String table) {
    return "VACUUM (ANALYZE) " + table;
  }

  @Override
  public String comment(String table, String text) {
    return "COMMENT ON TABLE " + table + " IS " + literal(text);
  }

  @Override
  public String commentInDefinition(String text) {
    return "";
  }

  @Override
  public List<String> columnComment(String table, String column, String text) {
    return List.of("COMMENT ON COLUMN " + table + "." + column + " IS " + literal(text));
  }

  @Override
  public String dropTable(String table) {
    return "DROP TABLE IF EXISTS " + table + " CASCADE";
  }
}
