package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the links that lead to other systems against the data maps of those, once all have been
 * read. A file with faults of its own is not held against anybody.
 */
final class Neighbours {
  private final Optional<Collection<String>> systems;
  private final Map<String, Map<String, Place>> maps;
  private final Set<String> faulty;
  private final Faults faults = new Faults();

  /**
   * @param systems known ones; empty when the list of systems cannot be read
   * @param maps every data map there is: its places, reviewed or not, by id, by system
   * @param faulty systems whose data map has faults
   */
  Neighbours(
      Optional<Collection<String>> systems,
      Map<String, Map<String, Place>> maps,
      Set<String> faulty) {
    this.systems = systems;
    this.maps = maps;
    this.faulty = faulty;
  }

  /**
   * What a data map would be found to be in place of the one a sound workspace has: its links led
   * to the others, and the others' links to it held against it.
   */
  static DataMapReader.Result among(DataMap others, String system, DataMapReader.Result map) {
    Map<String, Map<String, Place>> maps = new LinkedHashMap<>(others.proposed());
    maps.replaceAll((id, proposed) -> both(others.places().getOrDefault(id, Map.of()), proposed));
    others.places().forEach(maps::putIfAbsent);
    maps.put(system, both(map.places(), map.proposed()));
    Neighbours all =
        new Neighbours(
            Optional.of(others.systems().keySet()),
            maps,
            map.faults().isEmpty() ? Set.of() : Set.of(system));
    Map<String, Place> places = all.led(system, map.places());
    Map<String, Place> proposed = all.led(system, map.proposed());
    maps.forEach(
        (id, theirs) -> {
          if (!id.equals(system)) {
            theirs.values().stream()
                .flatMap(p -> p.elsewhere().stream())
                .filter(link -> link.system().equals(system))
                .forEach(link -> all.led(id, link));
          }
        });
    List<Problem> faults = new ArrayList<>(map.faults());
    faults.addAll(all.faults());
    return new DataMapReader.Result(places, proposed, map.ignored(), map.undecided(), faults);
  }

  static Map<String, Place> both(Map<String, Place> places, Map<String, Place> proposed) {
    Map<String, Place> both = new LinkedHashMap<>(places);
    both.putAll(proposed);
    return both;
  }

  /** Every fault found so far. */
  List<Problem> faults() {
    return faults.all();
  }

  /** The places with those of their links that lead somewhere, and to which columns. */
  Map<String, Place> led(String system, Map<String, Place> places) {
    Map<String, Place> led = new LinkedHashMap<>();
    places.forEach(
        (id, place) ->
            led.put(
                id,
                place.elsewhere().isEmpty()
                    ? place
                    : place.elsewhere(
                        place.elsewhere().stream()
                            .flatMap(link -> led(system, link).stream())
                            .toList())));
    return led;
  }

  private Optional<RemoteLink> led(String from, RemoteLink link) {
    if (link.system().equals(from)) {
      faults.add(
          link.at(),
          DataMapCode.LINK_TO_ITSELF,
          "This is the data map of %s itself.".formatted(Said.quote(from)),
          "Leave out %s for a link within the system.".formatted(Said.quote(from + "/")));
      return Optional.empty();
    }
    if (systems.filter(known -> !known.contains(link.system())).isPresent()) {
      faults.unknown(
          new Spot(link.system(), link.at()), DataMapCode.UNKNOWN_SYSTEM, "system", systems.get());
      return Optional.empty();
    }
    if (systems.isEmpty() || faulty.contains(link.system())) {
      return Optional.empty();
    }
    return place(link).flatMap(place -> keyed(link, place));
  }

  private Optional<Place> place(RemoteLink link) {
    Map<String, Place> places = maps.get(link.system());
    if (places == null) {
      String near =
          Nearest.to(link.system(), maps.keySet())
              .map(s -> " Or did you mean %s?".formatted(Said.quote(s)))
              .orElse("");
      faults.add(
          link.at(),
          DataMapCode.SYSTEM_UNMAPPED,
          "The system %s has no data map.".formatted(Said.quote(link.system())),
          "Write datamap/%s.yaml, or let upheld discover %s propose it."
                  .formatted(link.system(), link.system())
              + near);
      return Optional.empty();
    }
    Optional<Place> place = Optional.ofNullable(places.get(link.place()));
    if (place.isEmpty()) {
      faults.unknown(
          new Spot(link.place(), link.at()),
          DataMapCode.UNKNOWN_PLACE,
          "place in " + link.system(),
          places.keySet());
    }
    return place;
  }

  private Optional<RemoteLink> keyed(RemoteLink link, Place place) {
    List<String> key = link.key().isEmpty() ? place.key() : link.key();
    String there = Said.quote(link.system() + "/" + link.place());
    if (key.isEmpty()) {
      faults.add(
          link.at(),
          DataMapCode.BAD_KEY,
          "The key of %s is not known.".formatted(there),
          "Say which column this points at: %s/%s.COLUMN.".formatted(link.system(), link.place()));
      return Optional.empty();
    }
    if (key.size() != link.columns().size()) {
      faults.add(
          link.at(),
          DataMapCode.BAD_KEY,
          "Here %s, but at %s to %s."
              .formatted(
                  columns(link.columns().size(), "points", "point"),
                  there,
                  columns(key.size(), "", "").strip()),
          "Name as many columns on both sides; those there are: " + String.join(", ", key) + ".");
      return Optional.empty();
    }
    return Optional.of(
        new RemoteLink(link.columns(), link.system(), link.place(), key, link.kind(), link.at()));
  }

  private static String columns(int number, String one, String many) {
    return number == 1 ? "one column " + one : number + " columns " + many;
  }
}
