package dev.upheld.edge.console.map;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Stated;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.console.map.Group.Item;
import dev.upheld.edge.console.map.Group.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The pictures of one workspace: the company as a whole, and each of its systems. */
public final class Atlas {
  private static final int COLUMNS = 3;

  private final Charter charter;
  private final DataMap map;

  public Atlas(Workspace workspace) {
    this.charter = workspace.charter();
    this.map = workspace.map();
  }

  /**
   * Words that a picture needs, in the reader's language.
   *
   * @param unknown said where a country is not known
   * @param tables says a number of tables
   * @param shared over what tells of the same people in several systems
   */
  public record Labels(
      String activities,
      String recipients,
      String unknown,
      LongFunction<String> tables,
      String noActivity,
      String shared) {}

  /** Where a system is shown. */
  public static String href(String system) {
    return "/map?system=" + URLEncoder.encode(system, StandardCharsets.UTF_8);
  }

  /** Where the picture of a system is to be had as a file. */
  public static String file(String system) {
    return "/map.svg?system=" + URLEncoder.encode(system, StandardCharsets.UTF_8);
  }

  /** Where a place is shown. */
  public static String href(String system, String place) {
    return href(system) + "&place=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
  }

  /** Activities, the systems that hold their data, by country, and who receives it; as SVG. */
  public Svg company(Labels labels, String title) {
    List<Group> activities =
        List.of(
            new Group(
                labels.activities(),
                charter.activities().values().stream().map(this::item).toList()));
    List<Group> recipients =
        charter.recipients().isEmpty()
            ? List.of()
            : List.of(
                new Group(
                    labels.recipients(),
                    charter.recipients().entrySet().stream()
                        .map(e -> item(e.getKey(), e.getValue()))
                        .toList()));
    List<Wire> wires = new ArrayList<>();
    map.places()
        .forEach(
            (system, places) ->
                places
                    .values()
                    .forEach(
                        p ->
                            p.activities()
                                .forEach(a -> wires.add(new Wire("a:" + a, "s:" + system)))));
    map.systems()
        .values()
        .forEach(s -> s.operator().ifPresent(o -> wires.add(new Wire("s:" + s.id(), "r:" + o))));
    List<Group> middle = new ArrayList<>(systems(labels));
    List<Item> shared = shared(wires);
    if (!shared.isEmpty()) {
      middle.add(new Group(labels.shared(), shared));
    }
    return Svg.of(Picture.of(List.of(activities, middle, recipients), wires), title);
  }

  /** What two systems know the same people by: one item for each, with a wire to both. */
  private List<Item> shared(List<Wire> wires) {
    Map<String, Item> items = new LinkedHashMap<>();
    map.places()
        .forEach(
            (system, places) ->
                places
                    .values()
                    .forEach(
                        p -> {
                          for (RemoteLink link : p.elsewhere()) {
                            String label =
                                "%s: %s, %s"
                                    .formatted(
                                        String.join(" ", link.columns()), system, link.system());
                            String key = "x:" + label;
                            items.putIfAbsent(
                                key, new Item(key, label, "", Optional.of(href(system, p.id()))));
                            wires.add(new Wire(key, "s:" + system));
                            wires.add(new Wire(key, "s:" + link.system()));
                          }
                        }));
    return List.copyOf(items.values());
  }

  private Item item(Activity activity) {
    String href = "/promises?activity=" + URLEncoder.encode(activity.id(), StandardCharsets.UTF_8);
    return new Item("a:" + activity.id(), activity.title(), "", Optional.of(href));
  }

  private static Item item(String id, Recipient recipient) {
    String name = known(recipient.name()).orElse(id);
    String countries = String.join(" ", known(recipient.countries()).orElse(List.of()));
    return new Item("r:" + id, name, countries, Optional.empty());
  }

  private static <T> Optional<T> known(Stated<T> stated) {
    return stated instanceof Stated.Known<T>(T it) ? Optional.of(it) : Optional.empty();
  }

  private List<Group> systems(Labels labels) {
    Map<String, List<Item>> byCountry = new TreeMap<>();
    for (SystemEntry system : map.systems().values()) {
      int tables = map.places().getOrDefault(system.id(), Map.of()).size();
      String count = tables == 0 ? "" : labels.tables().apply(tables);
      byCountry
          .computeIfAbsent(system.country().orElse(labels.unknown()), c -> new ArrayList<>())
          .add(new Item("s:" + system.id(), system.id(), count, Optional.of(href(system.id()))));
    }
    return byCountry.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  /** The tables of a system by activity, and the links between them; as SVG. */
  public Svg system(String system, Labels labels, String title) {
    Collection<Place> places = map.places().getOrDefault(system, Map.of()).values();
    Map<String, List<Item>> byActivity = new LinkedHashMap<>();
    List<Wire> wires = new ArrayList<>();
    for (Place place : places) {
      String first = place.activities().stream().findFirst().orElse("");
      byActivity
          .computeIfAbsent(first, a -> new ArrayList<>())
          .add(
              new Item(
                  place.id(),
                  place.table().toString(),
                  String.join(" ", place.subjects().keySet()),
                  Optional.of(href(system, place.id()))));
      for (Link link : place.links()) {
        wires.add(new Wire(place.id(), link.place()));
      }
    }
    List<Group> groups = new ArrayList<>();
    byActivity.forEach((a, items) -> groups.add(new Group(activityTitle(a, labels), items)));
    return Svg.of(Picture.of(shelved(groups), wires), title);
  }

  private String activityTitle(String activity, Labels labels) {
    return Optional.ofNullable(charter.activities().get(activity))
        .map(Activity::title)
        .orElse(labels.noActivity());
  }

  /** In the order of the map, each on the column that is shortest so far. */
  private static List<List<Group>> shelved(List<Group> groups) {
    List<List<Group>> columns = new ArrayList<>();
    int[] lines = new int[Math.min(COLUMNS, Math.max(1, groups.size()))];
    for (int i = 0; i < lines.length; i++) {
      columns.add(new ArrayList<>());
    }
    for (Group group : groups) {
      int shortest = 0;
      for (int i = 1; i < lines.length; i++) {
        shortest = lines[i] < lines[shortest] ? i : shortest;
      }
      columns.get(shortest).add(group);
      lines[shortest] += group.items().size() + 2;
    }
    return columns;
  }

  /**
   * A place that was searched for, or one of its columns.
   *
   * @param column or a part of one, as the data map writes it; empty when the table itself was
   *     meant
   */
  public record Hit(String system, String place, String table, String column, String word) {}

  /** Tables and columns whose name or data word holds the text, in the order of the map. */
  public List<Hit> find(String text, int most) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return map.places().entrySet().stream()
        .flatMap(e -> e.getValue().values().stream().flatMap(p -> hits(e.getKey(), p)))
        .filter(h -> holds(h, wanted))
        .sorted(Comparator.comparing(h -> !h.column().isEmpty()))
        .limit(most)
        .toList();
  }

  private static Stream<Hit> hits(String system, Place place) {
    String table = place.table().toString();
    return Stream.of(
            Stream.of(new Hit(system, place.id(), table, "", "")),
            place.fields().values().stream()
                .map(f -> new Hit(system, place.id(), table, f.name().toString(), f.word())),
            place.technical().stream().map(c -> new Hit(system, place.id(), table, c, "")),
            place.technicalParts().stream()
                .map(part -> new Hit(system, place.id(), table, part.toString(), "")))
        .flatMap(s -> s);
  }

  private static boolean holds(Hit hit, String wanted) {
    String name = hit.column().isEmpty() ? hit.table() : hit.column() + " " + hit.word();
    return name.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
