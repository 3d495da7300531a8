package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The questions that need no more than a statement and a loop. */
final class SmallPlans {
  private static final int PIECE = 5_000;

  private SmallPlans() {}

  static Plan<Answer.RowCount> countWhere(
      Question.CountWhere question, Source source, Instant now, ZoneId zone) {
    Conditions conditions = new Conditions(source, new Clocks(source, zone), now);
    Condition meets = conditions.of(question.condition());
    Condition only = conditions.only(question.only());
    Select<?> select =
        DSL.select(
                DSL.count().as(DSL.name("rows")),
                DSL.count().filterWhere(meets).as(DSL.name("matching")))
            .from(source.table())
            .where(only);
    String text = source.dialect().rendering().text(select);
    return new Plan<>(
        List.of(text),
        source.touched(),
        runs ->
            runs.whole(
                text,
                result -> {
                  result.next();
                  return new Answer.RowCount(result.getLong(1), result.getLong(2));
                }));
  }

  static Plan<Answer.SharedCount> shared(Question.SharedValues question, Source left) {
    Source right = new Source(left.catalogue(), left.dialect(), question.right());
    left.touch(question.right());
    Table<?> both =
        side(left, question.leftColumn(), 1)
            .unionAll(side(right, question.rightColumn(), 2))
            .asTable(DSL.name("b"));
    Field<Object> value = DSL.field(DSL.name("b", "value"), Object.class);
    Field<Integer> side = DSL.field(DSL.name("b", "side"), Integer.class);
    Table<?> values =
        DSL.select(DSL.min(side).as(DSL.name("first")), DSL.max(side).as(DSL.name("last")))
            .from(both)
            .groupBy(value)
            .asTable(DSL.name("v"));
    Condition isLeft = DSL.field(DSL.name("v", "first"), Integer.class).eq(DSL.inline(1));
    Condition isRight = DSL.field(DSL.name("v", "last"), Integer.class).eq(DSL.inline(2));
    Select<?> select =
        DSL.select(
                DSL.count().filterWhere(isLeft).as(DSL.name("left")),
                DSL.count().filterWhere(isRight).as(DSL.name("right")),
                DSL.count().filterWhere(isLeft.and(isRight)).as(DSL.name("shared")))
            .from(values);
    String text = left.dialect().rendering().text(select);
    return new Plan<>(
        List.of(text), left.touched(), runs -> runs.whole(text, SmallPlans::readShared));
  }

  private static Select<Record2<String, Integer>> side(Source source, String column, int side) {
    Field<String> value = source.dialect().identity(source.column(column));
    return DSL.select(value.as(DSL.name("value")), DSL.inline(side).as(DSL.name("side")))
        .from(source.table())
        .where(source.column(column).field().isNotNull());
  }

  private static Answer.SharedCount readShared(ResultSet result) throws SQLException {
    result.next();
    return new Answer.SharedCount(result.getLong(1), result.getLong(2), result.getLong(3));
  }

  static Plan<Answer.RowCount> fingerprint(Question.Fingerprint question, Source source) {
    Col column = source.column(question.column());
    Field<String> hash =
        source.dialect().fingerprint(column, question.folded()).as(DSL.name("hash"));
    Select<?> select =
        DSL.selectDistinct(hash)
            .from(source.table())
            .where(column.field().isNotNull())
            .orderBy(hash);
    String text = source.dialect().rendering().text(select);
    return new Plan<>(
        List.of(text),
        source.touched(),
        runs -> runs.stream(text, PIECE, result -> readHashes(result, question, runs)));
  }

  private static Answer.RowCount readHashes(
      ResultSet result, Question.Fingerprint question, Runs runs) throws SQLException {
    long seen = 0;
    boolean more = true;
    while (more && result.next()) {
      seen++;
      more = question.sink().test(result.getString(1));
      if (seen % PIECE == 0) {
        runs.progress(seen);
      }
    }
    return new Answer.RowCount(seen, seen);
  }
}
