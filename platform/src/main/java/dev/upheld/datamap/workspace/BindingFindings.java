package dev.upheld.datamap.workspace;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Use;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Locate;
import dev.upheld.charter.shape.Said;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the binding leaves something of the charter open, or contradicts it. */
final class BindingFindings {
  private final Charter charter;
  private final List<Locate> territories;
  private final DataMap map;
  private final List<Finding> findings = new ArrayList<>();

  private BindingFindings(Charter charter, List<Promise> promises, DataMap map) {
    this.charter = charter;
    this.map = map;
    this.territories =
        promises.stream().filter(Locate.class::isInstance).map(Locate.class::cast).toList();
  }

  /** In the order of the files. */
  static List<Finding> of(Charter charter, List<Promise> promises, DataMap map) {
    BindingFindings found = new BindingFindings(charter, promises, map);
    for (SystemEntry system : map.systems().values()) {
      found.withoutMap(system);
      found.proposed(system);
      found.withoutProof(system);
      found.operator(system);
      found.territories.forEach(promise -> found.abroad(system, promise));
    }
    if (!map.systems().isEmpty()) {
      charter.activities().values().forEach(found::unbound);
    }
    found.findings.sort(Comparator.comparing(Finding::at).thenComparing(Finding::sentence));
    return found.findings;
  }

  private Collection<Place> places(SystemEntry system) {
    return map.places().getOrDefault(system.id(), Map.of()).values();
  }

  private Set<String> activities(SystemEntry system) {
    Set<String> activities = new TreeSet<>();
    places(system).forEach(place -> activities.addAll(place.activities()));
    return activities;
  }

  private Collection<Place> unreviewed(SystemEntry system) {
    return map.proposed().getOrDefault(system.id(), Map.of()).values();
  }

  private void proposed(SystemEntry system) {
    Collection<Place> places = unreviewed(system);
    if (!places.isEmpty()) {
      add(
          FindingCode.PLACE_PROPOSED,
          places.iterator().next().at(),
          "%s of %s proposed and not reviewed: %s. They bind nothing until then."
              .formatted(
                  places.size() == 1 ? "One place" : places.size() + " places",
                  Said.quote(system.id()) + (places.size() == 1 ? " is" : " are"),
                  places.stream().map(Place::id).limit(10).collect(Collectors.joining(", "))
                      + (places.size() > 10 ? " and others" : "")),
          Optional.empty());
    }
  }

  private void withoutMap(SystemEntry system) {
    boolean declaredOnly = system.access().isEmpty() && system.unreachable().isEmpty();
    if (!declaredOnly && places(system).isEmpty() && unreviewed(system).isEmpty()) {
      add(
          FindingCode.SYSTEM_WITHOUT_MAP,
          system.at(),
          "No data map says what lies in %s; nothing can be measured there."
              .formatted(Said.quote(system.id())),
          Optional.empty());
    }
  }

  private void withoutProof(SystemEntry system) {
    boolean proved = system.proof().filter(SystemEntry.CountryProof::present).isPresent();
    if (!territories.isEmpty() && system.country().isPresent() && !proved) {
      add(
          FindingCode.COUNTRY_WITHOUT_PROOF,
          system.at(),
          "%s is said to stand in %s, but %s."
              .formatted(
                  Said.quote(system.id()),
                  system.country().get(),
                  system
                      .proof()
                      .map(proof -> "the document %s is not there".formatted(proof.document()))
                      .orElse("no document shows it")),
          Optional.empty());
    }
  }

  /** Somebody else runs the system: the activities in it must name them as a recipient. */
  private void operator(SystemEntry system) {
    Optional<String> other =
        system.operator().filter(operator -> charter.recipients().containsKey(operator));
    if (other.isEmpty()) {
      return;
    }
    for (String id : activities(system)) {
      Optional<Activity> activity = activity(id);
      if (activity.filter(a -> !receives(a, other.get())).isPresent()) {
        add(
            FindingCode.OPERATOR_NOT_RECIPIENT,
            activity.get().source().at(),
            "%s runs %s, which holds data of this activity, but is no recipient of it."
                .formatted(Said.quote(other.get()), Said.quote(system.id())),
            Optional.of(id));
      }
    }
  }

  private static boolean receives(Activity activity, String who) {
    return activity.recipients().value().stream()
        .flatMap(recipients -> recipients.uses().stream())
        .map(Use::who)
        .anyMatch(who::equals);
  }

  /** Where only some people's data must stay, the rows decide, and a probe looks at them. */
  private void abroad(SystemEntry system, Locate promise) {
    boolean abroad =
        !promise.countries().isEmpty()
            && system.country().filter(c -> !promise.countries().contains(c)).isPresent();
    if (abroad && promise.residents().isEmpty() && concerns(promise, system)) {
      add(
          FindingCode.SYSTEM_ABROAD,
          system.at(),
          "%s stands in %s, but %s promises that the data stays in %s."
              .formatted(
                  Said.quote(system.id()),
                  system.country().get(),
                  promise.id(),
                  String.join(", ", new TreeSet<>(promise.countries()))),
          Optional.empty());
    }
  }

  private boolean concerns(Locate promise, SystemEntry system) {
    if (places(system).isEmpty()) {
      return promise.activities().isEmpty() && promise.subjects().isEmpty();
    }
    return activities(system).stream()
        .flatMap(id -> activity(id).stream())
        .anyMatch(activity -> concerns(promise, activity));
  }

  private static boolean concerns(Locate promise, Activity activity) {
    boolean meant = promise.activities().isEmpty() || promise.activities().contains(activity.id());
    boolean people =
        promise.subjects().isEmpty()
            || !Collections.disjoint(promise.subjects(), activity.data().subjects().words());
    return meant && people;
  }

  private void unbound(Activity activity) {
    boolean bound =
        map.places().values().stream()
            .flatMap(places -> places.values().stream())
            .anyMatch(place -> place.activities().contains(activity.id()));
    if (!bound && activity.role() != Activity.Role.PROCESSOR) {
      add(
          FindingCode.ACTIVITY_UNBOUND,
          activity.source().at(),
          "No data map has a place for this activity; its promises cannot be measured.",
          Optional.of(activity.id()));
    }
  }

  private Optional<Activity> activity(String id) {
    return Optional.ofNullable(charter.activities().get(id));
  }

  private void add(FindingCode code, Location at, String sentence, Optional<String> activity) {
    List<LawRef> law =
        code == FindingCode.SYSTEM_ABROAD ? charter.law().refs("residency") : List.of();
    findings.add(new Finding(code, at, sentence, activity, List.of(), law));
  }
}
