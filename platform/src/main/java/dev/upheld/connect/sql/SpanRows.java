package dev.upheld.connect.sql;

import dev.upheld.connect.Description;
import dev.upheld.connect.Span;
import dev.upheld.datamap.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows of a table {@code t} whose values lie in a span. */
public record SpanRows(Catalogue catalogue, Dialect dialect, TableName table) {

  /**
   * A condition, and the values of its question marks. These may be personal data and are never
   * printed.
   */
  public record Test(String text, List<Object> values) {
    public Test {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Whether the value of a row lies within, or there is none. */
  public Test test(Span.Values span) {
    Col bound = catalogue.column(catalogue.table(table), "t", span.column());
    Description.Column column = bound.column();
    String field = dialect.rendering().text(dialect.compared(bound));
    if (span.from().isPresent() && span.from().equals(span.to())) {
      return new Test(field + " = ?", List.of(typed(column, span.from().get())));
    }
    List<String> ends = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    span.from()
        .ifPresent(
            value -> {
              ends.add(field + " >= ?");
              values.add(typed(column, value));
            });
    span.to()
        .ifPresent(
            value -> {
              ends.add(field + " <= ?");
              values.add(typed(column, value));
            });
    return new Test("(" + field + " is null or (" + String.join(" and ", ends) + "))", values);
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
