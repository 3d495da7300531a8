package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Finds values: the coarse pattern runs there, the exact test here. Nothing found is kept. */
final class ValuesPlan {
  private static final int SHORT = 1_000;
  private static final int MANY = 2_000;
  private static final int FEW = 50;

  private final List<Col> columns;
  private final Predicate<Value> hit;
  private final ValueStatements.Kind kind;
  private final String first;
  private final String stream;
  private final Optional<String> rest;

  private ValuesPlan(
      List<Col> columns, Predicate<Value> hit, ValueStatements.Kind kind, List<String> texts) {
    this.columns = columns;
    this.hit = hit;
    this.kind = kind;
    this.first = texts.getFirst();
    this.stream = texts.get(1);
    this.rest = texts.stream().skip(2).findFirst();
  }

  static Plan<Answer.ValueCount> of(
      Question.FindValues question, Source source, Instant now, ZoneId zone) {
    if (question.columns().isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.UNFIT,
              "A search in " + question.table() + " names no column.",
              "Name the columns to search."));
    }
    Condition only = new Conditions(source, new Clocks(source, zone), now).only(question.only());
    List<Col> columns = source.columns(question.columns());
    Dialect dialect = source.dialect();
    ValueStatements statements =
        dialect.findValues(new ValueScan(source.table(), columns, question.coarse(), only));
    List<String> texts =
        statements.all().stream().map(select -> dialect.rendering().text(select)).toList();
    ValuesPlan plan = new ValuesPlan(columns, question.hit(), statements.kind(), texts);
    return new Plan<>(texts, source.touched(), plan::ask);
  }

  /** What has been seen so far. */
  private static final class Tally {
    private final Map<String, Long> hits = new TreeMap<>();
    private long rows;
    private long candidates;
    private boolean whole = true;
    private boolean left;

    Answer.ValueCount answer() {
      long all = hits.values().stream().mapToLong(Long::longValue).sum();
      return new Answer.ValueCount(rows, candidates, all, hits);
    }
  }

  private Answer.ValueCount ask(Runs runs) throws SQLException {
    Tally first =
        switch (kind) {
          case COUNTS -> runs.whole(this.first, this::counts);
          case GROUPS -> runs.whole(this.first, this::groups);
        };
    if (first.whole) {
      return first.answer();
    }
    Tally all = new Tally();
    all.rows = first.rows;
    runs.stream(stream, rest.isPresent() ? MANY : piece(), result -> rows(result, all, runs));
    if (all.left) {
      runs.stream(rest.orElseThrow(), FEW, result -> rows(result, all, runs));
    }
    return all.answer();
  }

  /** Rows to fetch at once: few where a single one may be large. */
  private int piece() {
    return columns.stream().allMatch(ValuesPlan::isShort) ? MANY : FEW;
  }

  private static boolean isShort(Col column) {
    return switch (column.type()) {
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID -> true;
      case TEXT, BYTES -> column.column().length().filter(most -> most <= SHORT).isPresent();
      case JSON, ARRAY, OTHER -> false;
    };
  }

  private Tally counts(ResultSet result) throws SQLException {
    Tally tally = new Tally();
    result.next();
    tally.rows = result.getLong(1);
    for (int i = 0; i < columns.size(); i++) {
      tally.whole &= result.getLong(2 + i) == 0;
    }
    return tally;
  }

  private Tally groups(ResultSet result) throws SQLException {
    Tally tally = new Tally();
    int groups = 0;
    while (result.next()) {
      groups++;
      tally.rows = result.getLong(3);
      String[] values = array(result);
      tally.whole &= values == null || values.length > 0;
      if (values != null && values.length > 0) {
        count(tally, values, result.getLong(2));
      }
    }
    tally.whole &= groups <= ValueStatements.GROUPS;
    return tally;
  }

  private static String @Nullable [] array(ResultSet result) throws SQLException {
    java.sql.Array array = result.getArray(1);
    return array == null ? null : (String[]) array.getArray();
  }

  private Tally rows(ResultSet result, Tally tally, Runs runs) throws SQLException {
    String[] values = new String[columns.size()];
    boolean flagged = result.getMetaData().getColumnCount() > values.length;
    long seen = 0;
    while (result.next()) {
      tally.left |= flagged && result.getBoolean(values.length + 1);
      for (int i = 0; i < values.length; i++) {
        values[i] = result.getString(1 + i);
      }
      count(tally, values, 1);
      seen++;
      if (seen % MANY == 0) {
        runs.progress(seen);
      }
    }
    return tally;
  }

  private void count(Tally tally, @Nullable String[] values, long times) {
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        tally.candidates += times;
        if (hit.test(Values.read(columns.get(i), value))) {
          tally.hits.merge(columns.get(i).column().name(), times, Long::sum);
        }
      }
    }
  }
}
