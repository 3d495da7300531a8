package dev.upheld.connect.sql;

import dev.upheld.connect.Description;
import dev.upheld.connect.HeldBy;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.connect.Span;
import dev.upheld.connect.Spans;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Tells rows that something keeps for the sake of rows on hold. What lies at the end of a way is
 * looked up once, and not again for each row.
 */
final class HeldWays {
  private final Source source;
  private final Question.CountDue at;
  private final List<Object> joined = new ArrayList<>();
  private final List<Object> tested = new ArrayList<>();

  HeldWays(Source source, Question.CountDue at) {
    this.source = source;
    this.at = at;
  }

  /** Whether a row is kept by one of them; joins to the source what that needs. */
  Condition of(List<HeldBy> held) {
    List<Condition> any = new ArrayList<>();
    for (HeldBy by : held) {
      any.add(by.way().isEmpty() ? any(by, source, tested) : led(by));
    }
    return DSL.or(any);
  }

  /** The values of the question marks, in the order of the statement. */
  List<Object> values() {
    List<Object> all = new ArrayList<>(joined);
    all.addAll(tested);
    return all;
  }

  private Condition led(HeldBy by) {
    List<Join> way = by.way();
    Source end = new Source(source.catalogue(), source.dialect(), way.getLast().to());
    Condition on = any(by, end, joined);
    Table<?> from = end.table();
    List<Field<Object>> reached = fields(end.base(), "t", way.getLast().key());
    for (int i = way.size() - 2; i >= 0; i--) {
      Description.Table table = source.touch(way.get(i).to());
      String alias = "w" + (i + 1);
      from =
          from.join(source.dialect().relation(table).as(DSL.name(alias)))
              .on(Source.equal(fields(table, alias, way.get(i + 1).columns()), reached));
      reached = fields(table, alias, way.get(i).key());
    }
    end.touched().forEach(source::touch);
    List<Field<?>> keys = new ArrayList<>();
    for (int i = 0; i < reached.size(); i++) {
      keys.add(reached.get(i).as(DSL.name("k" + (i + 1))));
    }
    return led(
        DSL.selectDistinct(keys).from(from).where(on).asTable(source.alias()), way.getFirst());
  }

  private Condition led(Table<?> reached, Join first) {
    List<Field<Object>> keys = new ArrayList<>();
    for (int i = 0; i < first.key().size(); i++) {
      keys.add(DSL.field(DSL.name(reached.getName(), "k" + (i + 1)), Object.class));
    }
    source.join(reached, Source.equal(fields(source.base(), "t", first.columns()), keys));
    return keys.getFirst().isNotNull();
  }

  private List<Field<Object>> fields(Description.Table table, String alias, List<String> columns) {
    return columns.stream().map(c -> source.catalogue().column(table, alias, c).field()).toList();
  }

  private Condition any(HeldBy by, Source rows, List<Object> values) {
    List<Condition> any = new ArrayList<>();
    for (Spans spans : by.any()) {
      List<Condition> all = new ArrayList<>();
      spans.only().ifPresent(only -> all.add(conditions(rows).of(only)));
      spans.within().forEach(span -> all.add(within(rows, span, values)));
      any.add(all.isEmpty() ? DSL.trueCondition() : DSL.and(all));
    }
    return DSL.or(any);
  }

  private Conditions conditions(Source rows) {
    return new Conditions(rows, new Clocks(rows, at.zone()), at.now());
  }

  private static Condition within(Source rows, Span span, List<Object> values) {
    TableName table = rows.base().name();
    return switch (span) {
      case Span.Moment one -> plain(new DayRows(rows.catalogue(), rows.dialect(), table).text(one));
      case Span.Days days -> plain(new DayRows(rows.catalogue(), rows.dialect(), table).text(days));
      case Span.Values those -> {
        SpanRows.Test test = new SpanRows(rows.catalogue(), rows.dialect(), table).test(those);
        values.addAll(test.values());
        yield plain(test.text());
      }
    };
  }

  /** As it is: what stands in it is not looked through for names or values. */
  private static Condition plain(String text) {
    return DSL.condition(DSL.raw(text));
  }
}
