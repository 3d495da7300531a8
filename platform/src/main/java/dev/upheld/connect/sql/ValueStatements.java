package dev.upheld.connect.sql;

import dev.upheld.connect.Coarse;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * The statements of a search. Rows with candidates come with a column for each one searched, null
 * where its value is none, and at the end whether they are too long to come along.
 *
 * @param columns searched; at least one
 * @param only the rows meant
 */
record ValueStatements(Source source, List<Col> columns, Coarse coarse, Condition only) {

  /** Octets of text that one row may bring in a large piece. */
  private static final int LONGEST = 2_000;

  /** How many rows there are. */
  Select<?> count() {
    return DSL.select(DSL.count()).from(source.table()).where(only);
  }

  /** Rows with candidates, at most so many. */
  Select<?> some(int limit) {
    return DSL.select(shortRows())
        .from(source.table())
        .where(only)
        .and(any())
        .limit(DSL.inline(limit));
  }

  /** Every row with candidates. */
  Select<?> all() {
    return DSL.select(shortRows()).from(source.table()).where(only).and(any());
  }

  /** The rows that are too long for the others, marked as though they were not. */
  Select<?> rest() {
    List<Field<?>> fields = new ArrayList<>(values());
    fields.add(DSL.field("false"));
    return DSL.select(fields).from(source.table()).where(only).and(any()).and(DSL.not(fits()));
  }

  private List<Field<?>> shortRows() {
    List<Field<?>> fields = new ArrayList<>();
    for (Field<String> value : values()) {
      fields.add(DSL.field("case when {0} then {1} end", DSL.field(fits()), value));
    }
    fields.add(DSL.field(DSL.not(fits())));
    return fields;
  }

  private List<Field<String>> values() {
    return columns.stream()
        .map(
            c ->
                DSL.field(
                    "case when {0} then {1} end",
                    String.class, DSL.field(candidate(c)), dialect().carried(c)))
        .toList();
  }

  private Condition fits() {
    Field<Integer> total = DSL.inline(0);
    for (Col column : columns) {
      total =
          DSL.field(
              "{0} + coalesce(octet_length({1}), 0)",
              Integer.class, total, dialect().carried(column));
    }
    return DSL.condition("{0} <= {1}", total, DSL.inline(LONGEST));
  }

  private Condition any() {
    return DSL.or(columns.stream().map(this::candidate).toList());
  }

  private Condition candidate(Col column) {
    return dialect().coarse(coarse, column);
  }

  private Dialect dialect() {
    return source.dialect();
  }
}
