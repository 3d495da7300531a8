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
 * Looks where data lies. A system's country and who runs it are what its label says, as long as a
 * document stands behind the label and its address does not contradict it. In a system outside the
 * promised countries, or one that somebody else runs where own servers are promised, rows are
 * counted: all of them, or those of people who reside where the promise says. Where systems are
 * promised to some people alone, rows of others are counted inside. A promise about all data speaks
 * of systems without a map as well: what lies in them is not known.
 */
final class LocateProber implements Prober {
  private static final String IN_FILES =
      " No link leads out of an archive of files: keep the country as a field of these rows, and bind"
          + " residence to it.";

  private static final String WAY = " Bind residence, or a link to a place that has it.";

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
    if (locate.subjects().isEmpty() && locate.activities().isEmpty()) {
      scene.systems().stream()
          .map(SystemEntry::id)
          .filter(id -> scene.map().places().getOrDefault(id, Map.of()).isEmpty())
          .forEach(id -> bySystem.putIfAbsent(id, List.of()));
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
      boolean foreign = Labels.foreign(locate, entry);
      boolean abroad = Labels.abroad(locate, entry);
      if (places.isEmpty() && (foreign || abroad)) {
        unmapped(entry, foreign);
        return;
      }
      labels(entry);
      boolean open = !locate.countries().isEmpty() && !locate.dedicated() && !located(entry);
      if (foreign || abroad || open) {
        places.forEach(this::rows);
      }
    }

    private static boolean located(Optional<SystemEntry> entry) {
      return entry.flatMap(SystemEntry::country).isPresent();
    }

    private void unmapped(Optional<SystemEntry> entry, boolean foreign) {
      String whose =
          foreign
              ? entry.flatMap(SystemEntry::operator).orElse("Somebody else") + " runs it"
              : "It stands in " + entry.flatMap(SystemEntry::country).orElse("another country");
      plan.gap(
          system,
          whose
              + ", and the data map binds no place in it: what lies there is not known. Bind its"
              + " places, or say in the charter which activities the promise speaks of.");
    }

    /** What the promise rests on must be said, be shown, and not be contradicted. */
    private void labels(Optional<SystemEntry> entry) {
      boolean run = locate.own() && entry.filter(e -> Labels.own(locate, e)).isPresent();
      if (locate.own() && entry.flatMap(SystemEntry::operator).isEmpty()) {
        plan.gap(
            system,
            "It is not said who runs this system. Name its operator in systems.yaml, with a"
                + " document as proof.");
      }
      if (!locate.countries().isEmpty() && !located(entry)) {
        plan.gap(
            system,
            "It is not said in which country this system stands. Label it in systems.yaml, with a"
                + " document as proof.");
      }
      boolean stands = !locate.countries().isEmpty() && located(entry);
      if (run || stands) {
        entry.ifPresent(e -> proof(e, said(run, stands)));
      }
      if (run || !locate.countries().isEmpty()) {
        entry.ifPresent(this::address);
      }
    }

    private static String said(boolean run, boolean stands) {
      if (run && stands) {
        return "its country and operator";
      }
      return run ? "its operator" : "its country";
    }

    private void proof(SystemEntry entry, String label) {
      Optional<CountryProof> proof = entry.proof();
      if (proof.isEmpty()) {
        plan.gap(system, "No document stands behind " + label + ". Name one under proof.");
      } else if (!proof.get().present()) {
        plan.gap(
            system,
            "The document behind "
                + label
                + ", "
                + proof.get().document()
                + ", is missing or empty. Put it into the workspace.");
      } else if (proof.get().until().isBefore(scene.now().atZone(scene.zone()).toLocalDate())) {
        plan.gap(
            system,
            "The document behind "
                + label
                + " counted until "
                + proof.get().until()
                + ". Renew it.");
      }
    }

    /** Only what can be asked: a label with a document counts for a system nothing connects to. */
    private void address(SystemEntry entry) {
      boolean declaredOnly = entry.access().isEmpty() && entry.unreachable().isEmpty();
      if (!entry.networks().isEmpty() && !declaredOnly && plan.system(entry)) {
        plan.ask(system, system, new Question.Transport());
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
                + mend(bound));
      } else {
        withoutWay(bound);
      }
      for (ResidencePath path : paths) {
        plan.ask(
            system,
            bound.where(),
            new Question.Tally(place.table(), path.joins(), path.column(), place.only()));
      }
    }

    /** A row may name several people: the country of one says nothing of the others. */
    private void withoutWay(BoundPlace bound) {
      bound.place().subjects().keySet().stream()
          .filter(s -> locate.subjects().isEmpty() || locate.subjects().contains(s))
          .filter(s -> path(bound, s, scene).isEmpty())
          .sorted()
          .forEach(
              s ->
                  plan.gap(
                      bound.where(),
                      "The data map shows no way from these rows to the country their "
                          + s
                          + " reside in."
                          + mend(bound)));
    }

    private String mend(BoundPlace bound) {
      return scene.system(bound.system()).filter(SystemEntry::isVault).isPresent() ? IN_FILES : WAY;
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
