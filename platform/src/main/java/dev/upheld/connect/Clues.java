package dev.upheld.connect;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.ForeignKey;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.classify.ColumnFacts;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.classify.ValueTally;
import java.util.List;

/** What a live system offers for classification, in the words of the classifier. */
public final class Clues {
  private Clues() {}

  /** What the catalogue says of a column, with the table around it. */
  public static ColumnFacts facts(Table table, Column column) {
    List<ForeignKey> keys = table.foreignKeys();
    List<String> own =
        keys.stream()
            .filter(key -> key.columns().contains(column.name()))
            .map(key -> key.to().name())
            .toList();
    TableContext context =
        new TableContext(
            table.columns().stream().map(Column::name).toList(),
            own,
            keys.stream().map(key -> key.to().name()).distinct().toList(),
            table.name().schema());
    return new ColumnFacts(
        table.name().name(),
        column.name(),
        TypeFamily.valueOf(column.type().name()),
        column.comment(),
        column.length(),
        context);
  }

  /** Whether values can tell more of a column than the catalogue does. */
  public static boolean isWorthwhile(Column column) {
    return column.readable()
        && switch (column.type()) {
          case TEXT, JSON, ARRAY, OTHER, DATE, WHOLE, DECIMAL, BYTES, ADDRESS, UUID -> true;
          case BOOLEAN, TIMESTAMP, TIMESTAMP_WITH_ZONE -> false;
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
}
