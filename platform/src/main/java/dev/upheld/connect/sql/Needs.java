package dev.upheld.connect.sql;

import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.datamap.TableName;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which columns of which tables a data map needs to read. */
public final class Needs {
  private final SortedMap<TableName, SortedSet<String>> needs = new TreeMap<>();

  private Needs() {}

  /** All that proving can ask of these places, by the names they give. */
  public static SortedMap<TableName, SortedSet<String>> of(Collection<Place> places) {
    Needs found = new Needs();
    places.forEach(found::place);
    return found.needs;
  }

  private void place(Place place) {
    TableName table = place.table();
    columns(table, place.key());
    columns(table, place.subjects().values());
    columns(table, place.residence().values());
    columns(table, place.fieldColumns());
    for (Link link : place.links()) {
      columns(table, link.columns());
    }
    for (RemoteLink link : place.elsewhere()) {
      columns(table, link.columns());
    }
    for (BoundClock clock : place.clocks().values()) {
      clock(table, clock.clock());
    }
    place.states().values().forEach(c -> condition(table, c));
    place.exempt().values().forEach(c -> condition(table, c));
    place.only().ifPresent(c -> condition(table, c));
  }

  private void columns(TableName table, Collection<String> columns) {
    needs.computeIfAbsent(table, t -> new TreeSet<>()).addAll(columns);
  }

  private void clock(TableName table, Clock clock) {
    switch (clock) {
      case Clock.Column(String column, Clock.Reading reading) -> columns(table, List.of(column));
      case Clock.Linked linked -> {
        columns(table, linked.key());
        columns(linked.table(), linked.via());
        columns(linked.table(), List.of(linked.column()));
      }
      case Clock.Parent parent -> {
        columns(table, parent.via());
        columns(parent.table(), parent.key());
        columns(parent.table(), List.of(parent.column()));
      }
      case Clock.Latest(List<Clock> of) -> of.forEach(c -> clock(table, c));
      case Clock.Earliest(List<Clock> of) -> of.forEach(c -> clock(table, c));
      case Clock.FirstKnown(List<Clock> of) -> of.forEach(c -> clock(table, c));
    }
  }

  private void condition(TableName table, Condition condition) {
    switch (condition) {
      case Condition.IsNull(String column, boolean negated) -> columns(table, List.of(column));
      case Condition.IsTrue(String column, boolean negated) -> columns(table, List.of(column));
      case Condition.In(String column, List<String> values, boolean negated) ->
          columns(table, List.of(column));
      case Condition.All(List<Condition> of) -> of.forEach(c -> condition(table, c));
      case Condition.NotYet(Clock clock) -> clock(table, clock);
    }
  }
}
