package dev.upheld.duty.safeguard;

import dev.upheld.connect.Value;
import dev.upheld.datamap.values.CardNumber;
import dev.upheld.datamap.values.Mark;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The test behind a search of all rows for what a single value proves. Remembers which marks it has
 * seen, never a value. Two searches of the same columns are equal, so that promises share one.
 */
final class MarkSearch implements Predicate<Value> {
  private final Map<String, Said> columns;
  private final Set<Mark> seen = ConcurrentHashMap.newKeySet();

  /**
   * @param columns what is searched, with what the data map says of each
   */
  MarkSearch(Map<String, Said> columns) {
    this.columns = Map.copyOf(columns);
  }

  @Override
  public boolean test(Value value) {
    Set<Mark> marks =
        switch (value) {
          case Value.Text(var text) -> Mark.in(text);
          case Value.Whole(var number) ->
              CardNumber.inWhole(number) == CardNumber.Sighting.REAL ? Set.of(Mark.CARD) : Set.of();
          case Value.Bytes(var bytes) -> Mark.in(bytes);
        };
    seen.addAll(marks);
    return !marks.isEmpty();
  }

  Set<Mark> seen() {
    return seen;
  }

  Said said(String column) {
    return columns.getOrDefault(column, Said.NOTHING);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MarkSearch search && search.columns.equals(columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }
}
