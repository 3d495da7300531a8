package dev.upheld.connect.sql;

import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * What a question about time asks of each row. Whoever counts rows past their time and whoever ends
 * them asks the same, so that they cannot disagree.
 *
 * @param past whether its time is over for certain and nothing lets it stay; true or not, where
 *     null is not true: written so that an index on the clock can serve
 * @param exempt whether it may stay all the same
 * @param only whether it is meant
 */
record DueTest(Condition past, Condition exempt, Condition only) {

  static DueTest of(Question.CountDue question, Source source, Clocks clocks) {
    Condition over =
        due(question.due(), b -> clocks.before(clocks.moment(b.clock().clock()), b.limit()));
    Conditions conditions = new Conditions(source, clocks, question.now());
    Condition exempt =
        question.exempt().isEmpty()
            ? no()
            : DSL.or(question.exempt().stream().map(conditions::of).toList());
    Condition only = conditions.only(question.only());
    return new DueTest(DSL.and(only, over, DSL.not(exempt)), exempt, only);
  }

  /** Whether the time of a row is over; null where a clock that must be known is null. */
  static Condition due(Due due, Clocks clocks) {
    return due(due, b -> clocks.before(b.clock(), b.limit()));
  }

  private static Condition due(Due due, Function<Due.Before, Condition> before) {
    return switch (due) {
      case Due.Before one -> before.apply(one);
      case Due.Any(List<Due> of) ->
          of.isEmpty() ? no() : DSL.or(of.stream().map(d -> due(d, before)).toList());
      case Due.All(List<Due> of) ->
          of.isEmpty() ? no() : DSL.and(of.stream().map(d -> due(d, before)).toList());
    };
  }

  static Condition no() {
    return DSL.condition("false");
  }
}
