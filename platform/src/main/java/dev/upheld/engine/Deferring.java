package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Remembered;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Deferral;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Erases what an erasure kept until a day, once the day has come, by a plan of its own that may
 * touch nothing but what stayed then. People are recognised by keyed hash, in the rows that stayed
 * and nowhere else.
 */
public final class Deferring {
  private final Function<SystemEntry, ActSession> open;
  private final Erasing erasing;
  private final Fingerprints fingerprints;

  /**
   * @param open a line to a system that may change it
   */
  public Deferring(
      Function<SystemEntry, ActSession> open, Erasing erasing, Fingerprints fingerprints) {
    this.open = open;
    this.erasing = erasing;
    this.fingerprints = fingerprints;
  }

  /**
   * Plans; changes nothing.
   *
   * @throws dev.upheld.kernel.ProblemException where nobody is recognised, or more would be touched
   *     than the first plan said
   */
  public Planned plan(Workspace workspace, Deferral deferral) {
    String system = deferral.system();
    SystemEntry entry = entry(workspace, system);
    Workspace alone = Reapplying.alone(workspace, system);
    Comeback comeback = new Comeback(fingerprints, deferral.people());
    try (ActSession session = open.apply(entry)) {
      for (Place place : alone.map().places().getOrDefault(system, Map.of()).values()) {
        boolean stayed =
            session
                .describe()
                .table(place.table())
                .filter(t -> deferral.stayed().containsKey(t.name().toString()))
                .isPresent();
        if (stayed) {
          session.inVain(
              () -> {
                comeback.look(alone, place, session);
                return true;
              });
        }
      }
    }
    Comeback.Person person =
        comeback.people().stream().findFirst().orElseThrow(() -> unrecognised(deferral));
    Planned planned =
        erasing.plan(alone, subject(alone, person), order(alone, person), Progress.SILENT);
    within(deferral, planned.plan());
    return planned;
  }

  private static SystemEntry entry(Workspace workspace, String system) {
    return Optional.ofNullable(workspace.map().systems().get(system))
        .orElseThrow(
            () ->
                EngineProblem.MAP.because(
                    "systems.yaml has no system " + system + " any more.",
                    "Put it back, or erase there by hand what was kept."));
  }

  private static dev.upheld.kernel.ProblemException unrecognised(Deferral deferral) {
    return EngineProblem.SUBJECT.because(
        "Nobody is recognised in the rows that were kept in "
            + deferral.system()
            + ": "
            + String.join(", ", deferral.stayed().keySet())
            + ".",
        "Bind the column that names the person (subject) in these places, or erase by hand.");
  }

  private static Set<String> numbers(Workspace workspace, Comeback.Person person) {
    return person.values().keySet().stream()
        .filter(workspace.charter().words().subjects()::containsKey)
        .collect(Collectors.toSet());
  }

  /** By number alone where it is known: an address may belong to somebody who came back. */
  private static Subject subject(Workspace workspace, Comeback.Person person) {
    Set<String> numbers = numbers(workspace, person);
    TreeMap<String, List<String>> values = new TreeMap<>();
    person
        .values()
        .forEach(
            (word, found) -> {
              if (numbers.isEmpty() || numbers.contains(word)) {
                values.put(word, List.copyOf(found));
              }
            });
    return new Subject(values);
  }

  private static ErasureOrder order(Workspace workspace, Comeback.Person person) {
    Tombstone.Reach reach = person.of().reach();
    ErasureGround ground =
        ErasureGround.of(reach.ground())
            .orElseThrow(
                () ->
                    EngineProblem.CHANGED.because(
                        "The ground of the first erasure is of another version.",
                        "Erase by a request of its own, which an officer approves."));
    Optional<Again> again =
        numbers(workspace, person).isEmpty()
            ? Optional.of(new Again(person.of().erased(), false, 0))
            : Optional.empty();
    return new ErasureOrder(ground, reach.keep(), reach.erase(), false, again);
  }

  /** Nobody approved more than what stayed. */
  private static void within(Deferral deferral, Plan plan) {
    Map<String, Long> touched = new TreeMap<>();
    plan.systems().stream()
        .flatMap(s -> s.steps().stream())
        .forEach(s -> touched.merge(s.table(), s.counts().touched(), Long::sum));
    List<String> more = new ArrayList<>();
    touched.forEach(
        (table, rows) -> {
          if (rows > deferral.stayed().getOrDefault(table, 0L)) {
            more.add(table);
          }
        });
    if (!more.isEmpty()) {
      throw EngineProblem.CHANGED.because(
          "More would be erased than what was kept: there are new rows in "
              + String.join(", ", more)
              + ".",
          "Look whose they are; erase by a request of its own, which an officer approves.");
    }
  }

  /** Carries a plan out. */
  public Receipt act(Planned planned) {
    return erasing.act(planned, planned.plan(), false, Progress.SILENT);
  }

  /** The receipt of a plan that was carried out, as the system remembers it; else empty. */
  public Optional<Receipt> done(Workspace workspace, Plan plan) {
    List<SystemReceipt> receipts = new ArrayList<>();
    for (SystemPlan system : plan.systems()) {
      String act = plan.act(system.system());
      try (ActSession session = open.apply(entry(workspace, system.system()))) {
        Optional<Remembered> done = session.inVain(() -> session.remembered(act));
        if (done.isEmpty()) {
          return Optional.empty();
        }
        receipts.add(
            new SystemReceipt(
                system.system(), act, done.map(Remembered::at), done.get().figures(), List.of()));
      }
    }
    return Optional.of(new Receipt(plan.digest(), plan.person(), receipts));
  }
}
