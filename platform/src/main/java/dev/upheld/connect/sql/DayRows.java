package dev.upheld.connect.sql;

import dev.upheld.connect.Span;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Rows of a table whose time lies on certain days. */
public record DayRows(Catalogue catalogue, Dialect dialect, TableName table) {
  /** Days up to here mean no limit: databases have no days before, or call them so. */
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 7);

  /** Days from here on mean no limit: "9999-12-31" is written where there is none. */
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 25);

  /** Whether a row {@code t} has a time on one of the days, or none at all. */
  public String text(Span.Days days) {
    Source source = new Source(catalogue, dialect, table);
    Clocks clocks = new Clocks(source, days.zone());
    Moment moment = clocks.moment(new Clock.Column(days.column(), days.reading()));
    List<Condition> within = new ArrayList<>();
    days.from()
        .filter(EARLIEST::isBefore)
        .ifPresent(day -> within.add(compare(moment, ">=", day, days)));
    days.to()
        .filter(LATEST::isAfter)
        .ifPresent(day -> within.add(compare(moment, "<", day.plusDays(1), days)));
    Condition unknown = DSL.condition("{0} is null", moment.field());
    Condition between = within.isEmpty() ? DSL.trueCondition() : DSL.and(within);
    return dialect.rendering().text(DSL.or(unknown, between));
  }

  /** Whether the time of a row {@code t} is just this one. */
  public String text(Span.Moment one) {
    Source source = new Source(catalogue, dialect, table);
    Clocks clocks = new Clocks(source, ZoneOffset.UTC);
    Moment moment = clocks.moment(new Clock.Column(one.column(), Clock.Reading.NATIVE));
    Field<?> literal = dialect.literal(moment.scale(), one.at(), ZoneOffset.UTC);
    return dialect.rendering().text(DSL.condition("{0} = {1}", moment.field(), literal));
  }

  private Condition compare(Moment moment, String sign, LocalDate day, Span.Days days) {
    Instant at = day.atStartOfDay(days.zone()).toInstant();
    Field<?> literal = dialect.literal(moment.scale(), at, days.zone());
    return DSL.condition("{0} " + sign + " {1}", moment.field(), literal);
  }
}
