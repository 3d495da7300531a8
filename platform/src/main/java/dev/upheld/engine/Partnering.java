package dev.upheld.engine;

import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.partner.Partner;
import dev.upheld.datamap.partner.Partner.Pick;
import dev.upheld.datamap.partner.PartnerAccess;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The part of a plan that partners have. They are asked and called one by one, after the databases;
 * one that is away delays only itself, and is simply called again.
 */
public final class Partnering {
  private final Function<SystemEntry, PartnerSession> open;
  private final Outbox outbox;
  private final InstantSource clock;

  /**
   * @param open a line to a partner; throws a {@link ProblemException} where there is none
   */
  public Partnering(
      Function<SystemEntry, PartnerSession> open, Outbox outbox, InstantSource clock) {
    this.open = open;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Calls nobody: each partner is planned as not reached. */
  public static Partnering none() {
    return new Partnering(
        entry -> {
          throw EngineProblem.AWAY.because(
              "System " + entry.id() + " is not called from here.", "Do it there by hand.");
        },
        new NoOutbox(),
        InstantSource.system());
  }

  /** Of those that call nobody. */
  private record NoOutbox() implements Outbox {
    @Override
    public Optional<Sent> find(String act) {
      return Optional.empty();
    }

    @Override
    public void begin(String act, SortedSet<String> ids, String figures) {
      throw new IllegalStateException("nobody is called from here");
    }

    @Override
    public void done(String act, Instant at) {
      throw new IllegalStateException("nobody is called from here");
    }
  }

  /** The partners of a workspace, in the order of its file. */
  static List<SystemEntry> of(Workspace workspace) {
    return workspace.map().systems().values().stream()
        .filter(s -> s.partner().isPresent())
        .toList();
  }

  /**
   * What is planned at one partner.
   *
   * @param ids empty when it did not answer
   */
  record Draft(SystemPlan plan, Optional<SortedSet<String>> ids, Set<String> undecided) {}

  Draft draft(Workspace workspace, ErasureOrder order, SystemEntry entry, Subject subject) {
    PartnerAccess access = access(entry);
    Partner partner = access.partner();
    SystemPlan.Partner said = new SystemPlan.Partner(partner.title(), partner.person().besides());
    Reach reach = new Reach(workspace.charter(), order, List.of());
    Optional<String> spared = reach.spared(access.activities());
    Map<String, List<String>> identifiers = identifiers(workspace, subject);
    List<PlaceStep> steps;
    SortedSet<String> ids;
    try {
      findable(partner, identifiers);
      try (PartnerSession session = open.apply(entry)) {
        ids = session.locate(identifiers);
        steps = steps(partner, session, ids, spared);
      }
    } catch (ProblemException e) {
      List<String> why = e.problems().stream().map(p -> p.what() + " " + p.mend()).toList();
      return new Draft(
          new SystemPlan(entry.id(), List.of(), true, why, Optional.of(said), Optional.empty()),
          Optional.empty(),
          reach.undecided());
    }
    alone(entry, order, ids);
    boolean goes = spared.isEmpty() && !ids.isEmpty();
    SystemPlan.Partner shown = goes ? said : new SystemPlan.Partner(said.title(), List.of());
    return new Draft(
        new SystemPlan(entry.id(), steps, true, List.of(), Optional.of(shown), Optional.empty()),
        Optional.of(ids),
        ids.isEmpty() ? Set.of() : reach.undecided());
  }

  private static PartnerAccess access(SystemEntry entry) {
    return entry.partner().orElseThrow(() -> new IllegalArgumentException("no partner"));
  }

  /** What is known of the person, by the terms that partners' files use. */
  private static Map<String, List<String>> identifiers(Workspace workspace, Subject subject) {
    Map<String, String> terms = workspace.terms();
    Map<String, List<String>> byTerm = new TreeMap<>();
    subject
        .identifiers()
        .forEach(
            (word, values) ->
                Optional.ofNullable(terms.get(word))
                    .ifPresent(
                        t -> byTerm.computeIfAbsent(t, x -> new ArrayList<>()).addAll(values)));
    return byTerm;
  }

  private static void findable(Partner partner, Map<String, List<String>> identifiers) {
    List<String> by = partner.person().find().stream().map(Partner.Find::by).distinct().toList();
    if (by.stream().noneMatch(identifiers::containsKey)) {
      throw EngineProblem.SUBJECT.because(
          partner.title() + " finds people by " + String.join(" or ", by) + " alone.",
          "Give that of the person, too.");
    }
  }

  /** Two people behind one address are never taken for one. */
  private static void alone(SystemEntry entry, ErasureOrder order, Set<String> ids) {
    if (ids.size() > 1 && !order.everyAccount()) {
      throw EngineProblem.AMBIGUOUS.because(
          ids.size() + " people of " + entry.id() + " match this person.",
          "Say that all of them are meant, or do it there by hand.");
    }
  }

  private static List<PlaceStep> steps(
      Partner partner, PartnerSession session, Set<String> ids, Optional<String> spared) {
    List<PlaceStep> steps = new ArrayList<>();
    if (!ids.isEmpty()) {
      steps.add(step(partner.person().called(), ids.size(), spared));
    }
    for (Partner.Records records : partner.records()) {
      long[] count = {0};
      ids.forEach(id -> session.read(records.id(), id, List.of(), row -> count[0]++));
      if (count[0] > 0) {
        steps.add(step(records.id(), count[0], spared.or(records::stays)));
      }
    }
    return steps;
  }

  private static PlaceStep step(String place, long rows, Optional<String> stays) {
    List<Kept> kept = stays.map(why -> List.of(new Kept(rows, why))).orElse(List.of());
    SortedMap<String, String> none = new TreeMap<>();
    return new PlaceStep(
        place,
        place,
        true,
        new PlaceStep.Counts(kept.isEmpty() ? rows : 0, 0, 0, 0, 0),
        kept,
        none,
        none,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of());
  }

  SystemReceipt act(Planned planned, SystemPlan approved, SystemEntry entry, String act) {
    try {
      Outbox.Sent sent =
          outbox
              .find(act)
              .filter(s -> s.done().isEmpty() || !cameBack(planned, entry))
              .orElseGet(() -> begun(planned, approved, entry, act));
      if (sent.done().isEmpty()) {
        perform(entry, act, sent.ids());
        outbox.done(act, clock.instant());
        sent = outbox.find(act).orElseThrow();
      }
      return new SystemReceipt(entry.id(), act, sent.done(), sent.figures(), List.of());
    } catch (ProblemException e) {
      List<String> why = e.problems().stream().map(p -> p.what() + " " + p.mend()).toList();
      return new SystemReceipt(entry.id(), act, Optional.empty(), "", why);
    }
  }

  /**
   * Whether somebody is there who is to go. The same plan can be made, and approved, again for a
   * person who was erased and came back: that it was done once says nothing then.
   */
  private boolean cameBack(Planned planned, SystemEntry entry) {
    Set<String> ids = goes(planned, entry);
    if (ids.isEmpty()) {
      return false;
    }
    try (PartnerSession session = open.apply(entry)) {
      return ids.stream().anyMatch(id -> !session.isGone(id));
    }
  }

  /** Who is to go, as the plan made last found them. */
  private static SortedSet<String> goes(Planned planned, SystemEntry entry) {
    boolean goes =
        planned.plan().systems().stream()
            .filter(s -> s.system().equals(entry.id()))
            .anyMatch(s -> deleted(s).containsKey(called(entry)));
    return goes ? planned.partners().getOrDefault(entry.id(), new TreeSet<>()) : new TreeSet<>();
  }

  private Outbox.Sent begun(Planned planned, SystemPlan approved, SystemEntry entry, String act) {
    SystemPlan now =
        planned.plan().systems().stream()
            .filter(s -> s.system().equals(entry.id()))
            .findFirst()
            .orElseThrow(() -> EngineProblem.CHANGED.because("The plan lacks it.", "Plan again."));
    if (!now.unreachable().isEmpty()) {
      throw EngineProblem.AWAY.because(
          String.join(" ", now.unreachable()), "Nothing was done there yet.");
    }
    if (!deleted(now).equals(deleted(approved))) {
      throw EngineProblem.CHANGED.because(
          "Since the plan was made, what " + entry.id() + " has of the person has changed.",
          "Plan again and approve what it says then.");
    }
    outbox.begin(act, goes(planned, entry), PlanJson.text(PlanJson.steps(now.steps())));
    return outbox.find(act).orElseThrow();
  }

  private static String called(SystemEntry entry) {
    return access(entry).partner().person().called();
  }

  private static Map<String, Long> deleted(SystemPlan plan) {
    Map<String, Long> deleted = new TreeMap<>();
    plan.steps().forEach(s -> deleted.put(s.place(), s.counts().deleted()));
    deleted.values().removeIf(n -> n == 0);
    return deleted;
  }

  /** Each call may be repeated; who is gone already stays gone. */
  private void perform(SystemEntry entry, String act, Set<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    try (PartnerSession session = open.apply(entry)) {
      for (String id : ids) {
        session.erase(id, Sha256.hex(act + "/" + id));
      }
      long left = ids.stream().filter(id -> !session.isGone(id)).count();
      if (left > 0) {
        throw EngineProblem.LEFT_OVER.because(
            access(entry).partner().title() + " took the calls and still has the person.",
            "Repeat it later, or ask the partner.");
      }
    }
  }

  /**
   * Hands out what the partner has of a person.
   *
   * @return the names of fields that were withheld, because they prove who somebody is
   */
  Set<String> export(Planned planned, SystemEntry entry, Exporting.Sink sink) {
    Partner partner = access(entry).partner();
    Set<String> withheld = new TreeSet<>();
    Map<String, SortedMap<String, Pick>> kinds = new LinkedHashMap<>();
    kinds.put(partner.person().called(), partner.person().fields());
    partner.records().forEach(r -> kinds.put(r.id(), r.fields()));
    try (PartnerSession session = open.apply(entry)) {
      kinds.forEach(
          (kind, fields) -> {
            List<String> shown = new ArrayList<>();
            fields.forEach(
                (name, pick) ->
                    (pick.is().filter(Exporting.SECRET::contains).isPresent() ? withheld : shown)
                        .add(name));
            for (int time = 0; time < sink.times(); time++) {
              sink.place(entry.id(), kind, shown);
              for (String id : planned.partners().getOrDefault(entry.id(), new TreeSet<>())) {
                session.read(kind, id, shown, sink::row);
              }
            }
          });
    }
    return withheld;
  }
}
