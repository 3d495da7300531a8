package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.connect.RowSink;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final RowSink sink;
  private final int wanted;
  private final String text;
  private final Optional<String> marks;

  private SamplePlan(Source source, List<Col> columns, int looked, int rows, RowSink sink) {
    this.columns = columns;
    this.sink = sink;
    this.wanted = rows;
    this.heavy = columns.stream().filter(c -> source.dialect().heavy(c).isPresent()).toList();
    int longest = looked > rows && columns.size() > 1 ? LONGEST_OF_MANY : LONGEST;
    List<Field<?>> fields = fields(source.dialect(), longest);
    Select<?> some = source.dialect().some(source.base(), columns, fields, looked);
    this.text =
        source
            .dialect()
            .rendering()
            .text(looked > rows ? withValues(some, fields.subList(0, columns.size()), rows) : some);
    this.marks =
        looked > rows && !heavy.isEmpty()
            ? Optional.of(source.dialect().rendering().text(marks(source, looked)))
            : Optional.empty();
  }

  /** What may be sent, in order. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(text));
    marks.ifPresent(texts::add);
    return texts;
  }

  static Plan<Answer.RowsSampled> of(Question.Sample question, Source source) {
    int limit = Math.max(0, question.limit());
    int looked = Math.clamp((long) limit * ROWS_PER_VALUE, FEWEST_ROWS, MOST_ROWS);
    SamplePlan plan =
        new SamplePlan(
            source,
            List.of(source.column(question.column())),
            looked,
            limit,
            (column, value) -> question.sink().accept(value));
    return new Plan<>(plan.texts(), source.touched(), plan::ask);
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
            question.sink());
    return new Plan<>(plan.texts(), source.touched(), plan::ask);
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
      fields.add(mark(dialect, column).as(DSL.name("v" + fields.size())));
    }
    return fields;
  }

  /** Rows with a value that can be read: those that are only too heavy take nobody's place. */
  private static Select<?> withValues(Select<?> some, List<Field<?>> values, int rows) {
    return DSL.select(DSL.asterisk())
        .from(some.asTable(DSL.name("s")))
        .where(
            DSL.or(
                values.stream()
                    .map(f -> DSL.field(DSL.name("s", f.getName())).isNotNull())
                    .toList()))
        .limit(DSL.inline(rows));
  }

  /** Of the rows that are looked at, whether any is too heavy, column by column. */
  private Select<?> marks(Source source, int looked) {
    List<Field<?>> marked = new ArrayList<>();
    List<Field<?>> any = new ArrayList<>();
    for (Col column : heavy) {
      String name = "m" + marked.size();
      marked.add(mark(source.dialect(), column).as(DSL.name(name)));
      any.add(DSL.field("max({0})", Integer.class, DSL.field(DSL.name("s", name))));
    }
    Select<?> some = source.dialect().some(source.base(), heavy, marked, looked);
    return DSL.select(any).from(some.asTable(DSL.name("s")));
  }

  private static Field<Integer> mark(Dialect dialect, Col column) {
    return DSL.field(
        "case when {0} then 1 end", Integer.class, dialect.heavy(column).orElseThrow());
  }

  private Answer.RowsSampled ask(Runs runs) throws SQLException {
    Set<String> tooLarge = new LinkedHashSet<>();
    long rows =
        runs.stream(text, Math.max(1, PIECE / columns.size()), result -> read(result, tooLarge));
    if (marks.isPresent() && rows < wanted) {
      runs.whole(marks.get(), result -> result.next() && marked(result, 0, tooLarge));
    }
    return new Answer.RowsSampled(rows, tooLarge);
  }

  private long read(ResultSet result, Set<String> tooLarge) throws SQLException {
    long rows = 0;
    while (result.next()) {
      rows++;
      for (int i = 0; i < columns.size(); i++) {
        String carried = result.getString(1 + i);
        if (carried != null) {
          sink.accept(columns.get(i).column().name(), Values.read(columns.get(i), carried));
        }
      }
      marked(result, columns.size(), tooLarge);
      sink.end();
    }
    return rows;
  }

  /** Reads the marks of a row; true, so that it can end a reading. */
  private boolean marked(ResultSet result, int after, Set<String> tooLarge) throws SQLException {
    for (int i = 0; i < heavy.size(); i++) {
      if (result.getBoolean(1 + after + i)) {
        tooLarge.add(heavy.get(i).column().name());
      }
    }
    return true;
  }
}
