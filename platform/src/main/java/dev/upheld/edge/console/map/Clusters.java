package dev.upheld.edge.console.map;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.edge.console.map.Atlas.Labels;
import dev.upheld.edge.console.map.Group.Band;
import dev.upheld.edge.console.map.Group.Item;
import dev.upheld.edge.console.map.Group.Kind;
import dev.upheld.edge.console.map.Group.Mark;
import dev.upheld.edge.console.map.Group.Sample;
import dev.upheld.edge.console.map.Group.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of a system, clustered: a band for each group of people, in it a frame for each
 * activity. Where there are many tables, frames are folded up and open one at a time.
 */
final class Clusters {
  /** The word that opens all frames. */
  static final String ALL = "all";

  /** As many tables as a picture shows at once. */
  private static final int FEW = 40;

  private static final int COLUMNS = 3;

  private final String system;
  private final Map<String, Cluster> clusters = new LinkedHashMap<>();
  private final Map<String, String> of = new HashMap<>();
  private final boolean few;

  Clusters(String system, Collection<Place> places) {
    this.system = system;
    for (Place place : places) {
      String subject = place.subjects().keySet().stream().findFirst().orElse("");
      String activity = place.activities().stream().findFirst().orElse("");
      String key = subject + "/" + activity;
      clusters
          .computeIfAbsent(key, k -> new Cluster(k, subject, activity, new ArrayList<>()))
          .places()
          .add(place);
      of.put(place.id(), key);
    }
    this.few = places.size() <= FEW;
  }

  /** Tables of one activity about one group of people. */
  record Cluster(String key, String subject, String activity, List<Place> places) {}

  Collection<Cluster> all() {
    return clusters.values();
  }

  /** Whether frames can be folded up. */
  boolean folds() {
    return !few;
  }

  private boolean isOpen(String key, String open) {
    return few || open.equals(ALL) || open.equals(key);
  }

  /**
   * @param open the cluster that is open, all, or empty text for none
   * @param title of an activity
   * @param subject title of a group of people
   * @param mark how an activity stands
   */
  Picture picture(
      String open,
      Labels labels,
      Function<String, String> title,
      Function<String, String> subject,
      Function<String, Optional<Mark>> mark) {
    Map<String, List<Group>> bySubject = new LinkedHashMap<>();
    for (Cluster cluster : clusters.values()) {
      String activity = cluster.activity();
      String name = activity.isEmpty() ? labels.noActivity() : title.apply(activity);
      bySubject
          .computeIfAbsent(cluster.subject(), s -> new ArrayList<>())
          .add(group(cluster, name, open, labels, mark.apply(activity)));
    }
    List<Band> bands = new ArrayList<>();
    bySubject.forEach(
        (s, groups) ->
            bands.add(
                new Band(s.isEmpty() ? labels.noSubject() : subject.apply(s), shelved(groups))));
    return Picture.of(bands, wires(open), samples(labels));
  }

  private Group group(
      Cluster cluster, String name, String open, Labels labels, Optional<Mark> mark) {
    boolean isOpen = isOpen(cluster.key(), open);
    String toggled = isOpen ? Atlas.href(system) : Atlas.group(system, cluster.key());
    Item head =
        new Item(
            cluster.key(),
            name,
            few ? "" : labels.tables().apply(cluster.places().size()),
            few ? Optional.empty() : Optional.of(toggled),
            mark);
    return new Group(head, isOpen ? cluster.places().stream().map(this::item).toList() : List.of());
  }

  private Item item(Place place) {
    String columns = Integer.toString(place.fields().size());
    return new Item(
        "t:" + place.id(),
        place.table().toString(),
        columns,
        Optional.of(Atlas.href(system, place.id())));
  }

  private List<Wire> wires(String open) {
    List<Wire> wires = new ArrayList<>();
    for (Cluster cluster : clusters.values()) {
      for (Place place : cluster.places()) {
        for (Link link : place.links()) {
          String from = end(place.id(), open);
          String to = end(link.place(), open);
          if (!from.equals(to) && concerns(open, place.id(), link.place())) {
            wires.add(new Wire(from, to, kind(link.kind())));
          }
        }
      }
    }
    return wires;
  }

  /** With one cluster open, only its own links are drawn: the rest would hide them. */
  private boolean concerns(String open, String from, String to) {
    return !clusters.containsKey(open)
        || open.equals(of.getOrDefault(from, ""))
        || open.equals(of.getOrDefault(to, ""));
  }

  private String end(String place, String open) {
    String key = of.getOrDefault(place, "");
    return isOpen(key, open) ? "t:" + place : key;
  }

  static Kind kind(Link.Kind kind) {
    return switch (kind) {
      case OWNS -> Kind.OWNS;
      case SHARED -> Kind.SHARED;
      case MENTIONS -> Kind.MENTIONS;
    };
  }

  private static List<Sample> samples(Labels labels) {
    return List.of(
        new Sample(Kind.OWNS, labels.owns()),
        new Sample(Kind.SHARED, labels.shared()),
        new Sample(Kind.MENTIONS, labels.mentions()));
  }

  /** In the order of the map, each on the column that is shortest so far. */
  private static List<List<Group>> shelved(List<Group> groups) {
    List<List<Group>> columns = new ArrayList<>();
    int[] lines = new int[COLUMNS];
    for (int i = 0; i < Math.min(COLUMNS, groups.size()); i++) {
      columns.add(new ArrayList<>());
    }
    for (Group group : groups) {
      int shortest = 0;
      for (int i = 1; i < columns.size(); i++) {
        shortest = lines[i] < lines[shortest] ? i : shortest;
      }
      columns.get(shortest).add(group);
      lines[shortest] += group.items().size() + 2;
    }
    return columns;
  }
}
