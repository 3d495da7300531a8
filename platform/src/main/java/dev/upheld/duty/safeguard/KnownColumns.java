package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns of a table the data map speaks of, in whatever part of a place. */
final class KnownColumns {
  private KnownColumns() {}

  /**
   * The columns of a live table that no place of the system binds to a data word, with what the
   * places say of each.
   */
  static Map<String, Said> unbound(Table table, Description live, Map<String, Place> places) {
    List<Place> those =
        places.values().stream()
            .filter(p -> live.table(p.table()).filter(table::equals).isPresent())
            .toList();
    Map<String, Said> unbound = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      String name = column.name();
      boolean bound =
          those.stream().anyMatch(p -> p.field(name).isPresent() || p.parts().containsKey(name));
      if (!bound) {
        boolean technical = those.stream().anyMatch(p -> p.technical().contains(name));
        boolean used = those.stream().anyMatch(p -> of(p).contains(name));
        unbound.put(name, technical ? Said.TECHNICAL : used ? Said.USED : Said.NOTHING);
      }
    }
    return unbound;
  }

  /**
   * The parts of one column that places speak of.
   *
   * @param bound to a data word
   * @param technical known to hold nothing personal
   */
  record Parts(Set<Inside> bound, Set<Inside> technical) {
    /** Where the keys stand; empty where the parts are paths. */
    Optional<String> keyColumn() {
      return Stream.concat(bound.stream(), technical.stream())
          .flatMap(
              part ->
                  part instanceof Inside.Keyed keyed
                      ? Stream.of(keyed.keyColumn())
                      : Stream.<String>empty())
          .findFirst();
    }
  }

  /** The columns of a live table that places of the system bind in parts. */
  static Map<String, Parts> inParts(Table table, Description live, Map<String, Place> places) {
    Map<String, Parts> parts = new LinkedHashMap<>();
    for (Place place : places.values()) {
      if (live.table(place.table()).filter(table::equals).isPresent()) {
        place.fields().values().forEach(f -> part(f.name(), parts, Parts::bound));
        place.technicalParts().forEach(name -> part(name, parts, Parts::technical));
      }
    }
    return parts;
  }

  private static void part(
      FieldName name, Map<String, Parts> parts, Function<Parts, Set<Inside>> among) {
    name.inside()
        .ifPresent(
            inside ->
                among
                    .apply(
                        parts.computeIfAbsent(
                            name.column(),
                            c -> new Parts(new LinkedHashSet<>(), new LinkedHashSet<>())))
                    .add(inside));
  }

  /** All columns of a live table, alike. */
  static Map<String, Said> all(Table table, Said said) {
    return table.columns().stream()
        .collect(Collectors.toMap(Column::name, column -> said, (a, b) -> a, LinkedHashMap::new));
  }

  /** All columns of its own table that a place names. */
  private static Set<String> of(Place place) {
    Set<String> columns = place.wholeColumns();
    place.parts().values().stream()
        .flatMap(Set::stream)
        .forEach(
            part -> {
              if (part instanceof Inside.Keyed keyed) {
                columns.add(keyed.keyColumn());
              }
            });
    columns.addAll(place.key());
    columns.addAll(place.subjects().values());
    columns.addAll(place.residence().values());
    place.links().forEach(link -> columns.addAll(link.columns()));
    place.elsewhere().forEach(link -> columns.addAll(link.columns()));
    place.clocks().values().forEach(bound -> add(bound.clock(), columns));
    place.states().values().forEach(condition -> add(condition, columns));
    place.exempt().values().forEach(condition -> add(condition, columns));
    place.only().ifPresent(condition -> add(condition, columns));
    return columns;
  }

  private static void add(Clock clock, Set<String> columns) {
    switch (clock) {
      case Clock.Column c -> columns.add(c.column());
      case Clock.Linked c -> columns.addAll(c.key());
      case Clock.Parent c -> columns.addAll(c.via());
      case Clock.Latest c -> c.of().forEach(one -> add(one, columns));
      case Clock.Earliest c -> c.of().forEach(one -> add(one, columns));
      case Clock.FirstKnown c -> c.of().forEach(one -> add(one, columns));
    }
  }

  private static void add(Condition condition, Set<String> columns) {
    switch (condition) {
      case Condition.IsNull c -> columns.add(c.column());
      case Condition.IsTrue c -> columns.add(c.column());
      case Condition.In c -> columns.add(c.column());
      case Condition.All c -> c.of().forEach(one -> add(one, columns));
      case Condition.NotYet c -> add(c.clock(), columns);
    }
  }

  /** Columns the place speaks of that the live table does not have (any more). */
  static List<String> gone(Place place, Table table) {
    Set<String> named = of(place);
    named.addAll(place.fieldColumns());
    return named.stream().filter(c -> table.column(c).isEmpty()).sorted().toList();
  }

  /** The live table of a place. */
  static Optional<Table> table(Place place, Optional<Description> live) {
    return live.flatMap(d -> d.table(place.table()));
  }
}
