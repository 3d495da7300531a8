package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shapes;

/** Shapes of the names of tables and columns. */
final class NameShapes {
  private NameShapes() {}

  static Literal column() {
    return Literal.of("a column name", "created_at", "[^\\s](.*[^\\s])?");
  }

  /** A column or a part of one; what a part may look like, the reader of names says. */
  static Literal field() {
    return Literal.of(
        "a column name, or a part of one as column->path or column[keycolumn=key]",
        "profile->contact.email",
        "[^\\s](.*[^\\s])?");
  }

  static Shape columns() {
    return Shapes.oneOrMore(column());
  }

  static Literal table() {
    return Literal.of(
        "a table name, as table or schema.table, parts with dots in double quotes, a quote in one doubled",
        "archive.account",
        name(1, 2));
  }

  static Literal reference(String example, int fewest) {
    return Literal.of(
        "a place or table and a column, with a dot between", example, name(fewest, 3));
  }

  /** A place, or a place and a column; with the system before a slash where it is another. */
  static Literal target(String example) {
    return Literal.of(
        "a place, or a place and a column with a dot between; with another system and a slash"
            + " before",
        example,
        "([a-z][a-z0-9]*(-[a-z0-9]+)*/)?" + name(1, 3));
  }

  private static String name(int fewest, int most) {
    String part = "(\"([^\"]|\"\")+\"|[^\\s\".]([^\".]*[^\\s\".])?)";
    return part + "([.]" + part + "){" + (fewest - 1) + "," + (most - 1) + "}";
  }
}
