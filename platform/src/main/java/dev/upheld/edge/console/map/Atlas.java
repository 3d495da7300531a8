package dev.upheld.edge.console.map;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Stated;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.console.map.Group.Item;
import dev.upheld.edge.console.map.Group.Mark;
import dev.upheld.edge.console.map.Group.Wire;
import dev.upheld.verdict.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The pictures of one workspace: the company as a whole, and each of its systems. */
public final class Atlas {
  private final Charter charter;
  private final DataMap map;
  private final Function<String, Optional<Mark>> standing;

  /**
   * @param standing the worst verdict of an activity's promises; empty when it has none
   * @param said a verdict's word
   */
  public Atlas(
      Workspace workspace,
      Function<String, Optional<Verdict>> standing,
      Function<Verdict, String> said) {
    this.charter = workspace.charter();
    this.map = workspace.map();
    this.standing = activity -> standing.apply(activity).map(v -> new Mark(v, said.apply(v)));
  }

  /**
   * Words that a picture needs, in the reader's language.
   *
   * @param unknown said where a country is not known
   * @param tables says a number of tables
   * @param noSubject said of tables that name nobody
   * @param owns what the kinds of links mean
   */
  public record Labels(
      String activities,
      String recipients,
      String unknown,
      LongFunction<String> tables,
      String noActivity,
      String noSubject,
      String owns,
      String shared,
      String mentions) {}

  /** Where a system is shown. */
  public static String href(String system) {
    return "/map?system=" + URLEncoder.encode(system, StandardCharsets.UTF_8);
  }

  /** Where a system is shown with one of its clusters open. */
  public static String group(String system, String cluster) {
    return href(system) + "&group=" + URLEncoder.encode(cluster, StandardCharsets.UTF_8);
  }

  /** Where a system is shown with all of its clusters open. */
  public static String allGroups(String system) {
    return group(system, Clusters.ALL);
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
    return Svg.of(Picture.of(List.of(activities, systems(labels), recipients), wires), title);
  }

  private Item item(Activity activity) {
    String href = "/promises?activity=" + URLEncoder.encode(activity.id(), StandardCharsets.UTF_8);
    return new Item(
        "a:" + activity.id(),
        activity.title(),
        "",
        Optional.of(href),
        standing.apply(activity.id()));
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

  /**
   * The tables of a system by group of people and activity, and the links between them; as SVG.
   *
   * @param open the cluster that is open; empty text for none
   */
  public Svg system(String system, String open, Labels labels, String title) {
    return Svg.of(
        clusters(system).picture(open, labels, this::activityTitle, this::subjectTitle, standing),
        title);
  }

  private Clusters clusters(String system) {
    return new Clusters(system, map.places().getOrDefault(system, Map.of()).values());
  }

  /** Whether there are so many tables that clusters are folded up. */
  public boolean folds(String system) {
    return clusters(system).folds();
  }

  /**
   * Tables of one activity about one group of people.
   *
   * @param name what they are, in titles
   * @param tables place and table
   */
  public record Shelf(String name, List<Map.Entry<String, String>> tables) {}

  /** All tables of a system, cluster by cluster. */
  public List<Shelf> shelves(String system, Labels labels) {
    return clusters(system).all().stream()
        .map(
            c ->
                new Shelf(
                    (c.subject().isEmpty() ? labels.noSubject() : subjectTitle(c.subject()))
                        + " · "
                        + (c.activity().isEmpty()
                            ? labels.noActivity()
                            : activityTitle(c.activity())),
                    c.places().stream().map(p -> Map.entry(p.id(), p.table().toString())).toList()))
        .toList();
  }

  private String activityTitle(String activity) {
    return Optional.ofNullable(charter.activities().get(activity))
        .map(Activity::title)
        .orElse(activity);
  }

  private String subjectTitle(String subject) {
    return Optional.ofNullable(charter.words().subjects().get(subject))
        .flatMap(s -> s.title())
        .orElse(subject);
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
