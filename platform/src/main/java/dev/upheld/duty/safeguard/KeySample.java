package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.datamap.classify.KeyTally;
import dev.upheld.datamap.classify.PartContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Looks at some rows of a key-value table and judges the keys that the data map does not speak of.
 * Two samples of the same keys are equal.
 */
final class KeySample implements BiConsumer<String, Value> {
  private static final int LOOKED = 50_000;
  private static final int ROWS = 5_000;

  private final String system;
  private final Table table;
  private final String keyColumn;
  private final String valueColumn;
  private final Set<String> known;
  private final KeyTally tally;
  private Optional<String> key = Optional.empty();

  KeySample(String system, Table table, String keyColumn, String valueColumn, Set<String> known) {
    this.system = system;
    this.table = table;
    this.keyColumn = keyColumn;
    this.valueColumn = valueColumn;
    this.known = Set.copyOf(known);
    this.tally = new KeyTally(keyColumn, known);
  }

  Question.SampleRows question() {
    return new Question.SampleRows(
        table.name(), List.of(keyColumn, valueColumn), LOOKED, ROWS, this);
  }

  /** A row's key comes before its value; one without a key has the key that is no name. */
  @Override
  public synchronized void accept(String column, Value value) {
    if (column.equals(keyColumn)) {
      key = Optional.of(Clues.text(value));
    } else {
      tally.pair(key.orElse(""), Clues.text(value));
      key = Optional.empty();
    }
  }

  synchronized KeyTally.Keys judge(LocalDate today) {
    return tally.judge(
        new PartContext(table.name().name(), valueColumn, Clues.context(table)), today);
  }

  String valueColumn() {
    return valueColumn;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeySample sample
        && sample.system.equals(system)
        && sample.table.name().equals(table.name())
        && sample.keyColumn.equals(keyColumn)
        && sample.valueColumn.equals(valueColumn)
        && sample.known.equals(known);
  }

  @Override
  public int hashCode() {
    return (system + table.name() + valueColumn).hashCode();
  }
}
