package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
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

  /** Rows of a piece where the server tells a value's size only as it is packed. */
  private static final int FEW = 100;

  /** Octets that one value may bring in a large piece. */
  private static final int LONGEST = 8_000;

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
      case TEXT, BYTES, JSON -> column.field();
      case WHOLE,
          DECIMAL,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          UUID,
          ARRAY,
          OTHER ->
          source.dialect().text(column);
    };
  }

  /** As something that has a length and can be cut; the cheapest way that each server knows. */
  private Field<?> sized(Col column) {
    return column.type() == Description.Type.TEXT || column.type() == Description.Type.BYTES
        ? column.field()
        : DSL.field("concat({0})", value(column));
  }

  /** Whether a value must not come in a large piece; null where there is none. */
  private Condition isLong(Col column) {
    Condition counted =
        DSL.condition("octet_length({0}) > {1}", sized(column), DSL.inline(LONGEST));
    return column.type() == Description.Type.TEXT || column.type() == Description.Type.BYTES
        ? counted
        : source.dialect().heavy(column).orElse(counted);
  }

  private Condition anyLong() {
    return DSL.or(wide.stream().map(this::isLong).toList());
  }

  /** Every row; long values are left out, and the row says so at its end. */
  private String all() {
    List<Field<?>> fields = new ArrayList<>();
    for (Col column : columns) {
      fields.add(
          wide.contains(column)
              ? DSL.field("case when {0} then null else {1} end", isLong(column), value(column))
              : value(column));
    }
    fields.addAll(clock);
    if (!wide.isEmpty()) {
      fields.add(DSL.field("case when {0} then 1 else 0 end", anyLong()));
    }
    return source.dialect().rendering().text(DSL.select(fields).from(source.table()));
  }

  /** The n-th slice of every long value. */
  private String slice(int n) {
    List<Field<?>> fields = new ArrayList<>();
    for (Col column : columns) {
      fields.add(
          wide.contains(column)
              ? DSL.field(
                  "case when {0} then substr({1}, {2}, {3}) end",
                  isLong(column),
                  sized(column),
                  DSL.inline(1 + n * SLICE),
                  DSL.inline(SLICE + SHARED))
              : DSL.field("null"));
    }
    fields.addAll(clock);
    Condition there = anyLong();
    if (n > 0) {
      Condition longer =
          DSL.or(
              wide.stream()
                  .map(
                      c ->
                          DSL.condition("octet_length({0}) > {1}", sized(c), DSL.inline(n * SLICE)))
                  .toList());
      there = there.and(longer);
    }
    return source.dialect().rendering().text(DSL.select(fields).from(source.table()).where(there));
  }

  private Answer.RowCount ask(Runs runs) throws SQLException {
    boolean[] more = {false};
    boolean heavy = wide.stream().anyMatch(c -> source.dialect().heavy(c).isPresent());
    long rows = runs.stream(all(), heavy ? FEW : PIECE, result -> read(result, runs, more));
    long further = more[0] ? 1 : 0;
    for (int n = 0; further > 0 && n < Integer.MAX_VALUE / SLICE - 1; n++) {
      further = runs.stream(slice(n), 1, result -> read(result, runs, new boolean[0]));
    }
    return new Answer.RowCount(rows, rows);
  }

  /**
   * @param more is told whether something was left out; empty where nothing is
   */
  private long read(ResultSet result, Runs runs, boolean[] more) throws SQLException {
    long rows = 0;
    int width = columns.size();
    int last = width + clock.size() + 1;
    boolean asks = more.length > 0 && !wide.isEmpty();
    while (result.next()) {
      for (int i = 0; i < width; i++) {
        byte[] value = result.getBytes(i + 1);
        if (value != null) {
          question.sink().value(i, value);
        }
      }
      question.sink().end(written(result, width + 1));
      if (asks && !more[0]) {
        more[0] = result.getBoolean(last);
      }
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
