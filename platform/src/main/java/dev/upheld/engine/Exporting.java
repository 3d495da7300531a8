package dev.upheld.engine;

import dev.upheld.charter.model.Activity;
import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.law.LawfulBasis;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads a copy of a person's data (GDPR Art. 15(3), Art. 20) out of one system, row by row, without
 * keeping any. Rows of other people that only name the person are not shown, and of shared rows
 * nothing is.
 */
public final class Exporting {
  /** Of the Data Privacy Vocabulary: what proves who somebody is, and is handed out to nobody. */
  static final Set<String> SECRET = Set.of("pd:Password", "pd:Authenticating");

  private static final Set<String> PORTABLE =
      Set.of(LawfulBasis.CONSENT.id(), LawfulBasis.CONTRACT.id());

  private final Workspace workspace;
  private final Scope scope;
  private final Set<String> withheld = new TreeSet<>();

  Exporting(Workspace workspace, Scope scope) {
    this.workspace = workspace;
    this.scope = scope;
  }

  /** What a copy holds. */
  public enum Scope {
    /** All there is of the person. */
    EVERYTHING,
    /** What rests on their consent or on a contract with them, for GDPR Art. 20. */
    PORTABLE
  }

  /** Words of data that were not handed out because they are secrets. */
  Set<String> withheld() {
    return withheld;
  }

  /** Gets what is read. */
  public interface Sink {
    /** Rows of this place follow. */
    void place(String system, String place, List<String> columns);

    /** Rows of this place of the data map follow. */
    default void place(String system, Place place, List<String> columns) {
      place(system, place.id(), columns);
    }

    /** One row, in the order of the columns. */
    void row(List<Optional<String>> values);

    /** How many times in a row each place is read, for whoever writes it in several forms. */
    default int times() {
      return 1;
    }
  }

  void read(String system, ActSession session, Gathering gathering, Sink sink) {
    for (Node node : gathering.gathered()) {
      Optional<Place> place = node.place();
      if (place.isEmpty()) {
        continue;
      }
      List<String> columns = columns(place.get(), node);
      if (columns.isEmpty() || rows(session, node) == 0) {
        continue;
      }
      for (int time = 0; time < sink.times(); time++) {
        sink.place(system, place.get(), columns);
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
  }

  /** How many rows a copy would hold, by place. */
  List<CopyPlan.Part> count(String system, ActSession session, Gathering gathering) {
    List<CopyPlan.Part> parts = new ArrayList<>();
    for (Node node : gathering.gathered()) {
      Optional<Place> place = node.place();
      if (place.isPresent() && !columns(place.get(), node).isEmpty()) {
        long rows = rows(session, node);
        if (rows > 0) {
          parts.add(new CopyPlan.Part(system, place.get().id(), rows));
        }
      }
    }
    return parts;
  }

  private static long rows(ActSession session, Node node) {
    return session.fates(node.set()).entrySet().stream()
        .filter(e -> e.getKey() != Fate.NAMED_IN)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The key, the clocks' own columns and all personal columns that are no secret. */
  private List<String> columns(Place place, Node node) {
    Map<String, String> terms = workspace.terms();
    Set<String> columns = new LinkedHashSet<>();
    for (Field field : place.fields().values()) {
      if (SECRET.contains(terms.getOrDefault(field.word(), ""))) {
        withheld.add(field.word());
      } else if (scope == Scope.EVERYTHING || isPortable(place, field)) {
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
                c.clock() instanceof Clock.Column column ? Stream.of(column.column()) : Stream.of())
        .filter(c -> !all.contains(c))
        .forEach(all::add);
    return all;
  }

  /** Whether an activity that processes this field rests on consent or a contract. */
  private boolean isPortable(Place place, Field field) {
    return owners(place, field).stream()
        .flatMap(a -> a.ground().bases().value().stream())
        .flatMap(List::stream)
        .anyMatch(basis -> PORTABLE.contains(basis.is()));
  }

  /** The activities of the place that process the field; all of them where none names its word. */
  private List<Activity> owners(Place place, Field field) {
    List<Activity> all =
        place.activities().stream()
            .flatMap(a -> Optional.ofNullable(workspace.charter().activities().get(a)).stream())
            .toList();
    List<Activity> named =
        all.stream().filter(a -> a.data().words().words().contains(field.word())).toList();
    return named.isEmpty() ? all : named;
  }
}
