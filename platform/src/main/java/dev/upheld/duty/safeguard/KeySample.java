package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.RowSink;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.classify.ContentTally;
import dev.upheld.datamap.classify.KeyTally;
import dev.upheld.datamap.classify.PartContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at some rows of a key-value table and judges the keys that the data map does not speak of;
 * of the others, whether they hold what it says. Two samples of the same keys are equal.
 */
final class KeySample implements RowSink {
  private static final int LOOKED = 50_000;
  private static final int ROWS = 5_000;

  private final String system;
  private final Table table;
  private final String keyColumn;
  private final String valueColumn;
  private final Set<String> bound;
  private final Set<String> technical;
  private final KeyTally tally;

  /**
   * @param parts of the value column
   */
  KeySample(
      String system, Table table, String keyColumn, String valueColumn, KnownColumns.Parts parts) {
    this.system = system;
    this.table = table;
    this.keyColumn = keyColumn;
    this.valueColumn = valueColumn;
    this.bound = keys(parts.bound());
    this.technical = keys(parts.technical());
    this.tally =
        new KeyTally(
            keyColumn,
            Stream.of(bound, technical).flatMap(Set::stream).collect(Collectors.toSet()));
  }

  /** Those of the parts that are keys. */
  static Set<String> keys(Set<Inside> parts) {
    return parts.stream()
        .flatMap(
            part -> part instanceof Inside.Keyed keyed ? Stream.of(keyed.key()) : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  Question.SampleRows question() {
    return new Question.SampleRows(
        table.name(), List.of(keyColumn, valueColumn), LOOKED, ROWS, this);
  }

  @Override
  public synchronized void accept(String column, Value value) {
    if (column.equals(keyColumn)) {
      tally.key(Clues.text(value));
    } else {
      tally.value(Clues.text(value));
    }
  }

  @Override
  public synchronized void end() {
    tally.end();
  }

  synchronized KeyTally.Keys judge(LocalDate today) {
    return tally.judge(
        new PartContext(table.name().name(), valueColumn, Clues.context(table)), today);
  }

  /** Known keys with values that tell what they are. */
  synchronized Map<Inside.Keyed, ContentTally> contents() {
    Map<Inside.Keyed, ContentTally> contents = new LinkedHashMap<>();
    tally
        .contents()
        .forEach((key, content) -> contents.put(new Inside.Keyed(keyColumn, key), content));
    return contents;
  }

  boolean isBound(Inside.Keyed part) {
    return bound.contains(part.key());
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
        && sample.bound.equals(bound)
        && sample.technical.equals(technical);
  }

  @Override
  public int hashCode() {
    return (system + table.name() + valueColumn).hashCode();
  }
}
