package dev.upheld.duty.safeguard;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Inside.Step;
import dev.upheld.datamap.values.JsonWalk;
import dev.upheld.datamap.values.JsonWalk.Ending;
import dev.upheld.datamap.values.Mark;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Looks in what is left of a column, where parts of it are bound to data words, for what a single
 * value proves. Of documents the keys count as well. Remembers marks, never a value; two for the
 * same parts are equal.
 *
 * @param bound the paths to pass over; none where rows are chosen by their key
 */
record PartMarks(Set<Inside.Path> bound, Set<Mark> seen) implements Predicate<Value> {

  PartMarks(Set<Inside.Path> bound) {
    this(Set.copyOf(bound), ConcurrentHashMap.newKeySet());
  }

  @Override
  public boolean test(Value value) {
    Set<Mark> marks = marks(value);
    seen.addAll(marks);
    return !marks.isEmpty();
  }

  private Set<Mark> marks(Value value) {
    String whole = Clues.text(value);
    if (bound.isEmpty()) {
      return Mark.in(whole);
    }
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    Ending ending =
        JsonWalk.walk(
            whole,
            (path, kind, text) -> {
              if (bound.stream().noneMatch(p -> p.covers(path))) {
                marks.addAll(Mark.in(text));
                keys(path, marks);
              }
            });
    return ending == Ending.WHOLE ? marks : Mark.in(whole);
  }

  private static void keys(List<Step> path, Set<Mark> marks) {
    for (Step step : path) {
      if (step instanceof Step.Key(String name) && name.indexOf('@') > 0) {
        marks.addAll(Mark.in(name));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartMarks marks && marks.bound.equals(bound);
  }

  @Override
  public int hashCode() {
    return bound.hashCode();
  }
}
