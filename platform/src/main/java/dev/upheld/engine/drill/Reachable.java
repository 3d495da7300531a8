package dev.upheld.engine.drill;

import dev.upheld.charter.model.Activity;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Known;
import dev.upheld.engine.Statutory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which places belong to somebody who asks from a mail address: by the address itself, by a link,
 * by a number that another place gives people, or because the database says that rows there point
 * at such rows. Pure.
 */
final class Reachable {
  private static final String MAIL = "pd:EmailAddress";

  private final Workspace workspace;
  private final Map<String, Sight> sights;
  private final Map<PlaceId, Place> places = new LinkedHashMap<>();
  private final Set<PlaceId> reached = new LinkedHashSet<>();
  private final Map<PlaceId, String> excluded = new LinkedHashMap<>();
  private final Set<String> asked;

  /** What is known of the databases of one system. */
  record Sight(Description description, List<Reference> references) {}

  /**
   * @param sights of systems that answer
   */
  Reachable(Workspace workspace, Map<String, Sight> sights) {
    this.workspace = workspace;
    this.sights = sights;
    workspace
        .map()
        .places()
        .forEach(
            (system, all) ->
                all.values().stream()
                    .filter(p -> sights.containsKey(system))
                    .forEach(p -> places.put(new PlaceId(system, p.id()), p)));
    this.asked = asked();
    places.forEach((id, place) -> outOfBounds(id, place).ifPresent(why -> excluded.put(id, why)));
    boolean more = true;
    while (more) {
      more = false;
      for (PlaceId id : places.keySet()) {
        more |= !excluded.containsKey(id) && leads(id) && reached.add(id);
      }
    }
  }

  /** The word of mail addresses that most places use; without one, all that single somebody out. */
  private Set<String> asked() {
    Map<String, String> terms = workspace.terms();
    Map<String, Long> mails =
        places.values().stream()
            .flatMap(p -> p.fields().values().stream())
            .filter(Field::isWhole)
            .map(Field::word)
            .filter(word -> MAIL.equals(terms.get(word)))
            .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
    return mails.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(e -> Set.of(e.getKey()))
        .orElseGet(() -> Known.identifying(workspace));
  }

  private Optional<String> outOfBounds(PlaceId id, Place place) {
    Set<Activity.Role> roles =
        place.activities().stream()
            .flatMap(a -> Stream.ofNullable(workspace.charter().activities().get(a)))
            .map(Activity::role)
            .collect(Collectors.toSet());
    if (roles.equals(Set.of(Activity.Role.PROCESSOR))) {
      return Optional.of("holds what customers are responsible for");
    }
    boolean people =
        table(id).map(t -> isPeople(id, t)).orElse(false)
            && place.stage().filter(s -> !s.equals("active")).isEmpty();
    return people ? Optional.empty() : Statutory.of(workspace, id.system(), place);
  }

  private boolean leads(PlaceId id) {
    Place place = place(id);
    return table(id).isPresent() && (isMapped(id) || points(id, place));
  }

  /** Whether the map itself leads there. */
  boolean isMapped(PlaceId id) {
    Place place = place(id);
    return isSeeded(place) || isNumbered(id, place) || isLinked(id, place);
  }

  private boolean isSeeded(Place place) {
    return place.fields().values().stream().anyMatch(f -> f.isWhole() && asked.contains(f.word()))
        || place.subjects().keySet().stream().anyMatch(word -> people(word).isEmpty());
  }

  private boolean isNumbered(PlaceId id, Place place) {
    return place.subjects().keySet().stream()
        .flatMap(word -> people(word).stream())
        .anyMatch(p -> !p.equals(id) && reached.contains(p));
  }

  private boolean isLinked(PlaceId id, Place place) {
    return place.links().stream()
            .filter(l -> l.kind() == Link.Kind.OWNS)
            .anyMatch(l -> reached.contains(new PlaceId(id.system(), l.place())))
        || place.elsewhere().stream()
            .filter(l -> l.kind() == Link.Kind.OWNS)
            .anyMatch(l -> reached.contains(new PlaceId(l.system(), l.place())));
  }

  /** What the map says nothing of is not the person's by the map: the drill shows that it is. */
  private boolean points(PlaceId id, Place place) {
    return !place.fields().isEmpty()
        && references(id).stream()
            .filter(r -> place.links().stream().noneMatch(l -> l.columns().equals(r.columns())))
            .flatMap(r -> at(id.system(), r).stream())
            .anyMatch(p -> !p.equals(id) && reached.contains(p));
  }

  /** The place that a foreign key leads to. */
  Optional<PlaceId> at(String system, Reference reference) {
    return places.keySet().stream()
        .filter(p -> p.system().equals(system))
        .filter(p -> table(p).filter(t -> t.name().equals(reference.to())).isPresent())
        .min(Comparator.comparing(p -> !reached.contains(p)));
  }

  /** Foreign keys of a place's table. */
  List<Reference> references(PlaceId id) {
    return table(id).stream()
        .flatMap(
            t ->
                Stream.ofNullable(sights.get(id.system()))
                    .flatMap(sight -> sight.references().stream())
                    .filter(r -> r.table().equals(t.name())))
        .toList();
  }

  Place place(PlaceId id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("no such place: " + id);
    }
    return place;
  }

  Optional<Table> table(PlaceId id) {
    return Optional.ofNullable(sights.get(id.system()))
        .flatMap(s -> s.description().table(place(id).table()));
  }

  private boolean isPeople(PlaceId id, Table table) {
    return place(id).subjects().values().stream()
        .anyMatch(c -> Keys.of(place(id), table).equals(List.of(c)));
  }

  /** Places whose rows are the people that a word numbers. */
  List<PlaceId> people(String word) {
    return places.keySet().stream()
        .filter(
            id ->
                Optional.ofNullable(place(id).subjects().get(word))
                    .flatMap(
                        column ->
                            table(id).filter(t -> Keys.of(place(id), t).equals(List.of(column))))
                    .isPresent())
        .toList();
  }

  /** Places that belong to the person. */
  Set<PlaceId> reached() {
    return reached;
  }

  /** Places that drills stay out of, each with the reason. */
  Map<PlaceId, String> excluded() {
    return excluded;
  }

  /** Places with personal data of which nothing tells how to come there from a mail address. */
  Set<String> unreached() {
    Set<String> all = new TreeSet<>();
    places.forEach(
        (id, place) -> {
          if (!place.fields().isEmpty() && !reached.contains(id) && !excluded.containsKey(id)) {
            all.add(id.toString());
          }
        });
    return all;
  }

  /** Words of the identifiers that the person asks with, numbers of nobody's place aside. */
  Set<String> words() {
    return asked;
  }
}
