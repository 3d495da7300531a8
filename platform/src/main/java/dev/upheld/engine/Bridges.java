package dev.upheld.engine;

import dev.upheld.connect.act.Match;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.datamap.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Links between systems, which no statement can follow: by the values that rows of both have. */
final class Bridges {
  static final int LINKED_VALUES = 10_000;

  private Bridges() {}

  /**
   * Systems whose rows name their owner in another one come before that: as long as the owner is
   * there, an interrupted act finds the rest again.
   */
  static List<String> ownersLast(Workspace workspace, List<String> systems) {
    List<String> rest = new ArrayList<>(systems);
    List<String> order = new ArrayList<>();
    while (!rest.isEmpty()) {
      String next =
          rest.stream()
              .filter(
                  s ->
                      links(workspace, (_, link) -> link.system().equals(s)).stream()
                          .noneMatch(f -> !f.system().equals(s) && rest.contains(f.system())))
              .findFirst()
              .orElse(rest.getFirst());
      rest.remove(next);
      order.add(next);
    }
    return order;
  }

  /** Values that rows of this person have and that rows of other systems name as their owner. */
  static Map<String, List<String>> carried(Workspace workspace, String system, SystemWork work) {
    Map<String, List<String>> carried = new LinkedHashMap<>();
    for (Node node : work.gathering().gathered()) {
      links(workspace, (_, link) -> link.leadsTo(system, node.id()))
          .forEach(
              found -> {
                String column = found.link().key().getFirst();
                carried.put(
                    node.id() + "\u001f" + column,
                    work.session().values(node.set(), column, LINKED_VALUES));
              });
    }
    return carried;
  }

  /** Whether rows of other systems name rows of a place of this one as their owner. */
  static boolean carries(Workspace workspace, String system, String place) {
    return !links(workspace, (_, link) -> link.leadsTo(system, place)).isEmpty();
  }

  private record Found(String system, Place place, RemoteLink link) {}

  private interface Wanted {
    boolean is(String system, RemoteLink link);
  }

  private static List<Found> links(Workspace workspace, Wanted wanted) {
    List<Found> found = new ArrayList<>();
    workspace
        .map()
        .places()
        .forEach(
            (system, places) ->
                places
                    .values()
                    .forEach(
                        place ->
                            place.elsewhere().stream()
                                .filter(l -> l.kind() == Link.Kind.OWNS)
                                .filter(l -> l.columns().size() == 1)
                                .filter(l -> wanted.is(system, l))
                                .forEach(l -> found.add(new Found(system, place, l)))));
    return found;
  }

  /** Systems that have to be looked at again, because another one named more of their rows. */
  static Set<String> linked(
      Workspace workspace,
      Map<String, Map<String, List<String>>> carried,
      Map<String, Map<String, List<Match>>> linked) {
    Set<String> again = new TreeSet<>();
    Map<String, Map<String, List<Match>>> now = new LinkedHashMap<>();
    for (Found found : links(workspace, (_, _) -> true)) {
      RemoteLink link = found.link();
      List<String> values =
          carried
              .getOrDefault(link.system(), Map.of())
              .getOrDefault(link.place() + "\u001f" + link.key().getFirst(), List.of());
      if (!values.isEmpty()) {
        now.computeIfAbsent(found.system(), s -> new LinkedHashMap<>())
            .computeIfAbsent(found.place().id(), p -> new ArrayList<>())
            .add(new Match(link.columns().getFirst(), values, false));
      }
    }
    now.forEach(
        (system, places) -> {
          if (!places.equals(linked.get(system))) {
            again.add(system);
          }
        });
    linked.putAll(now);
    return again;
  }
}
