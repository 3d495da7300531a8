package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Reads a few values of a few columns. Each value is cut where it lies, so that a large one neither
 * travels nor fills the memory of either side.
 */
final class SamplePlan {
  /** Values in memory at once, at most. */
  private static final int PIECE = 1_000;

  /** Characters of a value that come along; even, since bytes come in pairs of digits. */
  private static final int LONGEST = 10_000;

  /** The same where many rows are looked at for few values. */
  private static final int LONGEST_OF_MANY = 4_000;

  /** Rows looked at for each value wanted, so that a column with many nulls still gives some. */
  private static final int ROWS_PER_VALUE = 20;

  private static final int FEWEST_ROWS = 10_000;
  private static final int MOST_ROWS = 1_000_000;

  private final List<Col> columns;
  private final List<Col> heavy;
  private final BiConsumer<Col, Value> sink;
  private final String text;

  private SamplePlan(
      Source source, List<Col> columns, int looked, int rows, BiConsumer<Col, Value> sink) {
    this.columns = columns;
    this.sink = sink;
    this.heavy = columns.stream().filter(c -> source.dialect().heavy(c).isPresent()).toList();
    int longest = looked > rows && columns.size() > 1 ? LONGEST_OF_MANY : LONGEST;
    List<Field<?>> fields = fields(source.dialect(), longest);
    Select<?> some = source.dialect().some(source.base(), columns, fields, looked);
    this.text =
        source.dialect().rendering().text(looked > rows ? withValues(some, fields, rows) : some);
  }

  static Plan<Answer.RowCount> of(Question.Sample question, Source source) {
    int limit = Math.max(0, question.limit());
    int looked = Math.clamp((long) limit * ROWS_PER_VALUE, FEWEST_ROWS, MOST_ROWS);
    SamplePlan plan =
        new SamplePlan(
            source,
            List.of(source.column(question.column())),
            looked,
            limit,
            (column, value) -> question.sink().accept(value));
    return new Plan<>(
        List.of(plan.text),
        source.touched(),
        runs -> {
          long values = plan.ask(runs).rows();
          return new Answer.RowCount(values, values);
        });
  }

  static Plan<Answer.RowsSampled> of(Question.SampleRows question, Source source) {
    if (question.columns().isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.UNFIT,
              "A sample of " + question.table() + " names no column.",
              "Name the columns to look at."));
    }
    SamplePlan plan =
        new SamplePlan(
            source,
            source.columns(question.columns()),
            Math.clamp(question.looked(), 1, MOST_ROWS),
            Math.max(0, question.rows()),
            (column, value) -> question.sink().accept(column.column().name(), value));
    return new Plan<>(List.of(plan.text), source.touched(), plan::ask);
  }

  /** The values, then a mark for each column that may be too heavy. */
  private List<Field<?>> fields(Dialect dialect, int longest) {
    List<Field<?>> fields = new ArrayList<>();
    for (Col column : columns) {
      Field<String> value = dialect.beginning(column, longest);
      Optional<Condition> heavily = dialect.heavy(column);
      Field<String> carried =
          heavily
              .map(h -> DSL.field("case when not {0} then {1} end", String.class, h, value))
              .orElse(value);
      fields.add(carried.as(DSL.name("v" + fields.size())));
    }
    for (Col column : heavy) {
      Condition heavily = dialect.heavy(column).orElseThrow();
      fields.add(
          DSL.field("case when {0} then 1 end", Integer.class, heavily)
              .as(DSL.name("v" + fields.size())));
    }
    return fields;
  }

  private static Select<?> withValues(Select<?> some, List<Field<?>> fields, int rows) {
    List<Field<Object>> outer =
        fields.stream().map(f -> DSL.field(DSL.name("s", f.getName()), Object.class)).toList();
    return DSL.select(outer)
        .from(some.asTable(DSL.name("s")))
        .where(DSL.or(outer.stream().map(Field::isNotNull).toList()))
        .limit(DSL.inline(rows));
  }

  private Answer.RowsSampled ask(Runs runs) throws SQLException {
    return runs.stream(text, Math.max(1, PIECE / columns.size()), this::read);
  }

  private Answer.RowsSampled read(ResultSet result) throws SQLException {
    long rows = 0;
    Set<String> tooLarge = new LinkedHashSet<>();
    while (result.next()) {
      rows++;
      for (int i = 0; i < columns.size(); i++) {
        String carried = result.getString(1 + i);
        if (carried != null) {
          sink.accept(columns.get(i), Values.read(columns.get(i), carried));
        }
      }
      for (int i = 0; i < heavy.size(); i++) {
        if (result.getBoolean(1 + columns.size() + i)) {
          tooLarge.add(heavy.get(i).column().name());
        }
      }
    }
    return new Answer.RowsSampled(rows, tooLarge);
  }
}
