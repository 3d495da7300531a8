package dev.upheld.datamap;

import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.partner.PartnerAccess;
import dev.upheld.kernel.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the data map a promise depends on, as a digest. Evidence carries it: when the
 * binding changes, evidence gained under the old one does not count any more.
 *
 * <p>Which database is meant is part of it: its kind, host, port and name, so that what was seen in
 * another one never speaks for this one; of a folder of logs, how its files are dated as well. Who
 * asks and how the line is secured (user, password, TLS) is no part of it, nor is the order or the
 * place of anything in a file.
 */
public final class Bindings {
  private Bindings() {}

  /** Lower-case hexadecimal SHA-256. */
  public static String digest(Promise promise, DataMap map) {
    return Sha256.hex(CanonicalText.of(part(promise, map)));
  }

  /** The whole map, in lower-case hexadecimal SHA-256: what a plan was made from. */
  public static String digest(DataMap map) {
    return Sha256.hex(CanonicalText.of(whole(map)));
  }

  /** These places alone, in lower-case hexadecimal SHA-256; their order says nothing. */
  public static String digest(Collection<Place> places) {
    Map<String, Place> those = new TreeMap<>();
    places.forEach(p -> those.put(p.id(), p));
    return Sha256.hex(CanonicalText.of(those));
  }

  private static Object part(Promise promise, DataMap map) {
    return switch (promise) {
      case Promise.Keep keep -> places(map, ofActivity(promise));
      case Promise.Warn warn -> whole(map);
      case Promise.HoldOnly only ->
          only.header().activity().isPresent() ? places(map, ofActivity(promise)) : whole(map);
      case Promise.Form form -> places(map, place -> holds(place, form.word()));
      case Promise.Offer offer -> places(map, place -> place.states().containsKey(offer.what()));
      case Promise.Absent absent -> whole(map);
      case Promise.Apart apart -> whole(map);
      case Promise.Locate locate -> whole(map);
      case Promise.Encrypt encrypt ->
          systems(map, id -> encrypt.systems().isEmpty() || encrypt.systems().contains(id));
      case Promise.ShareOnly share -> whole(map);
      case Promise.Tell tell -> Map.of();
      case Promise.AskFirst ask -> places(map, ofActivity(promise));
      case Promise.Refuse refuse -> places(map, ofActivity(promise));
      case Promise.Answer answer -> Map.of();
      case Promise.Count count -> places(map, ofActivity(promise));
      case Promise.Watch watch -> places(map, ofActivity(promise));
      case Promise.Declare declare ->
          isAboutReaders(declare) ? places(map, ofActivity(promise)) : Map.of();
      case Promise.Publish publish -> Map.of();
      case Promise.Review review -> Map.of();
    };
  }

  /**
   * Whether a promise would rest on a place, were it reviewed. What searches everything, whatever
   * the map says, rests on none.
   */
  public static boolean wouldRest(Promise promise, Place place) {
    return switch (promise) {
      case Promise.Keep keep -> ofActivity(promise).test(place);
      case Promise.Warn warn -> ofActivity(promise).test(place);
      case Promise.HoldOnly only ->
          only.header().activity().isEmpty() || ofActivity(promise).test(place);
      case Promise.Form form ->
          holds(place, form.word())
              && (form.header().activity().isEmpty() || ofActivity(promise).test(place));
      case Promise.Offer offer -> place.states().containsKey(offer.what());
      case Promise.Apart apart ->
          place.activities().stream()
              .anyMatch(
                  a ->
                      apart.apart().contains(a)
                          || apart.from().isEmpty()
                          || apart.from().contains(a));
      case Promise.Locate locate ->
          locate.activities().isEmpty()
              || place.activities().stream().anyMatch(locate.activities()::contains);
      case Promise.AskFirst ask -> ofActivity(promise).test(place);
      case Promise.Refuse refuse -> ofActivity(promise).test(place);
      case Promise.Count count -> ofActivity(promise).test(place);
      case Promise.Watch watch -> ofActivity(promise).test(place);
      case Promise.Absent absent -> false;
      case Promise.Encrypt encrypt -> false;
      case Promise.ShareOnly share -> false;
      case Promise.Tell tell -> false;
      case Promise.Answer answer -> false;
      case Promise.Declare declare -> isAboutReaders(declare) && ofActivity(promise).test(place);
      case Promise.Publish publish -> false;
      case Promise.Review review -> false;
    };
  }

  /** The one statement about what lies in databases: who may look there. */
  private static boolean isAboutReaders(Promise.Declare declare) {
    return declare.what().equals("readers");
  }

  private static Predicate<Place> ofActivity(Promise promise) {
    return place -> promise.header().activity().filter(place.activities()::contains).isPresent();
  }

  private static boolean holds(Place place, String word) {
    return place.fields().values().stream().anyMatch(field -> field.word().equals(word));
  }

  /** Places by system, each with the zone its times are read in. */
  private static Object places(DataMap map, Predicate<Place> wanted) {
    Map<String, Object> bySystem = new TreeMap<>();
    map.places()
        .forEach(
            (system, places) -> {
              Map<String, Place> those = new TreeMap<>();
              places.values().stream().filter(wanted).forEach(p -> those.put(p.id(), p));
              if (!those.isEmpty()) {
                bySystem.put(system, bound(map.systems().get(system), those));
              }
            });
    return bySystem;
  }

  private static Object bound(@Nullable SystemEntry entry, Map<String, Place> places) {
    return Map.of(
        "zone", entry == null ? "" : entry.zone().getId(),
        "database", entry == null ? "" : database(entry),
        "places", places);
  }

  /** Which one is meant. One that cannot be told is none of those that can. */
  private static Object database(SystemEntry entry) {
    if (entry.folder().isPresent()) {
      return entry.folder().get();
    }
    return entry
        .access()
        .<Object>map(
            e -> List.of(e.kind(), e.host().toLowerCase(Locale.ROOT), e.port(), e.database()))
        .or(() -> entry.partner().map(Bindings::partner))
        .orElse(entry.unreachable().isPresent() ? "unresolved" : "declared");
  }

  /** Who is called, where, by which file, for what. */
  private static Object partner(PartnerAccess partner) {
    return List.of(
        partner.partner().id(),
        partner.address(),
        partner.partner().digest(),
        partner.activities());
  }

  private static Object systems(DataMap map, Predicate<String> wanted) {
    Map<String, Object> systems = new TreeMap<>();
    map.systems()
        .forEach(
            (id, entry) -> {
              if (wanted.test(id)) {
                systems.put(id, label(entry));
              }
            });
    return systems;
  }

  /** What is said of a system, and which one it is. */
  private static Object label(SystemEntry entry) {
    return Map.of(
        "database", database(entry),
        "country", entry.country(),
        "proof", entry.proof(),
        "networks", java.util.Set.copyOf(entry.networks()),
        "operator", entry.operator(),
        "zone", entry.zone().getId());
  }

  private static Object whole(DataMap map) {
    return Map.of(
        "systems", systems(map, id -> true),
        "places", places(map, place -> true),
        "ignored", map.ignored());
  }
}
