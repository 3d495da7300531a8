package dev.upheld.discover;

import dev.upheld.connect.Clues;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Index;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.RowSink;
import dev.upheld.connect.Session;
import dev.upheld.connect.TableSampler;
import dev.upheld.connect.Value;
import dev.upheld.datamap.classify.KeyTally;
import dev.upheld.datamap.classify.KeyValueShape;
import dev.upheld.datamap.classify.PartContext;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
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
   * What came of a look.
   *
   * @param found empty when it is no such table
   * @param unseen why it could not be looked at, one sentence; empty when it was
   */
  record Looked(Optional<Found> found, Optional<String> unseen) {
    private static final Looked NOTHING = new Looked(Optional.empty(), Optional.empty());
  }

  /**
   * Looks at some rows.
   *
   * @throws ProblemException when nothing else can be asked of the system either
   */
  static Looked look(Session session, Table table, TableContext context, LocalDate today) {
    Optional<KeyValueShape> shape = shape(table);
    if (shape.isEmpty()) {
      return Looked.NOTHING;
    }
    KeyValues pairs = new KeyValues(table, shape.get());
    try {
      session.ask(pairs.question(), Progress.SILENT);
    } catch (ProblemException e) {
      return new Looked(Optional.empty(), Optional.of(pairs.unseen(TableSampler.aboutTheTable(e))));
    }
    return new Looked(pairs.judge(context, today), Optional.empty());
  }

  private String unseen(ConnectProblem why) {
    return "%s: what lies under each %s %s; %s is judged as a whole"
        .formatted(
            table.name(),
            shape.keyColumn(),
            why == ConnectProblem.TIMED_OUT ? "took too long to look at" : "could not be looked at",
            shape.valueColumn());
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
      tally.key(Clues.text(value));
    } else {
      tally.value(Clues.text(value));
    }
  }

  @Override
  public void end() {
    tally.end();
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
