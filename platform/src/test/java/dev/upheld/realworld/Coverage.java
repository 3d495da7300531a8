package dev.upheld.realworld;

import dev.upheld.connect.Connector;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Session;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a data map and a live database disagree: a table neither bound nor ignored, a column of a
 * bound table that is written down neither as data nor as technical, and what is written down but
 * not there.
 */
final class Coverage {
  private final Description live;
  private final Collection<Place> places;
  private final Set<TableName> ignored;
  private final SortedSet<String> gaps = new TreeSet<>();

  private Coverage(Description live, Collection<Place> places, Set<TableName> ignored) {
    this.live = live;
    this.places = places;
    this.ignored = ignored;
  }

  /** One line each, of all systems; empty when they agree. */
  static SortedSet<String> gaps(DataMap map) {
    SortedSet<String> gaps = new TreeSet<>();
    for (SystemEntry system : map.systems().values()) {
      Coverage coverage =
          new Coverage(
              describe(system),
              map.places().getOrDefault(system.id(), Map.of()).values(),
              map.ignored().getOrDefault(system.id(), Map.of()).keySet());
      coverage.compare();
      gaps.addAll(coverage.gaps);
    }
    return gaps;
  }

  private static Description describe(SystemEntry system) {
    Endpoint endpoint = system.access().orElseThrow();
    Connector connector =
        Connectors.builtIn().stream()
            .filter(c -> c.kind().equals(endpoint.kind()))
            .findFirst()
            .orElseThrow();
    try (Session session = connector.open(system, endpoint)) {
      return session.describe();
    }
  }

  private void compare() {
    for (TableName name : ignored) {
      if (live.table(name).isEmpty()) {
        gaps.add(name + " is ignored, but not there");
      }
    }
    for (Place place : places) {
      if (live.table(place.table()).isEmpty()) {
        gaps.add(place.table() + " is bound, but not there");
      }
    }
    live.tables().forEach(this::compare);
  }

  private void compare(Table table) {
    List<Place> here = places.stream().filter(p -> is(table, p.table())).toList();
    boolean left = ignored.stream().anyMatch(name -> is(table, name));
    if (here.isEmpty() == !left) {
      gaps.add(table.name() + (left ? " is bound and ignored" : " is neither bound nor ignored"));
    }
    if (here.isEmpty()) {
      return;
    }
    Set<String> written = new HashSet<>();
    here.forEach(p -> written.addAll(p.fields().keySet()));
    here.forEach(p -> written.addAll(p.technical()));
    for (Description.Column column : table.columns()) {
      if (!written.remove(column.name())) {
        gaps.add(table.name() + "." + column.name() + " is neither data nor technical");
      }
    }
    written.forEach(c -> gaps.add(table.name() + "." + c + " is written down, but not there"));
  }

  private boolean is(Table table, TableName name) {
    return live.table(name).filter(table::equals).isPresent();
  }
}
