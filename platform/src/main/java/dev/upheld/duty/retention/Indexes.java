package dev.upheld.duty.retention;

import dev.upheld.connect.Description;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Indexes without which a rule looks at every row. */
final class Indexes {
  private final Description description;
  private final List<String> missing = new ArrayList<>();

  private Indexes(Description description) {
    this.description = description;
  }

  /** Those that are not there, as people make them: {@code visit (seen_at)}. */
  static List<String> missing(Description description, List<Question.CountDue> asks) {
    Indexes indexes = new Indexes(description);
    asks.forEach(ask -> clocks(ask.due()).forEach(clock -> indexes.look(ask.table(), clock)));
    return indexes.missing.stream().distinct().toList();
  }

  private static Stream<Clock> clocks(Due due) {
    return switch (due) {
      case Due.Before before -> Stream.of(before.clock().clock());
      case Due.Any any -> any.of().stream().flatMap(Indexes::clocks);
      case Due.All all -> all.of().stream().flatMap(Indexes::clocks);
    };
  }

  private void look(TableName table, Clock clock) {
    switch (clock) {
      case Clock.Column column -> look(table, List.of(column.column()));
      case Clock.Linked linked -> look(linked.table(), linked.via());
      case Clock.Parent parent -> look(parent.table(), parent.key());
      case Clock.Latest latest -> latest.of().forEach(c -> look(table, c));
      case Clock.Earliest earliest -> earliest.of().forEach(c -> look(table, c));
      case Clock.FirstKnown first -> first.of().forEach(c -> look(table, c));
    }
  }

  private void look(TableName name, List<String> columns) {
    description
        .table(name)
        .filter(
            table ->
                Stream.concat(
                        Stream.of(table.key()),
                        table.indexes().stream().map(Description.Index::columns))
                    .noneMatch(
                        i ->
                            i.size() >= columns.size()
                                && i.subList(0, columns.size()).equals(columns)))
        .ifPresent(t -> missing.add(t.name() + " (" + String.join(", ", columns) + ")"));
  }
}
