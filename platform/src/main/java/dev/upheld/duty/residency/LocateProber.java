package dev.upheld.duty.residency;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Locate;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.SystemEntry.CountryProof;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks where data lies. A system's country is what its label says, as long as a document stands
 * behind the label and its address does not contradict it; who runs it, likewise. In a system
 * outside the promised countries, rows are counted: all of them, or those of people who reside
 * where the promise says. Where systems are promised to some people alone, rows of others are
 * counted inside. In a system that somebody else runs, every row counts against own servers.
 */
final class LocateProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Locate;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Locate locate = (Locate) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    Map<String, List<BoundPlace>> bySystem =
        scene.places(p -> ofActivity(locate, p)).stream()
            .filter(p -> concerns(locate, p, scene))
            .collect(Collectors.groupingBy(BoundPlace::system, TreeMap::new, Collectors.toList()));
    if (bySystem.isEmpty()) {
      plan.gap("", "The data map binds no place to what this promise speaks of. Bind them.");
    }
    bySystem.forEach((system, places) -> new SystemPlan(locate, system, places, scene, plan).add());
    return plan.build();
  }

  private static boolean ofActivity(Locate locate, Place place) {
    return locate.activities().isEmpty()
        || place.activities().stream().anyMatch(locate.activities()::contains);
  }

  private static boolean concerns(Locate locate, BoundPlace bound, Scene scene) {
    return locate.subjects().isEmpty()
        || bound.place().subjects().keySet().stream().anyMatch(locate.subjects()::contains)
        || locate.subjects().stream().anyMatch(s -> path(bound, s, scene).isPresent());
  }

  private static Optional<ResidencePath> path(BoundPlace bound, String subject, Scene scene) {
    Map<String, Place> places = scene.map().places().getOrDefault(bound.system(), Map.of());
    return ResidencePath.find(bound.place(), subject, places);
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    return new LocateJudge((Locate) promise, plan, scene).judge(replies);
  }

  /** The part of the plan that one system needs. */
  private record SystemPlan(
      Locate locate, String system, List<BoundPlace> places, Scene scene, PlanBuilder plan) {

    void add() {
      plan.where(system);
      Optional<SystemEntry> entry = scene.system(system);
      if (locate.own()) {
        operator(entry);
      }
      if (!locate.countries().isEmpty()) {
        country(entry);
      }
    }

    /** Who runs a system is what its label says, with the same document behind it. */
    private void operator(Optional<SystemEntry> entry) {
      Optional<String> operator = entry.flatMap(SystemEntry::operator);
      if (operator.isEmpty()) {
        plan.gap(
            system,
            "It is not said who runs this system. Name its operator in systems.yaml, with a"
                + " document as proof.");
      } else {
        proof(entry.get());
        if (!OwnSystems.isOwn(locate, entry.get())) {
          places.forEach(this::all);
        }
      }
    }

    private void country(Optional<SystemEntry> entry) {
      Optional<String> country = entry.flatMap(SystemEntry::country);
      if (country.isEmpty()) {
        plan.gap(
            system,
            "It is not said in which country this system stands. Label it in systems.yaml, with a"
                + " document as proof.");
      } else {
        proof(entry.get());
      }
      entry.ifPresent(this::address);
      boolean inside = country.filter(locate.countries()::contains).isPresent();
      if (inside == locate.dedicated()) {
        places.forEach(this::rows);
      }
    }

    private void proof(SystemEntry entry) {
      Optional<CountryProof> proof = entry.proof();
      if (proof.isEmpty()) {
        plan.gap(system, "No document stands behind its country. Name one under proof.");
      } else if (!proof.get().present()) {
        plan.gap(
            system,
            "The document behind its country, "
                + proof.get().document()
                + ", is missing or empty. Put it into the workspace.");
      } else if (proof.get().until().isBefore(scene.now().atZone(scene.zone()).toLocalDate())) {
        plan.gap(
            system,
            "The document behind its country counted until " + proof.get().until() + ". Renew it.");
      }
    }

    /** Only what can be asked: a label with a document counts for a system nothing connects to. */
    private void address(SystemEntry entry) {
      boolean declaredOnly = entry.access().isEmpty() && entry.unreachable().isEmpty();
      if (!entry.networks().isEmpty() && !declaredOnly && plan.system(entry)) {
        plan.ask(system, system, new Question.Transport());
      }
    }

    private void all(BoundPlace bound) {
      if (plan.place(bound)) {
        count(bound);
      }
    }

    private void count(BoundPlace bound) {
      Place place = bound.place();
      plan.ask(
          system,
          bound.where(),
          new Question.CountWhere(place.table(), place.only(), new Condition.All(List.of())));
    }

    private void rows(BoundPlace bound) {
      if (!plan.place(bound)) {
        return;
      }
      Place place = bound.place();
      if (locate.residents().isEmpty()) {
        count(bound);
        return;
      }
      Set<ResidencePath> paths =
          subjects(place).stream()
              .flatMap(s -> path(bound, s, scene).stream())
              .collect(Collectors.toSet());
      if (paths.isEmpty()) {
        plan.gap(
            bound.where(),
            "The data map shows no way from these rows to the country their people reside in."
                + " Bind residence, or a link to a place that has it.");
      }
      for (ResidencePath path : paths) {
        plan.ask(
            system,
            bound.where(),
            new Question.Tally(place.table(), path.joins(), path.column(), place.only()));
      }
    }

    /** Whose residence matters: those promised, else all the place or the system knows of. */
    private Set<String> subjects(Place place) {
      if (!locate.subjects().isEmpty()) {
        return locate.subjects();
      }
      Set<String> subjects = new TreeSet<>(place.subjects().keySet());
      scene
          .map()
          .places()
          .getOrDefault(system, Map.of())
          .values()
          .forEach(p -> subjects.addAll(p.residence().keySet()));
      return subjects;
    }
  }
}
