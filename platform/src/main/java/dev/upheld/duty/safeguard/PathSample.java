package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.classify.ContentTally;
import dev.upheld.datamap.classify.DocumentTally;
import dev.upheld.datamap.classify.PartContext;
import dev.upheld.datamap.classify.PartJudgement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Opens some documents of a column and judges the paths that the data map does not speak of; of the
 * others, whether they hold what it says. Two samples of the same paths are equal.
 */
final class PathSample implements Consumer<Value> {
  private static final int VALUES = 500;

  private final String system;
  private final Table table;
  private final Column column;
  private final Set<Inside.Path> bound;
  private final Set<Inside.Path> technical;
  private final DocumentTally tally;

  PathSample(String system, Table table, Column column, KnownColumns.Parts parts) {
    this.system = system;
    this.table = table;
    this.column = column;
    this.bound = paths(parts.bound());
    this.technical = paths(parts.technical());
    this.tally = new DocumentTally(inOrder());
  }

  /** What is bound goes before what is technical, a value before everything below. */
  private List<Inside.Path> inOrder() {
    Comparator<Inside.Path> narrowFirst =
        Comparator.comparing(path -> path.steps().getLast() instanceof Inside.Step.Any);
    return Stream.of(bound, technical).flatMap(some -> some.stream().sorted(narrowFirst)).toList();
  }

  /** Those of the parts that are paths. */
  static Set<Inside.Path> paths(Set<Inside> parts) {
    return parts.stream()
        .flatMap(part -> part instanceof Inside.Path path ? Stream.of(path) : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
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

  /** Known paths with values that tell what they are. */
  synchronized Map<Inside.Path, ContentTally> contents() {
    return tally.contents();
  }

  boolean isBound(Inside.Path path) {
    return bound.contains(path);
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
        && sample.bound.equals(bound)
        && sample.technical.equals(technical);
  }

  @Override
  public int hashCode() {
    return (system + table.name() + column.name()).hashCode();
  }
}
