package dev.upheld.connect.postgres;

import dev.upheld.connect.sql.Col;
import dev.upheld.connect.sql.ValueScan;
import dev.upheld.connect.sql.ValueStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Finds values in one pass that PostgreSQL may share among its workers: rows are grouped by their
 * candidates, so that the many without any make one group and equal candidates travel once. A
 * cursor would cost the workers; it is left to tables with more candidates than fit.
 */
record PostgresValues(PostgresDialect dialect, ValueScan scan) {

  ValueStatements statements() {
    return new ValueStatements(
        ValueStatements.Kind.GROUPS, grouped(), streamed(), Optional.of(rest()));
  }

  private Select<?> grouped() {
    Field<Object> values = DSL.field(DSL.name("g", "values"), Object.class);
    Field<Long> n = DSL.field(DSL.name("g", "n"), Long.class);
    Field<Object> candidates = DSL.field(DSL.name("r", "values"), Object.class);
    Table<?> rows =
        DSL.select(key().as(DSL.name("values")))
            .from(scan.from())
            .where(scan.only())
            .asTable(DSL.name("r"));
    Table<?> groups =
        DSL.select(candidates, DSL.count().as(DSL.name("n")))
            .from(rows)
            .groupBy(candidates)
            .asTable(DSL.name("g"));
    return DSL.select(values, n, DSL.sum(n).over().as(DSL.name("rows")))
        .from(groups)
        .limit(DSL.inline(ValueStatements.GROUPS + 1));
  }

  private Field<?> key() {
    return DSL.field(
        "case when {0} then case when {1} then array[{2}] else cast(array[] as text[]) end end",
        DSL.field(any()), DSL.field(fits()), DSL.list(values()));
  }

  private Condition fits() {
    Field<Integer> total = DSL.inline(0);
    for (Col column : scan.columns()) {
      total =
          DSL.field(
              "{0} + coalesce(octet_length({1}), 0)",
              Integer.class, total, dialect.carried(column));
    }
    return DSL.condition("{0} <= {1}", total, DSL.inline(ValueStatements.LONGEST));
  }

  private Select<?> streamed() {
    List<Field<?>> fields = new ArrayList<>();
    for (Field<String> value : values()) {
      fields.add(DSL.field("case when {0} then {1} end", DSL.field(fits()), value));
    }
    fields.add(DSL.field(DSL.not(fits())));
    return DSL.select(fields).from(scan.from()).where(scan.only()).and(any());
  }

  private Select<?> rest() {
    return DSL.select(values())
        .from(scan.from())
        .where(scan.only())
        .and(any())
        .and(DSL.not(fits()));
  }

  private List<Field<String>> values() {
    return scan.columns().stream()
        .map(
            c ->
                DSL.field(
                    "case when {0} then {1} end",
                    String.class, DSL.field(candidate(c)), dialect.carried(c)))
        .toList();
  }

  private Condition any() {
    return DSL.or(scan.columns().stream().map(this::candidate).toList());
  }

  private Condition candidate(Col column) {
    return dialect.coarse(scan.coarse(), column);
  }
}
