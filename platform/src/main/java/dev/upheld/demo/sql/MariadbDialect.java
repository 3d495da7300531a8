package dev.upheld.demo.sql;

import java.util.List;
import java.util.stream.Collectors;

/** MariaDB 10.6 or newer, with the sequence engine it brings. */
public record MariadbDialect() implements Dialect {

  @Override
  public String quote(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public String type(Type type) {
    return switch (type) {
      case BIG -> "bigint";
      case SMALL -> "smallint";
      case TEXT -> "varchar(190)";
      case LONG_TEXT -> "text";
      case COUNTRY -> "char(2)";
      case INSTANT -> "datetime";
      case DATE -> "date";
      case AMOUNT -> "decimal(12,2)";
      case WIDE -> "decimal(20,0)";
      case BOOLEAN -> "boolean";
      case ADDRESS -> "varbinary(16)";
      case JSON -> "json";
      case BYTES -> "blob";
    };
  }

  @Override
  public String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  @Override
  public String concat(List<String> parts) {
    return "CONCAT(" + String.join(", ", parts) + ")";
  }

  @Override
  public String pick(List<String> texts, String index) {
    String list = texts.stream().map(this::literal).collect(Collectors.joining(", "));
    return "ELT(1 + " + index + ", " + list + ")";
  }

  @Override
  public String div(String dividend, String divisor) {
    return "(" + dividend + " DIV " + divisor + ")";
  }

  @Override
  public String digits(String number, int width) {
    return "LPAD(" + number + ", " + width + ", '0')";
  }

  @Override
  public String hex(String number) {
    return "LOWER(HEX(" + number + "))";
  }

  @Override
  public String instant(String seconds) {
    return "FROM_UNIXTIME(" + seconds + ")";
  }

  @Override
  public String date(String seconds) {
    return "DATE(FROM_UNIXTIME(" + seconds + "))";
  }

  @Override
  public String yearEnd(String seconds) {
    return "DATE(CONCAT(YEAR(FROM_UNIXTIME(" + seconds + ")), '-12-31'))";
  }

  @Override
  public String address(String text) {
    return "INET6_ATON(" + text + ")";
  }

  @Override
  public String json(String text) {
    return text;
  }

  @Override
  public String bytes(String text) {
    return "CAST(" + text + " AS BINARY)";
  }

  @Override
  public String md5(String text) {
    return "MD5(" + text + ")";
  }

  @Override
  public String token(String text) {
    return "REPLACE(REPLACE(LEFT(TO_BASE64(UNHEX(MD5(" + text + "))), 22), '+', 'x'), '/', 'y')";
  }

  @Override
  public String base64Of256(String text) {
    return "LEFT(TO_BASE64(UNHEX(SHA2(" + text + ", 256))), 43)";
  }

  @Override
  public String bcryptForm(String text) {
    String hash = "TO_BASE64(UNHEX(SHA2(" + text + ", 384)))";
    return "CONCAT('$2b$12$', INSERT(LEFT(REPLACE(" + hash + ", '+', '.'), 52), 22, 1, 'u'), 'y')";
  }

  @Override
  public String series(long from, long to) {
    return "(SELECT CAST(seq AS SIGNED) AS n FROM seq_" + from + "_to_" + to + ") AS g";
  }

  @Override
  public boolean hasSchemas() {
    return false;
  }

  @Override
  public boolean transactionalDdl() {
    return false;
  }

  @Override
  public boolean keepsRowsInKeyOrder() {
    return true;
  }

  @Override
  public String tableOptions() {
    return " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4";
  }

  @Override
  public String index(String table, String columns) {
    return "ALTER TABLE " + table + " ADD INDEX (" + columns + ")";
  }

  @Override
  public List<String> beforeLoad() {
    return List.of(
        "SET SESSION time_zone = '+00:00'",
        "SET SESSION foreign_key_checks = 0",
        "SET SESSION unique_checks = 0",
        "SET SESSION sql_mode = 'STRICT_ALL_TABLES'");
  }

  @Override
  public String analyze(String table) {
    return "ANALYZE TABLE " + table;
  }

  @Override
  public String comment(String table, String text) {
    return "ALTER TABLE " + table + " COMMENT = " + literal(text);
  }

  @Override
  public String commentInDefinition(String text) {
    return " COMMENT " + literal(text);
  }

  @Override
  public List<String> columnComment(String table, String column, String text) {
    return List.of();
  }

  @Override
  public String dropTable(String table) {
    return "DROP TABLE IF EXISTS " + table;
  }
}
