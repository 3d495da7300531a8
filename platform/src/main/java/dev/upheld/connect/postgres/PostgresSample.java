package dev.upheld.connect.postgres;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.sql.Col;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Where some rows of a table come from. Of a small table all that are wanted; of a large one every
 * n-th row of some pages chosen by chance, always the same, so that old and new rows are among
 * them.
 *
 * @param percent of the pages; 100 is all
 * @param every so many rows one is taken
 * @param read rows at most, whatever the estimate said
 * @param rows taken at most
 */
record PostgresSample(Table<?> relation, double percent, long every, long read, int rows) {
  private static final Name HERE = DSL.name("t");
  private static final Name THERE = DSL.name("r");
  private static final Name PLACE = DSL.name("upheld place");

  /** Fewer rows than these lie on too few pages to choose among. */
  private static final long WIDE = 4_000;

  /** Chance may bring fewer pages than wanted. */
  private static final double MARGIN = 1.1;

  private static final double LEAST_PERCENT = 0.0001;

  /** Octets, as stored, of a value that is not written out for its beginning. */
  private static final int HEAVY = 1_000_000;

  static PostgresSample of(Description.Table table, Table<?> relation, int rows) {
    boolean paged = table.kind() == TableKind.TABLE || table.kind() == TableKind.MATERIALIZED_VIEW;
    long wide = Math.max(WIDE, rows);
    if (!paged || table.estimate() <= rows * MARGIN) {
      return new PostgresSample(relation, 100, 1, rows, rows);
    }
    if (table.estimate() <= wide * MARGIN) {
      return new PostgresSample(
          relation, 100, Math.max(1, table.estimate() / rows), 2 * wide, rows);
    }
    double percent = Math.max(LEAST_PERCENT, 100 * MARGIN * wide / table.estimate());
    return new PostgresSample(relation, percent, Math.max(1, wide / rows), 4 * wide, rows);
  }

  /**
   * @param columns all that the fields are made of, written over {@code t}
   */
  Select<?> select(List<Col> columns, List<Field<?>> fields) {
    Table<?> from = percent < 100 ? pages() : relation.as(THERE);
    if (every == 1) {
      return DSL.select(fields)
          .from(DSL.select(raw(columns)).from(from).limit(DSL.inline(rows)).asTable(HERE));
    }
    List<SelectFieldOrAsterisk> numbered = new ArrayList<>(raw(columns));
    numbered.add(DSL.field("row_number() over ()").as(PLACE));
    Field<Long> place = DSL.field(DSL.name(HERE, PLACE), Long.class);
    return DSL.select(fields)
        .from(DSL.select(numbered).from(from).limit(DSL.inline(read)).asTable(HERE))
        .where(DSL.condition("{0} % {1} = 0", place, DSL.inline(every)))
        .limit(DSL.inline(rows));
  }

  private Table<?> pages() {
    return DSL.table(
        "{0} as {1} tablesample system ({2}) repeatable (1)",
        relation, THERE, DSL.inline(BigDecimal.valueOf(percent)));
  }

  /** As stored: a long value is a mark where it lies, until somebody looks into it. */
  private static List<Field<?>> raw(List<Col> columns) {
    List<Field<?>> raw = new ArrayList<>();
    columns.forEach(c -> raw.add(DSL.field(DSL.name(THERE, DSL.name(c.column().name())))));
    return raw;
  }

  static Field<String> beginning(Col column, Field<String> carried, int characters) {
    return switch (column.type()) {
      case BYTES ->
          DSL.field(
              "encode(substring({0} from 1 for {1}), 'hex')",
              String.class, column.field(), DSL.inline(characters / 2));
      case TEXT,
          WHOLE,
          DECIMAL,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          JSON,
          UUID,
          ARRAY,
          OTHER ->
          DSL.field("left({0}, {1})", String.class, carried, DSL.inline(characters));
    };
  }

  /** Text and bytes are cut where they are stored; everything else is written out first. */
  static Optional<Condition> heavy(Col column) {
    return switch (column.type()) {
      case JSON, ARRAY, OTHER ->
          Optional.of(
              DSL.condition("pg_column_size({0}) > {1}", column.field(), DSL.inline(HEAVY)));
      case TEXT,
          BYTES,
          WHOLE,
          DECIMAL,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          UUID ->
          Optional.empty();
    };
  }
}
