package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a copy of a person's data (GDPR Art. 15(3)) out of one system, row by row, without keeping
 * any. Rows of other people that only name the person are not shown, and of shared rows nothing is.
 */
public final class Exporting {
  /** Of the Data Privacy Vocabulary: what proves who somebody is, and is handed out to nobody. */
  static final Set<String> SECRET = Set.of("pd:Password", "pd:Authenticating");

  private final Workspace workspace;
  private final Set<String> withheld = new TreeSet<>();

  Exporting(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Words of data that were not handed out because they are secrets. */
  Set<String> withheld() {
    return withheld;
  }

  /** Gets what is read. */
  public interface Sink {
    /** Rows of this place follow. */
    void place(String system, String place, List<String> columns);

    /** One row, in the order of the columns. */
    void row(List<Optional<String>> values);
  }

  void read(SystemEntry entry, ActSession session, SystemWork work, Sink sink) {
    for (Node node : work.gathering().gathered()) {
      Optional<Place> place = node.place();
      if (place.isEmpty()) {
        continue;
      }
      List<String> columns = columns(place.get(), node);
      if (columns.isEmpty() || session.fates(node.set()).isEmpty()) {
        continue;
      }
      sink.place(entry.id(), place.get().id(), columns);
      session.read(
          node.set(),
          columns,
          (fate, values) -> {
            if (fate != Fate.NAMED_IN) {
              sink.row(values);
            }
          });
    }
  }

  /** The key, the clocks' own columns and all personal columns that are no secret. */
  private List<String> columns(Place place, Node node) {
    Map<String, String> terms = workspace.terms();
    Set<String> columns = new java.util.LinkedHashSet<>();
    for (Field field : place.fields().values()) {
      if (SECRET.contains(terms.getOrDefault(field.word(), ""))) {
        withheld.add(field.word());
      } else {
        columns.add(field.column());
      }
    }
    if (columns.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(node.set().key());
    columns.stream().filter(c -> !all.contains(c)).forEach(all::add);
    place.clocks().values().stream()
        .flatMap(
            c ->
                c.clock() instanceof dev.upheld.datamap.Clock.Column column
                    ? java.util.stream.Stream.of(column.column())
                    : java.util.stream.Stream.empty())
        .filter(c -> !all.contains(c))
        .forEach(all::add);
    return all;
  }
}
