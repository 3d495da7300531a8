package dev.upheld.connect.sql;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Turns clocks into expressions over a {@link Source}. Clocks of other tables are brought in by
 * joins on sets: what lies in many rows is gathered once for all, never row by row.
 */
final class Clocks {
  private final Source source;
  private final Dialect dialect;
  private final ZoneId zone;
  private final Map<Clock, Moment> known = new LinkedHashMap<>();
  private final List<Moment> simple = new ArrayList<>();

  Clocks(Source source, ZoneId zone) {
    this.source = source;
    this.dialect = source.dialect();
    this.zone = zone;
  }

  /** The clock as an expression; a clock met twice is joined once. */
  Moment moment(Clock clock) {
    Moment found = known.get(clock);
    if (found == null) {
      found = compile(clock);
      known.put(clock, found);
    }
    return found;
  }

  /** Every clock that is not made of others, met so far. */
  List<Moment> simple() {
    return simple;
  }

  private Moment compile(Clock clock) {
    return switch (clock) {
      case Clock.Column(String column, Clock.Reading reading) ->
          leaf(dialect.moment(source.column(column), reading, zone));
      case Clock.Linked linked -> leaf(linked(linked));
      case Clock.Parent parent -> leaf(parent(parent));
      case Clock.Latest(List<Clock> of) -> {
        List<Moment> all = oneScale(of);
        yield new Moment(all.getFirst().scale(), dialect.latest(fields(all)));
      }
      case Clock.Earliest(List<Clock> of) -> {
        List<Moment> all = oneScale(of);
        yield new Moment(all.getFirst().scale(), dialect.earliest(fields(all)));
      }
      case Clock.FirstKnown(List<Clock> of) -> {
        List<Moment> all = oneScale(of);
        List<Field<?>> fields = fields(all);
        Field<?> first =
            DSL.coalesce(fields.getFirst(), fields.subList(1, fields.size()).toArray(Field[]::new));
        yield new Moment(all.getFirst().scale(), first);
      }
    };
  }

  private Moment leaf(Moment moment) {
    simple.add(moment);
    return moment;
  }

  private static List<Field<?>> fields(List<Moment> moments) {
    List<Field<?>> fields = new ArrayList<>();
    moments.forEach(m -> fields.add(m.field()));
    return fields;
  }

  private List<Moment> oneScale(List<Clock> of) {
    List<Moment> all = of.stream().map(this::moment).toList();
    if (all.stream().map(Moment::scale).distinct().count() == 1) {
      return all;
    }
    return all.stream()
        .map(m -> new Moment(Moment.Scale.SECONDS, dialect.seconds(m, zone)))
        .toList();
  }

  /** The children's clocks, gathered by what they point at. */
  private Moment linked(Clock.Linked clock) {
    Description.Table child = source.touch(clock.table());
    Col column = source.catalogue().column(child, "l", clock.column());
    Moment of = dialect.moment(column, clock.reading(), zone);
    Field<?> picked =
        switch (clock.pick()) {
          case MAX -> DSL.max(of.field());
          case MIN -> DSL.min(of.field());
        };
    List<Field<Object>> via = fields(child, "l", clock.via());
    return gathered(child, picked, of.scale(), via, clock.key());
  }

  /**
   * The parent's clock. Where the key could name several rows, the latest counts: a row is past
   * only when it is past for each of them.
   */
  private Moment parent(Clock.Parent clock) {
    Description.Table parent = source.touch(clock.table());
    if (!source.catalogue().unique(parent, clock.key())) {
      Col column = source.catalogue().column(parent, "l", clock.column());
      Moment of = dialect.moment(column, clock.reading(), zone);
      List<Field<Object>> key = fields(parent, "l", clock.key());
      return gathered(parent, DSL.max(of.field()), of.scale(), key, clock.via());
    }
    String alias = source.alias();
    List<Field<Object>> key = fields(parent, alias, clock.key());
    List<Field<Object>> via = here(clock.via());
    source.join(dialect.relation(parent).as(DSL.name(alias)), pairs(parent.name(), via, key));
    Col column = source.catalogue().column(parent, alias, clock.column());
    return dialect.moment(column, clock.reading(), zone);
  }

  private Moment gathered(
      Description.Table table,
      Field<?> picked,
      Moment.Scale scale,
      List<Field<Object>> by,
      List<String> here) {
    String alias = source.alias();
    List<Field<?>> select = new ArrayList<>();
    List<Field<Object>> keys = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      String name = "k" + (i + 1);
      select.add(by.get(i).as(DSL.name(name)));
      keys.add(DSL.field(DSL.name(alias, name), Object.class));
    }
    select.add(picked.as(DSL.name("at")));
    Table<?> all =
        DSL.select(select)
            .from(dialect.relation(table).as(DSL.name("l")))
            .groupBy(by)
            .asTable(DSL.name(alias));
    source.join(all, pairs(table.name(), here(here), keys));
    return new Moment(scale, DSL.field(DSL.name(alias, "at"), picked.getDataType()));
  }

  private Condition pairs(TableName other, List<Field<Object>> left, List<Field<Object>> right) {
    if (left.isEmpty() || left.size() != right.size()) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.UNFIT,
              "A clock joins "
                  + source.base().name()
                  + " to "
                  + other
                  + " by "
                  + left.size()
                  + " columns on one side and "
                  + right.size()
                  + " on the other.",
              "Name as many columns as the key has."));
    }
    return Source.equal(left, right);
  }

  private List<Field<Object>> here(List<String> columns) {
    return source.columns(columns).stream().map(Col::field).toList();
  }

  private List<Field<Object>> fields(Description.Table table, String alias, List<String> columns) {
    return columns.stream().map(c -> source.catalogue().column(table, alias, c).field()).toList();
  }

  /** Whether the clock is earlier than the limit; null where the clock is. */
  Condition before(Moment moment, Instant limit) {
    return compare(moment, "<", limit);
  }

  /** The same, with the meaning the binding gives to a missing value. */
  Condition before(BoundClock clock, Instant limit) {
    Condition before = before(moment(clock.clock()), limit);
    return switch (clock.missing()) {
      case UNKNOWN -> before;
      case NOT_YET -> surely(before);
    };
  }

  /** Whether the clock is not over at that instant; a day lasts to its end. */
  Condition notYet(Clock clock, Instant now) {
    Moment moment = moment(clock);
    boolean day = moment.scale() == Moment.Scale.DATE;
    return surely(compare(moment, day ? ">=" : ">", now));
  }

  /** Whether the clock surely lies beyond that instant; a day begins at its beginning. */
  Condition beyond(Moment moment, Instant limit) {
    return surely(after(moment, limit));
  }

  /** The same; null where the clock is. */
  Condition after(Moment moment, Instant limit) {
    return compare(moment, ">", limit);
  }

  private Condition compare(Moment moment, String sign, Instant limit) {
    Field<?> literal = dialect.literal(moment.scale(), moment.scale().limit(limit, zone), zone);
    return DSL.condition("{0} " + sign + " {1}", moment.field(), literal);
  }

  /** True where it is true, false where it is false or null. */
  static Condition surely(Condition condition) {
    return DSL.condition("coalesce({0}, false)", DSL.field(condition));
  }
}
