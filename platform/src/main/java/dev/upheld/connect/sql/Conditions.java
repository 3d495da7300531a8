package dev.upheld.connect.sql;

import dev.upheld.datamap.Condition;
import java.time.Instant;
import java.util.List;
import org.jooq.impl.DSL;

/**
 * Turns conditions into SQL that is true or false and never null: a row without a value is not one
 * of the values, and is not true.
 */
final class Conditions {
  private final Source source;
  private final Clocks clocks;
  private final Instant now;

  /**
   * @param now what "not yet" is measured against
   */
  Conditions(Source source, Clocks clocks, Instant now) {
    this.source = source;
    this.clocks = clocks;
    this.now = now;
  }

  org.jooq.Condition of(Condition condition) {
    return switch (condition) {
      case Condition.IsNull(String column, boolean negated) -> {
        org.jooq.Condition missing = source.column(column).field().isNull();
        yield negated ? source.column(column).field().isNotNull() : missing;
      }
      case Condition.IsTrue(String column, boolean negated) ->
          sided(source.dialect().truth(source.column(column)), negated);
      case Condition.In(String column, List<String> values, boolean negated) ->
          sided(in(column, values), negated);
      case Condition.All(List<Condition> of) -> DSL.and(of.stream().map(this::of).toList());
      case Condition.NotYet(var clock) -> clocks.notYet(clock, now);
    };
  }

  private org.jooq.Condition in(String column, List<String> values) {
    return source
        .dialect()
        .text(source.column(column))
        .in(values.stream().map(DSL::inline).toList());
  }

  /** The rows meant; all of them where nothing is said. */
  org.jooq.Condition only(java.util.Optional<Condition> condition) {
    return condition.map(this::of).orElseGet(DSL::noCondition);
  }

  private static org.jooq.Condition sided(org.jooq.Condition condition, boolean negated) {
    org.jooq.Condition surely = Clocks.surely(condition);
    return negated ? DSL.not(surely) : surely;
  }
}
