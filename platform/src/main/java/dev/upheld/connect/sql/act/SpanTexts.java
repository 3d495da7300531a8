package dev.upheld.connect.sql.act;

import dev.upheld.connect.Span;
import dev.upheld.connect.Spans;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.sql.DayRows;
import dev.upheld.connect.sql.SpanRows;
import java.util.ArrayList;
import java.util.List;

/** Statements over rows within spans; {@code t} is their table. */
record SpanTexts(SetTexts sets) {

  /** Gives free rows of the set that lie within this fate. */
  Bound hold(RowSet set, Spans spans, int fate) {
    Bound within = within(set, spans);
    String text =
        sets.words()
            .update(
                sets.rows(set),
                "s",
                sets.words().assigned("s", "fate") + " = " + fate,
                List.of(new Joined(sets.relation(set.table()), "t", sets.same(set, "t", "s"))),
                "s.fate = 0 and " + within.text());
    return new Bound(text, within.values());
  }

  /** Rows of the set itself. */
  Bound count(RowSet set, Spans spans, int below) {
    String from =
        "select count(*) from "
            + sets.rows(set)
            + " as s join "
            + sets.relation(set.table())
            + " as t on "
            + sets.same(set, "t", "s")
            + " where s.fate < "
            + below
            + " and ";
    return within(set, spans).within(from, "");
  }

  Bound count(RowSet of, Spans spans) {
    String from = "select count(*) from " + sets.relation(of.table()) + " as t where ";
    return within(of, spans).within(from, "");
  }

  private Bound within(RowSet set, Spans spans) {
    List<Bound> each = new ArrayList<>(List.of(Bound.of("1 = 1")));
    spans.within().forEach(span -> each.add(span(set, span)));
    Bound span = Bound.joined(each, " and ");
    RowSet only = new RowSet(set.number(), set.table(), set.key(), spans.only());
    return span.within("(", ")" + sets.only(only, "t"));
  }

  private Bound span(RowSet set, Span span) {
    return switch (span) {
      case Span.Days days -> Bound.of(days(set).text(days));
      case Span.Moment one -> Bound.of(days(set).text(one));
      case Span.Values values -> values(set, values);
    };
  }

  private DayRows days(RowSet set) {
    return new DayRows(sets.catalogue(), sets.dialect(), set.table());
  }

  private Bound values(RowSet set, Span.Values span) {
    SpanRows.Test test = new SpanRows(sets.catalogue(), sets.dialect(), set.table()).test(span);
    return new Bound(test.text(), test.values());
  }
}
