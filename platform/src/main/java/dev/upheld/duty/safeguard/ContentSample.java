package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.datamap.classify.Content;
import dev.upheld.datamap.classify.ContentTally;
import java.util.function.Consumer;

/**
 * Looks at a few values of a column whose name and type were judged by a person, and forgets them:
 * only what they are can speak against that person. Two samples of a column are equal.
 */
final class ContentSample implements Consumer<Value> {
  private static final int VALUES = 200;

  private final String system;
  private final Table table;
  private final Column column;
  private final Said said;
  private final ContentTally tally = new ContentTally();

  ContentSample(String system, Table table, Column column, Said said) {
    this.system = system;
    this.table = table;
    this.column = column;
    this.said = said;
  }

  /** Whether values of that type can be anything that {@link Content} names. */
  static boolean isWorthwhile(Column column) {
    return switch (column.type()) {
      case TEXT, JSON, ARRAY, OTHER, BYTES, WHOLE, DECIMAL, ADDRESS -> true;
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, UUID -> false;
    };
  }

  Question.Sample question() {
    return new Question.Sample(table.name(), column.name(), VALUES, this);
  }

  @Override
  public synchronized void accept(Value value) {
    tally.text(Clues.text(value));
  }

  /** What the values were. */
  synchronized ContentTally tally() {
    return tally;
  }

  Said said() {
    return said;
  }

  /** {@code 97 % of 200 sampled values are mail addresses}. */
  static String share(ContentTally tally, Content content) {
    return tally.percent(content)
        + " % of "
        + tally.count()
        + " sampled values are "
        + content.said();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentSample sample
        && sample.system.equals(system)
        && sample.table.name().equals(table.name())
        && sample.column.name().equals(column.name())
        && sample.said == said;
  }

  @Override
  public int hashCode() {
    return (system + table.name() + column.name()).hashCode();
  }
}
