package dev.upheld.connect.mariadb;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.TableKind;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Where some rows of a table come from. The server cannot choose pages by chance, but walks along a
 * key from either end, and from anywhere where the key is a number; so a large table is read in
 * pieces. Without a key only its first rows are.
 */
final class MariaDbSample {
  private static final String HERE = "t";
  private static final int PIECES = 4;

  /** Smaller tables would give the same rows in several pieces. */
  private static final int LARGE = 4;

  private MariaDbSample() {}

  /**
   * @param fields written over {@code t}
   */
  static Select<?> select(
      Description.Table table, Table<?> relation, List<Field<?>> fields, int rows) {
    boolean pieces =
        table.kind() == TableKind.TABLE
            && !table.key().isEmpty()
            && table.estimate() > (long) LARGE * rows
            && rows >= PIECES;
    if (!pieces) {
      return DSL.select(fields).from(relation.as(DSL.name(HERE))).limit(DSL.inline(rows));
    }
    return number(table)
        .<Select<?>>map(key -> byNumber(relation, fields, key, rows))
        .orElseGet(() -> ends(relation.as(DSL.name(HERE)), fields, key(table), rows));
  }

  private static List<Field<Object>> key(Description.Table table) {
    return table.key().stream().map(k -> DSL.field(DSL.name(HERE, k))).toList();
  }

  private static Optional<Column> number(Description.Table table) {
    return Optional.of(table.key())
        .filter(key -> key.size() == 1)
        .flatMap(key -> table.column(key.getFirst()))
        .filter(column -> column.type() == Description.Type.WHOLE);
  }

  /** The last rows, the first, and some that follow a third and two thirds of the way. */
  private static Select<?> byNumber(
      Table<?> relation, List<Field<?>> fields, Column number, int rows) {
    Field<Object> key = DSL.field(DSL.name(HERE, number.name()));
    Table<?> from = relation.as(DSL.name(HERE));
    int piece = rows / PIECES;
    Select<Record> all = ends(from, fields, List.of(key), rows - 2 * piece);
    for (int third = 1; third <= 2; third++) {
      Condition beyond =
          DSL.condition(
              "{0} >= (select min({1}) + (max({1}) - min({1})) div 3 * {2} from {3} as k)",
              key, DSL.field(DSL.name("k", number.name())), DSL.inline(third), relation);
      all =
          all.unionAll(
              DSL.select(fields).from(from).where(beyond).orderBy(key).limit(DSL.inline(piece)));
    }
    return all;
  }

  private static Select<Record> ends(
      Table<?> from, List<Field<?>> fields, List<Field<Object>> key, int rows) {
    int first = rows / 2;
    return DSL.select(fields)
        .from(from)
        .orderBy(key.stream().map(Field::desc).toList())
        .limit(DSL.inline(rows - first))
        .unionAll(DSL.select(fields).from(from).orderBy(key).limit(DSL.inline(first)));
  }
}
