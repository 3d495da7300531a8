package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.datamap.classify.Classifier;
import dev.upheld.datamap.classify.ColumnFacts;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.ValueTally;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Looks at a few values of a column and forgets them; what stays is what kind of values they were.
 * Two samples of the same column are equal, so that promises that wonder about it share one.
 */
final class ColumnSample implements Consumer<Value> {
  private static final int VALUES = 200;

  private final String system;
  private final Table table;
  private final Column column;
  private final ValueTally tally = new ValueTally();

  ColumnSample(String system, Table table, Column column) {
    this.system = system;
    this.table = table;
    this.column = column;
  }

  /** Whether values can tell more than the catalogue does. */
  static boolean isWorthwhile(Column column) {
    return Clues.isWorthwhile(column);
  }

  Question.Sample question() {
    return new Question.Sample(table.name(), column.name(), VALUES, this);
  }

  @Override
  public synchronized void accept(Value value) {
    Clues.look(tally, value);
  }

  /** Whether any value was there. */
  synchronized boolean isEmpty() {
    return tally.count() == 0;
  }

  /** By name, type, comment and the values seen. */
  synchronized Judgement judge(LocalDate today) {
    return Classifier.judge(facts(table, column), tally, today);
  }

  /** By name, type and comment alone. */
  static Judgement judgeUnseen(Table table, Column column) {
    return Classifier.judge(facts(table, column));
  }

  private static ColumnFacts facts(Table table, Column column) {
    return Clues.facts(table, column, Clues.context(table));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnSample sample
        && sample.system.equals(system)
        && sample.table.name().equals(table.name())
        && sample.column.name().equals(column.name());
  }

  @Override
  public int hashCode() {
    return (system + table.name() + column.name()).hashCode();
  }
}
