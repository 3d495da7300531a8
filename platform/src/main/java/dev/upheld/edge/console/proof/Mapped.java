package dev.upheld.edge.console.proof;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Words.DataWord;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.console.Words;
import dev.upheld.edge.console.map.Atlas;
import dev.upheld.edge.console.map.Svg;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.MapPage;
import dev.upheld.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the data map to what its page shows. */
final class Mapped {
  private static final int MOST_HITS = 100;

  private final Charter charter;
  private final DataMap map;
  private final Atlas atlas;
  private final Function<String, List<MapPage.Tile>> promises;
  private final Words words;

  /**
   * @param promises those of an activity, as they stand now
   */
  Mapped(Workspace workspace, Function<String, List<MapPage.Tile>> promises, Words words) {
    this.charter = workspace.charter();
    this.map = workspace.map();
    this.atlas = new Atlas(workspace, this::worst, words::name);
    this.promises = promises;
    this.words = words;
  }

  private Optional<Verdict> worst(String activity) {
    return activity.isEmpty()
        ? Optional.empty()
        : promises.apply(activity).stream()
            .map(MapPage.Tile::verdict)
            .min(Comparator.naturalOrder());
  }

  MapPage page(MapDoor.Query query) {
    Optional<SystemEntry> system =
        Asked.given(query.system()).flatMap(s -> Optional.ofNullable(map.systems().get(s)));
    Optional<Place> place =
        system.flatMap(
            s ->
                Asked.given(query.place())
                    .flatMap(p -> Optional.ofNullable(places(s.id()).get(p))));
    String wanted = Asked.given(query.q()).orElse("");
    List<Atlas.Hit> hits = wanted.isEmpty() ? List.of() : atlas.find(wanted, MOST_HITS + 1);
    return new MapPage(
        system.map(this::system),
        place.map(p -> table(p, system.orElseThrow().id())),
        wanted,
        hits.stream().limit(MOST_HITS).toList(),
        hits.size() > MOST_HITS,
        picture(system, Asked.given(query.group()).orElse("")),
        system.map(s -> atlas.shelves(s.id(), labels())).orElse(List.of()),
        system.filter(s -> atlas.folds(s.id())).isPresent(),
        map.systems().keySet().stream().map(s -> new Choice(s, s)).toList());
  }

  private Map<String, Place> places(String system) {
    return map.places().getOrDefault(system, Map.of());
  }

  private Svg picture(Optional<SystemEntry> system, String open) {
    return system
        .map(s -> atlas.system(s.id(), open, labels(), words.say("map.ofSystem", s.id())))
        .orElseGet(() -> atlas.company(labels(), words.say("map.ofCompany")));
  }

  private Atlas.Labels labels() {
    return new Atlas.Labels(
        words.say("map.activities"),
        words.say("map.recipients"),
        words.say("map.unknownCountry"),
        n -> words.count("map.tablesShort", n),
        words.say("map.noActivity"),
        words.say("map.noSubject"),
        words.say("link.owns"),
        words.say("link.shared"),
        words.say("link.mentions"));
  }

  private MapPage.Overview system(SystemEntry system) {
    Map<String, Place> places = places(system.id());
    return new MapPage.Overview(
        system.id(),
        system.country().orElse(""),
        system.operator().orElse(""),
        places.size(),
        places.values().stream().mapToInt(p -> p.fields().size()).sum(),
        map.ignored().getOrDefault(system.id(), Map.of()).size(),
        map.proposed().getOrDefault(system.id(), Map.of()).size());
  }

  private MapPage.Table table(Place place, String system) {
    return new MapPage.Table(
        place.id(),
        place.table().toString(),
        place.activities().stream().map(this::title).toList(),
        List.copyOf(place.subjects().keySet()),
        place.fields().values().stream().map(this::field).toList(),
        Stream.concat(
                place.technical().stream(),
                place.technicalParts().stream().map(FieldName::toString))
            .toList(),
        place.clocks().values().stream().map(Mapped::clock).toList(),
        neighbours(place, system),
        place.activities().stream().flatMap(a -> promises.apply(a).stream()).toList());
  }

  private String title(String activity) {
    return Optional.ofNullable(charter.activities().get(activity))
        .map(Activity::title)
        .orElse(activity);
  }

  private MapPage.Field field(Field field) {
    Optional<DataWord> word = Optional.ofNullable(charter.words().vocabulary().get(field.word()));
    return new MapPage.Field(
        field.name().toString(),
        field.word(),
        word.flatMap(DataWord::title).orElse(field.word()),
        word.map(DataWord::is).orElse(""),
        field.end().map(EndAction::id).orElse(""));
  }

  private static MapPage.Clock clock(BoundClock bound) {
    return new MapPage.Clock(bound.event(), where(bound.clock()));
  }

  private static String where(Clock clock) {
    return switch (clock) {
      case Clock.Column column -> column.column();
      case Clock.Linked linked -> linked.table() + "." + linked.column();
      case Clock.Parent parent -> parent.table() + "." + parent.column();
      case Clock.Latest latest -> where(latest.of());
      case Clock.Earliest earliest -> where(earliest.of());
      case Clock.FirstKnown first -> where(first.of());
    };
  }

  private static String where(List<Clock> clocks) {
    return clocks.stream().map(Mapped::where).collect(Collectors.joining(", "));
  }

  private List<MapPage.Neighbour> neighbours(Place place, String system) {
    List<MapPage.Neighbour> neighbours = new ArrayList<>();
    place.links().forEach(l -> neighbours.add(neighbour(l, l.place(), true)));
    for (Place other : places(system).values()) {
      other.links().stream()
          .filter(l -> l.place().equals(place.id()))
          .forEach(l -> neighbours.add(neighbour(l, other.id(), false)));
    }
    return neighbours;
  }

  private static MapPage.Neighbour neighbour(Link link, String place, boolean outwards) {
    return new MapPage.Neighbour(
        place,
        String.join(", ", link.columns()),
        link.kind().name().toLowerCase(Locale.ROOT),
        outwards);
  }
}
