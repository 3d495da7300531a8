package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Counts rows past their time by many instants: one statement, one pass, each clock met once. */
final class DueOverPlan {
  private final Question.CountDueOver question;
  private final Source source;
  private final Clocks clocks;
  private final HeldWays held;

  private DueOverPlan(Question.CountDueOver question, Source source) {
    this.question = question;
    this.source = source;
    this.clocks = new Clocks(source, question.at().zone());
    this.held = new HeldWays(source, question.at());
  }

  static Plan<Answer.DueOver> of(Question.CountDueOver question, Source source) {
    return new DueOverPlan(question, source).plan();
  }

  private Plan<Answer.DueOver> plan() {
    Select<?> select = select(rows());
    String text = source.dialect().rendering().text(select);
    List<Object> values = held.values();
    return new Plan<>(
        List.of(text),
        source.touched(),
        runs ->
            values.isEmpty() ? runs.whole(text, this::read) : runs.whole(text, values, this::read));
  }

  private Table<?> rows() {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(DSL.field(DueTest.due(question.at().due(), clocks)).as(DSL.name("due")));
    for (int i = 0; i < question.steps().size(); i++) {
      Due step = question.steps().get(i);
      fields.add(DSL.field(DueTest.due(step, clocks)).as(DSL.name(name(i))));
    }
    DueTest test = DueTest.of(question.at(), source, clocks);
    Condition meant = question.held().isEmpty() ? DSL.noCondition() : held.of(question.held());
    return DSL.select(fields)
        .from(source.table())
        .where(test.only(), DSL.not(test.exempt()), meant)
        .asTable(DSL.name("r"));
  }

  private static String name(int step) {
    return "due" + (step + 1);
  }

  private Select<?> select(Table<?> rows) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(DSL.count().as(DSL.name("rows")));
    fields.add(count(DSL.condition("{0} is null", column("due")), "unknown"));
    for (int i = 0; i < question.steps().size(); i++) {
      fields.add(count(DSL.condition(column(name(i))), "past" + (i + 1)));
    }
    return DSL.select(fields).from(rows);
  }

  private static Field<Boolean> column(String name) {
    return DSL.field(DSL.name("r", name), Boolean.class);
  }

  private static Field<?> count(Condition condition, String as) {
    return DSL.count().filterWhere(condition).as(DSL.name(as));
  }

  private Answer.DueOver read(ResultSet result) throws SQLException {
    result.next();
    List<Long> past = new ArrayList<>();
    for (int i = 0; i < question.steps().size(); i++) {
      past.add(result.getLong(3 + i));
    }
    return new Answer.DueOver(result.getLong(1), result.getLong(2), past);
  }
}
