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
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.Condition;

/**
 * Finds values: the coarse pattern runs there, the exact test here. Nothing found is kept.
 *
 * <p>Usually a table holds few candidates or none: then one pass brings them all, and the server
 * may share it among its workers. Only where there are more does a cursor bring them in pieces:
 * rows of a known size in large ones, longer rows by themselves in small ones, so that memory stays
 * bounded.
 */
final class ValuesPlan {

  /** Rows with candidates that the first pass may bring. */
  private static final int MANY = 10_000;

  /** Rows of a large piece. */
  private static final int PIECE = 2_000;

  /** Rows of a small piece. */
  private static final int FEW = 50;

  private final List<Col> columns;
  private final Predicate<Value> hit;
  private final Texts texts;

  /**
   * What may be sent, in order.
   *
   * @param count how many rows there are
   * @param some the rows with candidates, if they are few
   * @param all the rows with candidates; long ones are null but for the mark
   * @param rest the long ones
   */
  private record Texts(String count, String some, String all, String rest) {
    List<String> inOrder() {
      return List.of(count, some, all, rest);
    }
  }

  private ValuesPlan(List<Col> columns, Predicate<Value> hit, Texts texts) {
    this.columns = columns;
    this.hit = hit;
    this.texts = texts;
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
    ValueStatements made = new ValueStatements(source, columns, question.coarse(), only);
    Rendering rendering = source.dialect().rendering();
    Texts texts =
        new Texts(
            rendering.text(made.count()),
            rendering.text(made.some(MANY + 1)),
            rendering.text(made.all()),
            rendering.text(made.rest()));
    ValuesPlan plan = new ValuesPlan(columns, question.hit(), texts);
    return new Plan<>(texts.inOrder(), source.touched(), plan::ask);
  }

  /** What has been seen so far. */
  private static final class Tally {
    private final Map<String, Long> hits = new TreeMap<>();
    private long seen;
    private long candidates;
    private boolean tooLong;

    Answer.ValueCount answer(long rows) {
      long all = hits.values().stream().mapToLong(Long::longValue).sum();
      return new Answer.ValueCount(rows, candidates, all, hits);
    }
  }

  private Answer.ValueCount ask(Runs runs) throws SQLException {
    long rows = runs.whole(texts.count(), ValuesPlan::number);
    Tally tally = runs.whole(texts.some(), result -> read(result, new Tally(), runs));
    if (tally.seen > MANY) {
      tally = runs.stream(texts.all(), PIECE, result -> read(result, new Tally(), runs));
    }
    if (tally.tooLong) {
      Tally sofar = tally;
      tally = runs.stream(texts.rest(), FEW, result -> read(result, sofar, runs));
    }
    return tally.answer(rows);
  }

  private static long number(ResultSet result) throws SQLException {
    result.next();
    return result.getLong(1);
  }

  private Tally read(ResultSet result, Tally tally, Runs runs) throws SQLException {
    while (result.next()) {
      for (int i = 0; i < columns.size(); i++) {
        String value = result.getString(1 + i);
        if (value != null) {
          count(tally, columns.get(i), value);
        }
      }
      tally.tooLong |= result.getBoolean(1 + columns.size());
      tally.seen++;
      if (tally.seen % PIECE == 0) {
        runs.progress(tally.seen);
      }
    }
    return tally;
  }

  private void count(Tally tally, Col column, String value) {
    tally.candidates++;
    if (hit.test(Values.read(column, value))) {
      tally.hits.merge(column.column().name(), 1L, Long::sum);
    }
  }
}
