package dev.upheld.demo.sql;

import java.util.List;

/**
 * How one kind of database says what the tables of Nimbus need. Arguments and results are SQL
 * expressions; instants are whole seconds since 1970 until they are stored.
 */
public sealed interface Dialect permits PostgresDialect, MariadbDialect {

  /** The identifier in quotes, whatever it holds. */
  String quote(String identifier);

  /** The type as in CREATE TABLE. */
  String type(Type type);

  /** A text literal. */
  String literal(String text);

  /** Texts and numbers joined to one text. */
  String concat(List<String> parts);

  /** The element of a list at an index that starts at 0. */
  String pick(List<String> texts, String index);

  /** Whole division. */
  String div(String dividend, String divisor);

  /** A number with leading zeros. */
  String digits(String number, int width);

  /** A whole number in lower-case hexadecimal digits. */
  String hex(String number);

  /** An instant as the type for instants. */
  String instant(String seconds);

  /** The day of an instant in UTC. */
  String date(String seconds);

  /** The last day of the year of an instant in UTC, as a date. */
  String yearEnd(String seconds);

  /** A network address in text as the type for addresses. */
  String address(String text);

  /** A JSON text as the type for JSON. */
  String json(String text);

  /** A text as bytes in UTF-8. */
  String bytes(String text);

  /** The lower-case hexadecimal MD5 of a text. */
  String md5(String text);

  /** 22 letters and digits that depend on the text. */
  String token(String text);

  /** 43 characters in Base64 that depend on the text. */
  String base64Of256(String text);

  /** What looks like a bcrypt hash of cost 12: the form only, at the price of one SHA-384. */
  String bcryptForm(String text);

  /** A table of one column {@code n} with the whole numbers of a range, both ends included. */
  String series(long from, long to);

  /** Whether a row can belong to a schema within the database. */
  boolean hasSchemas();

  /** Whether tables can be created and filled in one transaction. */
  boolean transactionalDdl();

  /** Whether the primary key belongs into CREATE TABLE, because the rows lie in it. */
  boolean keepsRowsInKeyOrder();

  /** What follows the columns in CREATE TABLE; may be empty. */
  String tableOptions();

  /** The statement that adds an index without a name. */
  String index(String table, String columns);

  /** What a session runs before it loads. */
  List<String> beforeLoad();

  /** The statement that refreshes the statistics of a table. */
  String analyze(String table);

  /** The statements that put a comment on a table. */
  String comment(String table, String text);

  /** What follows the type of a column with a comment in CREATE TABLE; may be empty. */
  String commentInDefinition(String text);

  /** The statement that gives a column a comment; none where CREATE TABLE says it. */
  List<String> columnComment(String table, String column, String text);

  /** The statement that removes a table if it is there. */
  String dropTable(String table);
}
