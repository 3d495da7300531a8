package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Brings every value of some columns. Rows of a known size come in large pieces; a row with a long
 * value comes by itself, the value in slices that overlap, so that memory stays bounded whatever
 * somebody stored.
 */
final class SiftPlan {
  /** Rows of a large piece. */
  private static final int PIECE = 1_000;

  /** Octets that one row may bring in a large piece. */
  private static final int LONGEST = 24_000;

  /** Characters or octets of a slice. */
  private static final int SLICE = 1_000_000;

  /** What two slices share: longer than anything that is looked for. */
  private static final int SHARED = 300;

  /** Characters up to which a column is never long. */
  private static final int SHORT = 1_000;

  private final Source source;
  private final List<Col> columns;
  private final List<Col> wide;
  private final List<Field<?>> clock;
  private final Question.Sift question;

  private SiftPlan(Source source, Question.Sift question, ZoneId zone) {
    this.source = source;
    this.question = question;
    this.columns = source.columns(question.columns());
    this.wide = columns.stream().filter(SiftPlan::mayBeLong).toList();
    Clocks clocks = new Clocks(source, zone);
    this.clock =
        question.clock().stream()
            .<Field<?>>map(c -> source.dialect().seconds(clocks.moment(c), zone))
            .toList();
  }

  static Plan<Answer.RowCount> of(Question.Sift question, Source source, ZoneId zone) {
    if (question.columns().isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.UNFIT,
              "A search in " + question.table() + " names no column.",
              "Name the columns to search."));
    }
    SiftPlan plan = new SiftPlan(source, question, zone);
    List<String> texts = new ArrayList<>(List.of(plan.all()));
    if (!plan.wide.isEmpty()) {
      texts.add(plan.slice(0));
    }
    return new Plan<>(texts, source.touched(), plan::ask);
  }

  private static boolean mayBeLong(Col column) {
    return switch (column.type()) {
      case TEXT, BYTES -> column.column().length().filter(n -> n <= SHORT).isEmpty();
      case JSON, ARRAY, OTHER -> true;
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID -> false;
    };
  }

  /** As it lies there where that is text already, else written out. */
  private Field<?> value(Col column) {
    return switch (column.type()) {
      case TEXT, BYTES -> column.field();
      case WHOLE,
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
          source.dialect().text(column);
    };
  }

  private Condition fits() {
    Field<?> total = DSL.inline(0);
    for (Col column : wide) {
      total = DSL.field("{0} + coalesce(octet_length({1}), 0)", total, value(column));
    }
    return DSL.condition("{0} <= {1}", total, DSL.inline(LONGEST));
  }

  private String all() {
    List<Field<?>> fields = new ArrayList<>();
    columns.forEach(c -> fields.add(value(c)));
    fields.addAll(clock);
    var from = DSL.select(fields).from(source.table());
    return source.dialect().rendering().text(wide.isEmpty() ? from : from.where(fits()));
  }

  /** The n-th slice of every long value, and with the first all others of its row. */
  private String slice(int n) {
    int beginning = 1 + n * SLICE;
    List<Field<?>> fields = new ArrayList<>();
    for (Col column : columns) {
      fields.add(
          wide.contains(column)
              ? DSL.field(
                  "substr({0}, {1}, {2})",
                  value(column), DSL.inline(beginning), DSL.inline(SLICE + SHARED))
              : n == 0 ? value(column) : DSL.field("null"));
    }
    fields.addAll(clock);
    Condition there = DSL.not(fits());
    if (n > 0) {
      Condition longer = DSL.noCondition();
      for (Col column : wide) {
        longer =
            longer.or(
                DSL.condition("octet_length({0}) > {1}", value(column), DSL.inline(n * SLICE)));
      }
      there = there.and(longer);
    }
    return source.dialect().rendering().text(DSL.select(fields).from(source.table()).where(there));
  }

  private Answer.RowCount ask(Runs runs) throws SQLException {
    long rows = runs.stream(all(), PIECE, result -> read(result, runs));
    if (!wide.isEmpty()) {
      long further = runs.stream(slice(0), 1, result -> read(result, runs));
      rows += further;
      for (int n = 1; further > 0 && n <= Integer.MAX_VALUE / SLICE - 1; n++) {
        further = runs.stream(slice(n), 1, result -> read(result, runs));
      }
    }
    return new Answer.RowCount(rows, rows);
  }

  private long read(ResultSet result, Runs runs) throws SQLException {
    long rows = 0;
    int width = columns.size();
    while (result.next()) {
      for (int i = 0; i < width; i++) {
        byte[] value = result.getBytes(i + 1);
        if (value != null) {
          question.sink().value(i, value);
        }
      }
      question.sink().end(written(result, width + 1));
      rows++;
      if (rows % PIECE == 0) {
        runs.progress(rows);
      }
    }
    return rows;
  }

  private OptionalLong written(ResultSet result, int at) throws SQLException {
    if (clock.isEmpty()) {
      return OptionalLong.empty();
    }
    double seconds = result.getDouble(at);
    return result.wasNull() ? OptionalLong.empty() : OptionalLong.of((long) Math.floor(seconds));
  }
}
