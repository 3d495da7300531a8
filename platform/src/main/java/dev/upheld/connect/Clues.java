package dev.upheld.connect;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.classify.ColumnFacts;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.classify.ValueTally;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a live system offers for classification, in the words of the classifier. */
public final class Clues {
  private Clues() {}

  /** What stands around the columns of a table; make it once for all of them. */
  public static TableContext context(Table table) {
    return TableContext.of(
        table.columns().stream()
            .collect(
                Collectors.toMap(
                    Column::name, column -> TypeFamily.valueOf(column.type().name()), (a, b) -> a)),
        table.foreignKeys().stream().map(key -> key.to().name()).toList(),
        table.columns().stream()
            .filter(column -> column.length().isPresent())
            .collect(
                Collectors.toMap(
                    Column::name, column -> column.length().orElseThrow(), (a, b) -> a)));
  }

  /** What the catalogue says of a column. */
  public static ColumnFacts facts(Table table, Column column, TableContext context) {
    return new ColumnFacts(
        table.name().name(),
        column.name(),
        TypeFamily.valueOf(column.type().name()),
        column.comment(),
        column.length(),
        table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name())),
        context);
  }

  /** Whether values can tell more of a column than the catalogue does. */
  public static boolean isWorthwhile(Column column) {
    return column.readable()
        && switch (column.type()) {
          case TEXT, JSON, ARRAY, OTHER, DATE, WHOLE, DECIMAL, BYTES, ADDRESS -> true;
          case BOOLEAN, TIMESTAMP, TIMESTAMP_WITH_ZONE, UUID -> false;
        };
  }

  /** A value as text: bytes as the text they may hold. */
  public static String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Whole(var number) -> number.toString();
      case Value.Bytes(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
    };
  }

  /** Lets a tally look at a value; nothing of the value is kept. */
  public static void look(ValueTally tally, Value value) {
    switch (value) {
      case Value.Text(var text) -> tally.text(text);
      case Value.Whole(var number) -> tally.whole(number);
      case Value.Bytes(var bytes) -> tally.bytes(bytes);
    }
  }

  /** Whether values of the column may be documents in JSON; arrays and ranges only look so. */
  public static boolean mayHoldDocuments(Column column) {
    return switch (column.type()) {
      case TEXT, JSON -> true;
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> false;
      case ADDRESS, BYTES, UUID, ARRAY, OTHER -> false;
    };
  }
}
