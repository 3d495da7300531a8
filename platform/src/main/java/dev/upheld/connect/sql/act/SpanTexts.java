package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Span;
import dev.upheld.connect.act.Spans;
import dev.upheld.connect.sql.DayRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
    Bound span = spans.span().map(s -> span(set, s)).orElseGet(() -> Bound.of("1 = 1"));
    RowSet only = new RowSet(set.number(), set.table(), set.key(), spans.only());
    return span.within("(", ")" + sets.only(only, "t"));
  }

  private Bound span(RowSet set, Span span) {
    return switch (span) {
      case Span.Days days ->
          Bound.of(new DayRows(sets.catalogue(), sets.dialect(), set.table()).text(days));
      case Span.Values values -> values(set, values);
    };
  }

  private Bound values(RowSet set, Span.Values span) {
    Description.Column column =
        sets.catalogue().column(sets.table(set.table()), "t", span.column()).column();
    String field = sets.column("t", span.column());
    if (span.from().isPresent() && span.from().equals(span.to())) {
      return new Bound(field + " = ?", List.of(typed(column, span.from().get())));
    }
    List<Bound> ends = new ArrayList<>();
    span.from().ifPresent(v -> ends.add(new Bound(field + " >= ?", List.of(typed(column, v)))));
    span.to().ifPresent(v -> ends.add(new Bound(field + " <= ?", List.of(typed(column, v)))));
    return Bound.joined(ends, " and ").within("(" + field + " is null or (", "))");
  }

  /** As the driver has to get it, so that numbers compare as numbers. */
  private static Object typed(Description.Column column, String value) {
    return switch (column.type()) {
      case WHOLE, DECIMAL -> number(value);
      case UUID -> UUID.fromString(value);
      case TEXT,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          BYTES,
          JSON,
          ARRAY,
          OTHER ->
          value;
    };
  }

  /** Whole numbers as such where they fit, so that an index of whole numbers serves. */
  private static Object number(String value) {
    BigDecimal number = new BigDecimal(value);
    boolean fits = number.scale() <= 0 && number.precision() - number.scale() <= 18;
    return fits ? (Object) number.longValueExact() : number;
  }
}
