package dev.upheld.duty.safeguard;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.probe.BoundPlace;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the data map itself says joins places across systems. It counts whether the systems answer
 * or not: who writes down that two stores share people says that they can be joined.
 */
final class DeclaredJoins {
  private DeclaredJoins() {}

  /** One sentence, where the map links one with the other, or both with a third place. */
  static Optional<String> between(BoundPlace one, BoundPlace other) {
    if (leads(one, other) || leads(other, one)) {
      return Optional.of(
          "The data map itself links " + one.where() + " with " + other.where() + ".");
    }
    Set<String> elsewhere = remote(one);
    elsewhere.addAll(remote(other));
    return targets(one).stream()
        .filter(targets(other)::contains)
        .filter(elsewhere::contains)
        .findFirst()
        .map(
            third ->
                "The data map links both "
                    + one.where()
                    + " and "
                    + other.where()
                    + " with "
                    + third
                    + ".");
  }

  private static boolean leads(BoundPlace from, BoundPlace to) {
    return from.place().elsewhere().stream()
        .anyMatch(link -> link.leadsTo(to.system(), to.place().id()));
  }

  private static Set<String> remote(BoundPlace place) {
    Set<String> found = new LinkedHashSet<>();
    for (RemoteLink link : place.place().elsewhere()) {
      found.add(link.system() + "/" + link.place());
    }
    return found;
  }

  private static Set<String> targets(BoundPlace place) {
    Set<String> found = remote(place);
    for (Link link : place.place().links()) {
      found.add(place.system() + "/" + link.place());
    }
    return found;
  }
}
