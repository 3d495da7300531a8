package dev.upheld.engine.residue;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.ForeignKey;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which columns of a live catalogue are searched, and how. A number that is short, or a name, says
 * something only in a column of which the data map or a foreign key says what it holds.
 */
final class Shelves {
  private static final int SHORTEST = 5;

  private final Description live;
  private final Set<String> known;
  private final Map<String, Set<String>> numbers = new HashMap<>();
  private final Map<String, Set<String>> values = new HashMap<>();

  /**
   * @param known words of identifiers that anybody was erased by
   */
  Shelves(Description live, Collection<Place> places, Set<String> known) {
    this.live = live;
    this.known = known;
    places.forEach(this::bind);
    boolean more = true;
    while (more) {
      more = false;
      for (Place place : places) {
        for (Link link : place.links()) {
          more |= linked(place, link, places);
        }
      }
      for (Table table : live.tables()) {
        for (ForeignKey key : table.foreignKeys()) {
          more |= key.columns().size() == 1 && follow(table.name(), key);
        }
      }
    }
  }

  private void bind(Place place) {
    live.table(place.table())
        .ifPresent(
            table -> {
              place.subjects().forEach((word, column) -> add(numbers, table, column, word));
              place.fields().values().stream()
                  .filter(f -> f.isWhole())
                  .forEach(f -> add(values, table, f.column(), f.word()));
            });
  }

  private void add(Map<String, Set<String>> to, Table table, String column, String word) {
    if (known.contains(word)) {
      to.computeIfAbsent(name(table.name(), column), k -> new TreeSet<>()).add(word);
    }
  }

  private static String name(TableName table, String column) {
    return table + "\u001f" + column;
  }

  private boolean linked(Place from, Link link, Collection<Place> places) {
    return link.columns().size() == 1
        && places.stream()
            .filter(p -> p.id().equals(link.place()))
            .anyMatch(
                to ->
                    live.table(from.table())
                        .flatMap(
                            one ->
                                live.table(to.table())
                                    .map(
                                        other ->
                                            taken(
                                                name(one.name(), link.columns().getFirst()),
                                                name(other.name(), link.key().getFirst()))))
                        .orElse(false));
  }

  private boolean follow(TableName table, ForeignKey key) {
    return live.table(key.to())
        .map(
            to ->
                taken(name(table, key.columns().getFirst()), name(to.name(), key.key().getFirst())))
        .orElse(false);
  }

  private boolean taken(String column, String from) {
    Set<String> words = numbers.get(from);
    return words != null
        && !column.equals(from)
        && numbers.computeIfAbsent(column, k -> new TreeSet<>()).addAll(words);
  }

  /** The columns of a table that can hold what is looked for. */
  List<TableSearch.Searched> of(Table table) {
    List<TableSearch.Searched> searched = new ArrayList<>();
    for (Column column : table.columns()) {
      String name = name(table.name(), column.name());
      Set<String> people = numbers.getOrDefault(name, Set.of());
      Set<String> words = new TreeSet<>(people);
      words.addAll(values.getOrDefault(name, Set.of()));
      boolean free = isFree(column);
      if (column.readable() && (free || !words.isEmpty())) {
        boolean text = column.type() != Description.Type.BYTES;
        searched.add(new TableSearch.Searched(column.name(), words, !people.isEmpty(), free, text));
      }
    }
    return searched;
  }

  /** Columns of a table that can hold it and that the account may not read. */
  static List<String> unreadable(Table table) {
    return table.columns().stream()
        .filter(c -> !c.readable() && isFree(c))
        .map(Column::name)
        .toList();
  }

  private static boolean isFree(Column column) {
    return switch (column.type()) {
      case TEXT, BYTES -> column.length().map(n -> n >= SHORTEST).orElse(true);
      case JSON, ARRAY, OTHER, UUID, ADDRESS -> true;
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> false;
    };
  }
}
