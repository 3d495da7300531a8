package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.ForeignKey;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Drift;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.Scene;
import dev.upheld.verdict.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalogue alone shows of a data map that is not true any more: tables, columns and links
 * that went or came. What is gone leaves promises unproven; what links is only listed.
 */
record Structure(Description live, Map<String, Place> places, PlanBuilder plan) {

  private static final String MEND = " does not exist, or not any more. Correct the data map.";

  /**
   * The live table of a place, where it is there.
   *
   * @return empty when it is gone, which is noted
   */
  Optional<Table> table(BoundPlace bound) {
    Optional<Table> table = live.table(bound.place().table());
    if (table.isEmpty()) {
      String sentence = "The table " + bound.place().table() + MEND;
      plan.gap(bound.where(), sentence);
      gone(bound, Optional.empty(), Drift.Kind.GONE_TABLE, sentence);
    }
    return table;
  }

  /** Columns and links of a place that are gone, and keys it does not know. */
  void compare(BoundPlace bound, Table table) {
    for (String column : KnownColumns.gone(bound.place(), table)) {
      String sentence = "The column " + column + MEND;
      plan.gap(bound.where(), sentence);
      gone(bound, Optional.of(column), Drift.Kind.GONE_COLUMN, sentence);
    }
    for (Link link : bound.place().links()) {
      // where nobody has reviewed that place yet, there is nothing to compare
      Optional.ofNullable(places.get(link.place()))
          .map(Place::table)
          .ifPresent(
              to ->
                  target(bound, link.columns(), new End(link.place(), live.table(to), link.key())));
    }
    for (ForeignKey key : table.foreignKeys()) {
      boolean known = places(table).anyMatch(p -> knows(p, key));
      if (!known && live.table(key.to()).filter(this::isBound).isPresent()) {
        link(new Spot(bound.system(), bound.where(), table), key, Nature.NOT_PERSONAL);
      }
    }
  }

  /**
   * Links of a place to other systems that lead nowhere any more. A system that does not answer
   * leaves its own promises unproven.
   */
  void elsewhere(BoundPlace bound, Scene scene) {
    for (RemoteLink link : bound.place().elsewhere()) {
      Optional<TableName> to =
          Optional.ofNullable(
                  scene.map().places().getOrDefault(link.system(), Map.of()).get(link.place()))
              .map(Place::table);
      Optional<Description> there = scene.description(link.system());
      if (to.isPresent() && there.isPresent()) {
        String called = link.system() + "/" + link.place();
        Optional<Table> table = there.get().table(to.get());
        target(bound, link.columns(), new End(called, table, link.key()));
      }
    }
  }

  /** Keys of a table outside the map that lead to a mapped one: whose rows they are may be told. */
  void keys(Spot spot) {
    spot.table().foreignKeys().stream()
        .filter(key -> live.table(key.to()).filter(this::isBound).isPresent())
        .forEach(key -> link(spot, key, Nature.UNSURE));
  }

  private void link(Spot spot, ForeignKey key, Nature nature) {
    String columns = String.join(", ", key.columns());
    String sentence =
        "The foreign key ("
            + columns
            + ") of "
            + spot.where()
            + " to "
            + key.to()
            + " is not among the links of the data map.";
    plan.found(Outcome.CLEAN, spot.where(), sentence);
    plan.drift(
        new Drift(
            spot.system(),
            Drift.written(spot.table()),
            Optional.of(columns),
            Drift.Kind.NEW_LINK,
            nature,
            Optional.empty(),
            sentence));
  }

  /**
   * Where a link leads to.
   *
   * @param place for people
   * @param table empty when it is gone
   * @param key its columns
   */
  private record End(String place, Optional<Table> table, List<String> key) {
    List<String> lost() {
      return key.stream()
          .filter(c -> table.filter(t -> t.column(c).isPresent()).isEmpty())
          .toList();
    }
  }

  private void target(BoundPlace bound, List<String> columns, End end) {
    List<String> lost = end.lost();
    if (!lost.isEmpty()) {
      String sentence =
          "The link ("
              + String.join(", ", columns)
              + ") leads to "
              + end.place()
              + " ("
              + String.join(", ", lost)
              + "), which"
              + MEND;
      plan.gap(bound.where(), sentence);
      gone(bound, Optional.of(String.join(", ", columns)), Drift.Kind.GONE_LINK, sentence);
    }
  }

  private void gone(BoundPlace bound, Optional<String> column, Drift.Kind kind, String sentence) {
    plan.drift(
        new Drift(
            bound.system(),
            written(bound.place().table()),
            column,
            kind,
            Nature.UNSURE,
            Optional.empty(),
            sentence));
  }

  private String written(TableName name) {
    return live.table(name).map(Drift::written).orElse(Drift.written(name));
  }

  private Stream<Place> places(Table table) {
    return places.values().stream()
        .filter(p -> live.table(p.table()).filter(table::equals).isPresent());
  }

  boolean isBound(Table table) {
    return places(table).findAny().isPresent();
  }

  /** A link, a clock or the person it names may speak of it. */
  private static boolean knows(Place place, ForeignKey key) {
    return place.links().stream().anyMatch(l -> l.columns().containsAll(key.columns()))
        || (key.columns().size() == 1 && place.subjects().containsValue(key.columns().getFirst()))
        || place.clocks().values().stream()
            .map(BoundClock::clock)
            .anyMatch(c -> isVia(c, key.columns()));
  }

  private static boolean isVia(Clock clock, Collection<String> columns) {
    return switch (clock) {
      case Clock.Parent c -> c.via().containsAll(columns);
      case Clock.Latest c -> c.of().stream().anyMatch(one -> isVia(one, columns));
      case Clock.Earliest c -> c.of().stream().anyMatch(one -> isVia(one, columns));
      case Clock.FirstKnown c -> c.of().stream().anyMatch(one -> isVia(one, columns));
      case Clock.Column c -> false;
      case Clock.Linked c -> false;
    };
  }
}
