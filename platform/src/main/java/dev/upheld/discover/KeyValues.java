package dev.upheld.discover;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Index;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.RowSink;
import dev.upheld.connect.Session;
import dev.upheld.connect.Value;
import dev.upheld.datamap.classify.KeyTally;
import dev.upheld.datamap.classify.KeyValueShape;
import dev.upheld.datamap.classify.PartContext;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks whether a table holds keys and values, and what lies under each key. */
final class KeyValues implements RowSink {
  private static final int LOOKED = 10_000;
  private static final int ROWS = 2_000;

  private final Table table;
  private final KeyValueShape shape;
  private final KeyTally tally;

  private KeyValues(Table table, KeyValueShape shape) {
    this.table = table;
    this.shape = shape;
    this.tally = new KeyTally(shape.keyColumn(), Set.of());
  }

  /** What was found under the keys of one column. */
  record Found(String column, Parts parts) {}

  /**
   * Looks at some rows. A table that cannot be asked has been told of already.
   *
   * @return empty when it is no such table
   */
  static Optional<Found> look(Session session, Table table, TableContext context, LocalDate today) {
    Optional<KeyValueShape> shape = shape(table);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    KeyValues pairs = new KeyValues(table, shape.get());
    try {
      session.ask(pairs.question(), Progress.SILENT);
    } catch (ProblemException e) {
      return Optional.empty();
    }
    return pairs.judge(context, today);
  }

  private static Optional<KeyValueShape> shape(Table table) {
    Map<String, TypeFamily> families = new LinkedHashMap<>();
    Map<String, Integer> lengths = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      if (column.readable() && Yaml.canName(column.name())) {
        families.put(column.name(), TypeFamily.valueOf(column.type().name()));
        column.length().ifPresent(length -> lengths.put(column.name(), length));
      }
    }
    List<List<String>> unique =
        table.indexes().stream().filter(Index::unique).map(Index::columns).toList();
    return KeyValueShape.of(families, lengths, unique);
  }

  private Question.SampleRows question() {
    return new Question.SampleRows(
        table.name(), List.of(shape.keyColumn(), shape.valueColumn()), LOOKED, ROWS, this);
  }

  @Override
  public void accept(String column, Value value) {
    if (column.equals(shape.keyColumn())) {
      tally.key(text(value));
    } else {
      tally.value(text(value));
    }
  }

  @Override
  public void end() {
    tally.end();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(BigInteger number) -> number.toString();
      case Value.Bytes(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
    };
  }

  private Optional<Found> judge(TableContext context, LocalDate today) {
    if (!tally.isOfKeys()) {
      return Optional.empty();
    }
    KeyTally.Keys keys =
        tally.judge(new PartContext(table.name().name(), shape.valueColumn(), context), today);
    return keys.shown().isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(shape.valueColumn(), new Parts(keys.shown(), keys.hidden())));
  }
}
