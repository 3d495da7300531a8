package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Description;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that planning a measurement may look at. Pure data: the systems were described before.
 *
 * @param assignment what the run has to prove
 * @param descriptions the live catalogue of each system that could be reached, by system id
 * @param silent why a system that should answer could not be described, by system id
 * @param now the instant of this run
 */
public record Scene(
    Assignment assignment,
    Map<String, Description> descriptions,
    Map<String, Problem> silent,
    Instant now) {
  public Scene {
    descriptions = Map.copyOf(descriptions);
    silent = Map.copyOf(silent);
  }

  /** The live catalogue; empty when the system is silent or only declared. */
  public Optional<Description> description(String system) {
    return Optional.ofNullable(descriptions.get(system));
  }

  /** The entry in {@code systems.yaml}; empty when the data map speaks of an unknown system. */
  public Optional<SystemEntry> system(String id) {
    return Optional.ofNullable(map().systems().get(id));
  }

  /** All systems, by id. */
  public List<SystemEntry> systems() {
    return map().systems().values().stream().sorted(Comparator.comparing(SystemEntry::id)).toList();
  }

  /** Mapped places that fit, ordered by system and id. */
  public List<BoundPlace> places(Predicate<Place> fitting) {
    return map().places().entrySet().stream()
        .flatMap(e -> e.getValue().values().stream().map(p -> new BoundPlace(e.getKey(), p)))
        .filter(p -> fitting.test(p.place()))
        .sorted(Comparator.comparing(BoundPlace::where))
        .toList();
  }

  public DataMap map() {
    return assignment.map();
  }

  public ZoneId zone() {
    return assignment.zone();
  }

  /** The zone in which a system's times without one are read. */
  public ZoneId zone(String system) {
    return system(system).map(SystemEntry::zone).orElse(zone());
  }

  /** All promises of the charter: what one promises may bound what another asks. */
  public List<Promise> promises() {
    return assignment.promises();
  }
}
