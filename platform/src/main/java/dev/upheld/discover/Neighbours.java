package dev.upheld.discover;

import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables a new place may refer to.
 *
 * @param drafts those that become places now
 * @param mapped those that are places already
 */
record Neighbours(Map<TableName, Draft> drafts, Map<TableName, Place> mapped) {
  static final Neighbours NONE = new Neighbours(Map.of(), Map.of());

  Collection<Draft> fresh() {
    return drafts.values();
  }

  List<String> keyOf(TableName table) {
    Draft draft = drafts.get(table);
    return draft != null
        ? draft.key()
        : Optional.ofNullable(mapped.get(table)).map(Place::key).orElse(List.of());
  }

  String idOf(TableName table) {
    Draft draft = drafts.get(table);
    return draft != null
        ? draft.id
        : Optional.ofNullable(mapped.get(table)).map(Place::id).orElse(table.name());
  }

  /** A column of a table that another place's clock may read for an event. */
  Optional<String> clock(TableName table, String event) {
    Draft draft = drafts.get(table);
    if (draft != null) {
      return Optional.ofNullable(draft.clocks.get(event))
          .filter(c -> c.reading() == Clock.Reading.NATIVE)
          .map(ClockNames.Seen::column)
          .filter(Yaml::canName);
    }
    return Optional.ofNullable(mapped.get(table)).flatMap(place -> Known.clock(place, event));
  }
}
