package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what identifies people in one system, row by row, and knows again who was erased. Keeps
 * nothing of anybody else.
 */
final class Comeback {
  private final Fingerprints fingerprints;
  private final Map<String, List<Tombstone>> byPrint = new HashMap<>();
  private final Set<String> words = new TreeSet<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Set<String> clockless = new TreeSet<>();

  /** Somebody erased who may be back: the values by which an old copy knows them. */
  record Person(Tombstone of, TreeMap<String, TreeSet<String>> values) {}

  Comeback(Fingerprints fingerprints, List<Tombstone> tombstones) {
    this.fingerprints = fingerprints;
    for (Tombstone tombstone : tombstones) {
      byPrint.computeIfAbsent(tombstone.fingerprint(), p -> new ArrayList<>()).add(tombstone);
      words.add(tombstone.word());
    }
  }

  /** Reads one place. */
  void look(Workspace workspace, Place place, ActSession session) {
    List<Identity> columns = new ArrayList<>();
    place.subjects().forEach((word, column) -> columns.add(new Identity(word, column)));
    Set<String> identifying = Reach.identifying(workspace.charter());
    place.fields().values().stream()
        .filter(f -> f.isWhole() && identifying.contains(f.word()))
        .forEach(f -> columns.add(new Identity(f.word(), f.column())));
    columns.removeIf(c -> !words.contains(c.word()));
    if (!columns.isEmpty()) {
      session.scan(
          place.table(),
          columns.stream().map(Identity::column).toList(),
          (_, values) -> {
            for (int i = 0; i < columns.size(); i++) {
              String word = columns.get(i).word();
              values.get(i).ifPresent(value -> seen(place, word, value));
            }
          });
    }
  }

  private record Identity(String word, String column) {}

  private void seen(Place place, String word, String value) {
    for (Tombstone tombstone : byPrint.getOrDefault(fingerprints.of(word, value), List.of())) {
      people
          .computeIfAbsent(tombstone.erasure(), e -> new Person(tombstone, new TreeMap<>()))
          .values()
          .computeIfAbsent(word, w -> new TreeSet<>())
          .add(value.strip());
      if (!place.clocks().containsKey(Younger.CLOCK)) {
        clockless.add(place.id());
      }
    }
  }

  /** Those found; of somebody erased twice in the same way the later time. */
  List<Person> people() {
    Map<List<Object>, Person> distinct = new LinkedHashMap<>();
    for (Person person : people.values()) {
      distinct.merge(
          List.of(person.values(), person.of().reach()),
          person,
          (a, b) -> a.of().erased().isBefore(b.of().erased()) ? b : a);
    }
    return List.copyOf(distinct.values());
  }

  /** Places that hold such values and no clock that tells how old their rows are. */
  Set<String> clockless() {
    return clockless;
  }
}
