package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Counts rows for each value at the end of a path. */
final class TallyPlan {
  private static final int MOST = 1_000;

  private final Question.Tally question;
  private final Source source;

  private TallyPlan(Question.Tally question, Source source) {
    this.question = question;
    this.source = source;
  }

  static Plan<Answer.TallyCount> of(
      Question.Tally question, Source source, Instant now, ZoneId zone) {
    return new TallyPlan(question, source).plan(now, zone);
  }

  private Plan<Answer.TallyCount> plan(Instant now, ZoneId zone) {
    Condition only = new Conditions(source, new Clocks(source, zone), now).only(question.only());
    Field<String> value = source.dialect().text(end());
    Table<?> values =
        DSL.select(value.as(DSL.name("value")), DSL.count().as(DSL.name("n")))
            .from(source.table())
            .where(only)
            .groupBy(value)
            .asTable(DSL.name("v"));
    Field<Object> counted = DSL.field(DSL.name("v", "value"), Object.class);
    Field<Long> n = DSL.field(DSL.name("v", "n"), Long.class);
    Select<?> select =
        DSL.select(counted, n, DSL.sum(n).over().as(DSL.name("rows")))
            .from(values)
            .orderBy(DSL.field(counted.isNull()).desc(), n.desc(), counted)
            .limit(DSL.inline(MOST + 2));
    String text = source.dialect().rendering().text(select);
    return new Plan<>(List.of(text), source.touched(), runs -> runs.whole(text, TallyPlan::read));
  }

  /** The column at the end of the path; each step leads to one row at most. */
  private Col end() {
    Description.Table at = source.base();
    String alias = "t";
    for (Join step : question.path()) {
      Description.Table to = source.touch(step.to());
      requireUnique(step, to);
      String next = source.alias();
      source.join(
          source.dialect().relation(to).as(DSL.name(next)),
          Source.equal(fields(at, alias, step.columns()), fields(to, next, step.key())));
      at = to;
      alias = next;
    }
    return source.catalogue().column(at, alias, question.column());
  }

  private List<Field<Object>> fields(Description.Table table, String alias, List<String> columns) {
    return columns.stream().map(c -> source.catalogue().column(table, alias, c).field()).toList();
  }

  private void requireUnique(Join step, Description.Table to) {
    if (step.columns().size() != step.key().size()
        || step.key().isEmpty()
        || !source.catalogue().unique(to, step.key())) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.UNFIT,
              "The path to "
                  + to.name()
                  + " goes by "
                  + String.join(", ", step.key())
                  + ", which does not name one row there.",
              "Let the link point at a primary or unique key."));
    }
  }

  private static Answer.TallyCount read(ResultSet result) throws SQLException {
    long rows = 0;
    long missing = 0;
    boolean cut = false;
    Map<String, Long> byValue = new LinkedHashMap<>();
    while (result.next()) {
      rows = result.getLong(3);
      String value = result.getString(1);
      if (result.wasNull()) {
        missing = result.getLong(2);
      } else if (byValue.size() < MOST) {
        byValue.put(value, result.getLong(2));
      } else {
        cut = true;
      }
    }
    return new Answer.TallyCount(rows, byValue, missing, cut);
  }
}
