package dev.upheld.demo;

import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Script;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that can be wrong at Nimbus.
 *
 * @param number its own, from 1: keeps its planted rows apart from those of others
 * @param id as written on the command line: {@code overdue-candidates}
 * @param description what is wrong, in plain words
 * @param promises the ids of the promises of the demo's charter that it breaks: one, or one for
 *     each activity that shares the table
 * @param region the database it is planted in
 * @param how makes the statements
 */
public record Fault(
    int number,
    String id,
    String description,
    Set<String> promises,
    Region region,
    Function<Gardener, Change> how)
    implements Comparable<Fault> {
  public Fault {
    promises = Set.copyOf(promises);
  }

  /** All there are. */
  public static List<Fault> all() {
    return Stream.of(TimeFaults.ALL, ValueFaults.ALL, PlaceFaults.ALL)
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  /** The statements, for a database of its region. */
  public Change change(Script script) {
    return how.apply(new Gardener(script, number));
  }

  @Override
  public int compareTo(Fault other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return id;
  }
}
