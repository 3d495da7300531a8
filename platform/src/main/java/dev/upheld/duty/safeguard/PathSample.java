package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.classify.DocumentTally;
import dev.upheld.datamap.classify.PartContext;
import dev.upheld.datamap.classify.PartJudgement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Opens some documents of a column and looks at the paths that the data map does not speak of. Two
 * samples of the same paths are equal.
 */
final class PathSample implements Consumer<Value> {
  private static final int VALUES = 500;

  private final String system;
  private final Table table;
  private final Column column;
  private final Set<Inside.Path> known;
  private final DocumentTally tally;

  PathSample(String system, Table table, Column column, Set<Inside.Path> known) {
    this.system = system;
    this.table = table;
    this.column = column;
    this.known = Set.copyOf(known);
    this.tally = new DocumentTally(known);
  }

  Question.Sample question() {
    return new Question.Sample(table.name(), column.name(), VALUES, this);
  }

  @Override
  public synchronized void accept(Value value) {
    tally.text(Clues.text(value));
  }

  synchronized List<PartJudgement> judge(LocalDate today) {
    return tally.judge(
        new PartContext(table.name().name(), column.name(), Clues.context(table)), today);
  }

  /** Documents that were too long to be seen whole. */
  synchronized int cut() {
    return tally.cut();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathSample sample
        && sample.system.equals(system)
        && sample.table.name().equals(table.name())
        && sample.column.name().equals(column.name())
        && sample.known.equals(known);
  }

  @Override
  public int hashCode() {
    return (system + table.name() + column.name()).hashCode();
  }
}
