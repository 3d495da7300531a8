package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Sha256;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * After a restore: erases again whom an old copy brought back, by the same plans and acts as the
 * first time, and nobody who came back by themselves.
 */
public final class Reapplying {
  private final Function<SystemEntry, ActSession> open;
  private final Erasing erasing;
  private final Fingerprints fingerprints;

  /**
   * @param open a line to a system that may change it
   */
  public Reapplying(
      Function<SystemEntry, ActSession> open, Erasing erasing, Fingerprints fingerprints) {
    this.open = open;
    this.erasing = erasing;
    this.fingerprints = fingerprints;
  }

  /**
   * What an officer decided.
   *
   * @param allRows whether rows without a clock are taken to be older than the erasure
   * @param everyAccount whether all accounts that share an identifier are the erased person's
   */
  public record Way(boolean allRows, boolean everyAccount) {}

  /**
   * Looks who is back in a system, and plans; changes nothing.
   *
   * @param tombstones of that system
   * @throws ProblemException where there is no such system, or it does not answer
   */
  public Reapplied plan(
      Workspace workspace, String system, List<Tombstone> tombstones, Way way, Progress progress) {
    SystemEntry entry = workspace.map().systems().get(system);
    if (entry == null) {
      throw EngineProblem.MAP.because(
          "systems.yaml has no system " + system + ".",
          "It has: " + String.join(", ", new TreeSet<>(workspace.map().systems().keySet())) + ".");
    }
    Workspace alone = alone(workspace, system);
    Comeback comeback = new Comeback(fingerprints, tombstones);
    Collection<Place> places = alone.map().places().getOrDefault(system, Map.of()).values();
    try (ActSession session = open.apply(entry)) {
      int done = 0;
      for (Place place : places) {
        progress.report("reading " + system, done++, places.size());
        session.inVain(
            () -> {
              comeback.look(alone, place, session);
              return true;
            });
      }
    }
    return plan(alone, entry, comeback, way, progress);
  }

  /** The same with one system only. */
  static Workspace alone(Workspace all, String system) {
    return new Workspace(
        all.root(),
        all.charter(),
        all.promises(),
        all.findings(),
        all.map().only(system),
        all.clauses());
  }

  private Reapplied plan(
      Workspace alone, SystemEntry entry, Comeback comeback, Way way, Progress progress) {
    List<Planned> plans = new ArrayList<>();
    Set<String> trouble = new TreeSet<>();
    List<Comeback.Person> people = comeback.people();
    for (int i = 0; i < people.size(); i++) {
      progress.report("planning", i, people.size());
      try {
        Planned planned = plan(alone, entry, people.get(i), way);
        planned.plan().systems().forEach(s -> trouble.addAll(s.unreachable()));
        if (planned.plan().touched() > 0) {
          plans.add(planned);
        }
      } catch (ProblemException e) {
        e.problems().stream().map(p -> p.what() + " " + p.mend()).forEach(trouble::add);
      }
    }
    List<String> digests = plans.stream().map(p -> p.plan().digest()).sorted().toList();
    return new Reapplied(
        Sha256.hex(String.join("\n", digests)),
        plans,
        way.allRows() ? List.of() : notes(comeback.clockless()),
        List.copyOf(trouble));
  }

  private static List<String> notes(Set<String> clockless) {
    return clockless.stream()
        .map(
            place ->
                place
                    + " holds people who were erased, and has no clock \"collected\": nobody can"
                    + " tell whether they came back by themselves.")
        .toList();
  }

  /**
   * In a database that was restored row by row the memory of the first act may still be there; then
   * this is another round, or it would be taken for done.
   */
  private Planned plan(Workspace alone, SystemEntry entry, Comeback.Person person, Way way) {
    TreeMap<String, List<String>> values = new TreeMap<>();
    person.values().forEach((word, found) -> values.put(word, List.copyOf(found)));
    Subject subject = new Subject(values);
    Tombstone.Reach reach = person.of().reach();
    ErasureGround ground =
        ErasureGround.of(reach.ground())
            .orElseThrow(() -> new IllegalStateException("kept by another version"));
    for (int round = 0; ; round++) {
      Again again = new Again(person.of().erased(), way.allRows(), round);
      ErasureOrder order =
          new ErasureOrder(
              ground, reach.keep(), reach.erase(), way.everyAccount(), Optional.of(again));
      Planned planned = erasing.plan(alone, subject, order, Progress.SILENT);
      if (planned.plan().touched() == 0 || !remembered(entry, planned.plan())) {
        return planned;
      }
    }
  }

  private boolean remembered(SystemEntry entry, Plan plan) {
    if (!plan.isWhole()) {
      return false;
    }
    try (ActSession session = open.apply(entry)) {
      return session.inVain(() -> session.remembered(plan.act(entry.id()))).isPresent();
    }
  }

  /**
   * Erases, person by person; one for whom it fails does not stop the others.
   *
   * @param forgetful whether a system without a memory of acts is accepted
   * @return receipts by plan digest
   */
  public Map<String, Receipt> act(Reapplied approved, boolean forgetful, Progress progress) {
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    for (Planned planned : approved.plans()) {
      progress.report("erasing again", receipts.size(), approved.plans().size());
      receipts.put(planned.plan().digest(), act(planned, forgetful));
    }
    return receipts;
  }

  private Receipt act(Planned planned, boolean forgetful) {
    try {
      return erasing.act(planned, planned.plan(), forgetful, Progress.SILENT);
    } catch (ProblemException e) {
      List<String> why = e.problems().stream().map(p -> p.what() + " " + p.mend()).toList();
      Plan plan = planned.plan();
      return new Receipt(
          plan.digest(),
          plan.person(),
          plan.systems().stream()
              .map(
                  s ->
                      new SystemReceipt(
                          s.system(), plan.act(s.system()), Optional.empty(), "", why))
              .toList());
    }
  }
}
