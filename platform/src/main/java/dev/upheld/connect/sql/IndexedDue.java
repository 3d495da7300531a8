package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Counts rows past their time in a large table by the index on its clock: what is past, null or
 * ahead lies at the ends of the index, so that every row is judged and almost none is read. Only
 * how many rows there are is the server's estimate.
 */
final class IndexedDue {
  /** Below it a pass over all rows costs little, and counts them. */
  static final long LARGE = 20_000;

  private final Question.CountDue question;
  private final Source source;
  private final Clocks clocks;
  private final Due.Before due;
  private final DueTest test;
  private final Moment moment;
  private final PlainClock plain;
  private final Condition odd;

  private IndexedDue(
      Question.CountDue question, Source source, Due.Before due, PlainClock plain, Condition odd) {
    this.question = question;
    this.source = source;
    this.clocks = new Clocks(source, question.zone());
    this.due = due;
    this.plain = plain;
    this.odd = odd;
    this.moment = clocks.moment(due.clock().clock());
    this.test = DueTest.of(question, source, clocks);
  }

  /** Empty where it would read all rows all the same, or some of them are not meant. */
  static Optional<IndexedDue> of(Question.CountDue question, Source source) {
    if (!(question.due() instanceof Due.Before one)
        || !(one.clock().clock() instanceof Clock.Column column)
        || question.only().isPresent()
        || source.base().estimate() < LARGE
        || !leads(column.column(), source)) {
      return Optional.empty();
    }
    Source own = new Source(source.catalogue(), source.dialect(), source.base().name());
    return PlainClock.of(own, column, question.zone())
        .flatMap(
            plain ->
                plain
                    .odd(one.limit(), ahead(question))
                    .map(odd -> new IndexedDue(question, own, one, plain, odd)))
        .filter(plan -> plan.source.isAlone());
  }

  private static Instant ahead(Question.CountDue question) {
    return question.now().plus(DuePlan.AHEAD);
  }

  private static boolean leads(String column, Source source) {
    return source.base().indexes().stream().anyMatch(i -> i.columns().getFirst().equals(column));
  }

  Plan<Answer.DueCount> plan() {
    Condition past = found(plain.is("<", due.limit()), clocks.before(moment, due.limit()));
    Condition unknown =
        due.clock().missing() == BoundClock.Missing.NOT_YET ? DueTest.no() : unknown();
    // unlike Clocks.beyond not wrapped, or no index could serve
    Condition ahead = found(plain.is(">", ahead(question)), clocks.after(moment, ahead(question)));
    Condition free = DSL.not(test.exempt());
    List<Field<?>> fields =
        List.of(
            count(past.and(free)),
            count(unknown.and(free)),
            count(ahead),
            count(past.and(test.exempt())),
            seconds(first(past.and(free))),
            seconds(first(DSL.condition("{0} is not null", moment.field()).and(free))));
    String text = source.dialect().rendering().text(DSL.select(fields));
    return new Plan<>(List.of(text), source.touched(), runs -> runs.whole(text, this::read));
  }

  /** By the index, and then by what the value stands for. */
  private Condition found(Condition indexed, Condition exact) {
    return plain.isBare() ? exact : DSL.and(indexed, exact);
  }

  /** Null, or one of the values that stand for nothing; these lie at the ends, or where it says. */
  private Condition unknown() {
    Condition none = plain.isNoTime();
    Condition where =
        DSL.or(plain.isNull(), plain.is("<", due.limit()), plain.is(">", ahead(question)), odd);
    return plain.isBare() ? none : DSL.and(where, none);
  }

  private Field<?> count(Condition condition) {
    return DSL.field(DSL.selectCount().from(source.table()).where(condition));
  }

  private Field<Object> first(Condition condition) {
    Field<Object> clock = DSL.field("{0}", Object.class, moment.field());
    return DSL.field(
        DSL.select(clock)
            .from(source.table())
            .where(condition)
            .orderBy(plain.column().field())
            .limit(1));
  }

  private Field<?> seconds(Field<Object> clock) {
    return source.dialect().wallSeconds(moment.scale(), clock);
  }

  private Answer.DueCount read(ResultSet result) throws SQLException {
    result.next();
    Optional<Instant> pastFirst = instant(result, 5);
    long known = result.getLong(1) + result.getLong(2) + result.getLong(3) + result.getLong(4);
    return new Answer.DueCount(
        Math.max(source.base().estimate(), known),
        result.getLong(1),
        result.getLong(2),
        result.getLong(3),
        result.getLong(4),
        pastFirst.isPresent() ? pastFirst : instant(result, 6),
        true);
  }

  private Optional<Instant> instant(ResultSet result, int column) throws SQLException {
    return DuePlan.instant(result.getString(column), moment.scale(), question.zone());
  }
}
