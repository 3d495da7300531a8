package dev.upheld.duty.residency;

import dev.upheld.connect.Join;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way from a row to the country its person resides in.
 *
 * @param joins steps to the row that says it; empty when the row itself does
 * @param column the column that holds the country
 */
record ResidencePath(List<Join> joins, String column) {

  private record Step(Place at, List<Join> joins) {}

  /**
   * The shortest way along the links of the data map. The first step follows the column that names
   * the person, where one does; the others only links that own the row, since a row may point at
   * other people as well.
   */
  static Optional<ResidencePath> find(Place from, String subject, Map<String, Place> places) {
    Deque<Step> open = new ArrayDeque<>(List.of(new Step(from, List.of())));
    Set<String> been = new HashSet<>(Set.of(from.id()));
    while (!open.isEmpty()) {
      Step step = open.removeFirst();
      Optional<String> column = Optional.ofNullable(step.at().residence().get(subject));
      if (column.isPresent()) {
        return Optional.of(new ResidencePath(step.joins(), column.get()));
      }
      for (Link link : ways(step.at(), subject)) {
        Optional<Place> next = Optional.ofNullable(places.get(link.place()));
        if (next.isPresent() && been.add(link.place())) {
          List<Join> joins = new ArrayList<>(step.joins());
          joins.add(new Join(link.columns(), next.get().table(), link.key()));
          open.addLast(new Step(next.get(), joins));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Link> ways(Place at, String subject) {
    Optional<List<String>> person = Optional.ofNullable(at.subjects().get(subject)).map(List::of);
    List<Link> named =
        at.links().stream().filter(l -> person.filter(l.columns()::equals).isPresent()).toList();
    return named.isEmpty()
        ? at.links().stream().filter(l -> l.kind() == Link.Kind.OWNS).toList()
        : named;
  }
}
