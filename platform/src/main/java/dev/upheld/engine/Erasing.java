package dev.upheld.engine;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.Bindings;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Plans erasures and carries them out. Nothing is done that no plan said; what is done is done
 * once, and each system remembers it in the very transaction that does it.
 */
public final class Erasing {
  private final Function<SystemEntry, ActSession> open;
  private final Partnering partnering;
  private final InstantSource clock;
  private final KeyedHash hash;
  private final Guard guard;
  private final Manner manner;

  /**
   * Without partners.
   *
   * @see #Erasing(Function, Partnering, InstantSource, KeyedHash)
   */
  public Erasing(Function<SystemEntry, ActSession> open, InstantSource clock, KeyedHash hash) {
    this(open, Partnering.none(), clock, hash);
  }

  /**
   * @param open a line to a system that may change it; throws a {@link ProblemException} where
   *     there is none
   * @param partnering how partners are called
   * @param hash recognises people in plans and receipts without naming them
   */
  public Erasing(
      Function<SystemEntry, ActSession> open,
      Partnering partnering,
      InstantSource clock,
      KeyedHash hash) {
    this.open = open;
    this.partnering = partnering;
    this.clock = clock;
    this.hash = hash;
    this.guard = Guard.NONE;
    this.manner = Manner.USUAL;
  }

  private Erasing(Erasing like, Guard guard, Manner manner) {
    this.open = like.open;
    this.partnering = like.partnering;
    this.clock = like.clock;
    this.hash = like.hash;
    this.guard = guard;
    this.manner = manner;
  }

  /** The same, refusing where something stands against it. */
  public Erasing guarded(Guard by) {
    return new Erasing(this, by, manner);
  }

  /** The same in another manner. */
  Erasing in(Manner other) {
    return new Erasing(this, guard, other);
  }

  /**
   * The same, going no further for now once it is paused. Nothing is left half done: the same plan
   * goes on from there.
   *
   * @param paused asked between two systems and between two transactions
   */
  public Erasing pausing(BooleanSupplier paused) {
    return in(new Manner(manner.most(), manner.fresh(), paused));
  }

  /**
   * Plans. Gathers and judges in every system exactly as the act will, and rolls that back.
   *
   * @throws ProblemException where the map, the person or the databases leave no sound plan
   */
  public Planned plan(Workspace workspace, Subject subject, ErasureOrder order, Progress progress) {
    return plan(workspace, subject, order, progress, true);
  }

  private Planned plan(
      Workspace workspace,
      Subject subject,
      ErasureOrder order,
      Progress progress,
      boolean judging) {
    Known.words(workspace, subject);
    Guard asked = judging ? guard : Guard.NONE;
    asked.pass(subject.identifiers());
    Map<String, Collection<Place>> systems = new LinkedHashMap<>();
    workspace.map().systems().keySet().forEach(s -> systems.put(s, Acting.places(workspace, s)));
    systems.values().removeIf(Collection::isEmpty);
    systems.keySet().removeIf(s -> Acting.entry(workspace, s).partner().isPresent());
    List<String> inOrder = Bridges.ownersLast(workspace, List.copyOf(systems.keySet()));
    Drafts drafts = new Drafts();
    Map<String, Map<String, List<Match>>> linked = new LinkedHashMap<>();
    Set<String> open = new TreeSet<>(systems.keySet());
    while (!open.isEmpty()) {
      for (String system : List.copyOf(open)) {
        progress.report("planning in " + system, drafts.systems.size(), systems.size());
        open.remove(system);
        Look look = new Look(workspace, order, linked.getOrDefault(system, Map.of()), judging);
        draft(look, system, subject, drafts);
      }
      Bridges.linked(workspace, drafts.carried, linked).forEach(open::add);
    }
    asked.pass(drafts.known);
    List<String> all = new ArrayList<>(inOrder);
    for (SystemEntry partner : Partnering.of(workspace)) {
      progress.report("planning in " + partner.id(), all.size(), all.size() + 1);
      all.add(partner.id());
      Partnering.Draft draft = partnering.draft(workspace, order, partner, subject);
      if (judging && draft.plan().touched() > 0) {
        RowGuard.pass(workspace, partner, guard);
      }
      drafts.systems.put(partner.id(), draft.plan());
      draft.ids().ifPresent(ids -> drafts.partners.put(partner.id(), ids));
      drafts.undecided.addAll(draft.undecided());
    }
    return planned(workspace, subject, order, drafts, all);
  }

  /** What one system's gathered rows are read for. */
  @FunctionalInterface
  interface Reading {
    void read(SystemEntry entry, ActSession session, Gathering gathered);
  }

  /**
   * Finds all rows of a person and judges none: what becomes of them at their end has no bearing on
   * a copy. Nothing is changed.
   */
  Planned find(Workspace workspace, Subject subject, boolean everyAccount) {
    ErasureOrder order =
        new ErasureOrder(ErasureGround.NO_LONGER_NECESSARY, Set.of(), Set.of(), everyAccount);
    return plan(workspace, subject, order, Progress.SILENT, false);
  }

  /** Reads what one partner holds of a person. */
  Set<String> read(Planned found, String system, Exporting.Sink sink) {
    return partnering.export(found, Acting.entry(found.workspace(), system), sink);
  }

  /** Gathers what was found in one system anew, and hands it over while it is there. */
  void read(Planned found, String system, Reading reading) {
    within(found, system, false, reading);
  }

  /**
   * Gathers what was found in one system anew, and hands it over while it is there.
   *
   * @param stays whether what is changed meanwhile is committed
   */
  void within(Planned found, String system, boolean stays, Reading reading) {
    SystemEntry entry = Acting.entry(found.workspace(), system);
    try (ActSession session = open.apply(entry)) {
      Supplier<Boolean> work =
          () -> {
            reading.read(entry, session, gathered(found, entry, session).gathering());
            return true;
          };
      var _ = stays ? session.inOne(work) : session.inVain(work);
    }
  }

  /** Gathers what was found in one system anew, within the caller's transaction. */
  SystemWork gathered(Planned found, SystemEntry entry, ActSession session) {
    SystemWork work = work(found.workspace(), entry, session, found.order());
    work.gathering().gather(found.seeds().getOrDefault(entry.id(), Map.of()));
    return work;
  }

  /** What a look at one system depends on. */
  private record Look(
      Workspace workspace, ErasureOrder order, Map<String, List<Match>> linked, boolean judging) {}

  /** What was found so far. */
  private static final class Drafts {
    private final Map<String, SystemPlan> systems = new LinkedHashMap<>();
    private final Map<String, Map<String, Gathering.Seeds>> seeds = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> carried = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> partners = new LinkedHashMap<>();
    private final Set<String> undecided = new TreeSet<>();
    private final SortedMap<String, Set<String>> numbers = new TreeMap<>();
    private final Map<String, Set<String>> known = new TreeMap<>();

    /** How systems number this person: that is the same in an old copy, an address may not be. */
    void numbers(SystemWork work) {
      for (Node node : work.gathering().gathered()) {
        if (node.isPeople()) {
          List<String> known =
              work.session().values(node.set(), node.set().key().getFirst(), Bridges.LINKED_VALUES);
          node.words().forEach(w -> numbers.computeIfAbsent(w, x -> new TreeSet<>()).addAll(known));
        }
      }
    }
  }

  private void draft(Look look, String system, Subject subject, Drafts drafts) {
    Workspace workspace = look.workspace();
    SystemEntry entry = Acting.entry(workspace, system);
    try (ActSession session = open.apply(entry)) {
      boolean remembers = session.remembers();
      session.inVain(
          () -> {
            SystemWork work = work(workspace, entry, session, look.order());
            Map<String, Gathering.Seeds> seeds = seeds(look, work.graph(), subject);
            if (look.judging()) {
              work.judge(seeds, Acting.carried(workspace, system), false);
            } else {
              work.gathering().gather(seeds);
            }
            alone(system, look.order(), work.gathering());
            if (look.judging()) {
              new SystemAct(work).check(system);
            }
            List<PlaceStep> steps = look.judging() ? work.steps() : List.of();
            Optional<CommitUnits> units =
                remembers ? CommitUnits.of(work, steps, manner.most()) : Optional.empty();
            drafts.systems.put(
                system,
                new SystemPlan(system, steps, remembers, List.of(), Optional.empty(), units));
            drafts.seeds.put(system, exact(seeds, work.gathering()));
            drafts.carried.put(system, Bridges.carried(workspace, system, work));
            drafts.undecided.addAll(work.undecided());
            drafts.numbers(work);
            if (!guard.equals(Guard.NONE)) {
              Set<String> words = Reach.identifying(workspace.charter());
              Known.in(work.gathering(), session, words, drafts.known);
            }
            return true;
          });
    } catch (ProblemException e) {
      if (!isAway(e)) {
        throw e;
      }
      List<String> why = e.problems().stream().map(Problem::what).toList();
      drafts.systems.put(system, SystemPlan.away(system, why));
    }
  }

  private static boolean isAway(ProblemException e) {
    return e.problems().stream()
        .allMatch(
            p ->
                p.code() == ConnectProblem.SYSTEM_DOWN
                    || p.code() == ConnectProblem.TIMED_OUT
                    || p.code() == ConnectProblem.SIGN_IN_REFUSED
                    || p.code() == ConnectProblem.TLS_FAILED
                    || p.code() == ConnectProblem.UNFIT);
  }

  private SystemWork work(
      Workspace workspace, SystemEntry entry, ActSession session, ErasureOrder order) {
    return acting().work(workspace, entry, session, order);
  }

  private Acting acting() {
    return new Acting(open, partnering, clock, manner, guard);
  }

  private static Map<String, Gathering.Seeds> seeds(Look look, Graph graph, Subject subject) {
    Set<String> identifying = Reach.identifying(look.workspace().charter());
    Map<String, Gathering.Seeds> seeds = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      Gathering.Seeds own = Gathering.seeds(node, subject, identifying);
      List<Match> keys = new ArrayList<>(own.keys());
      keys.addAll(look.linked().getOrDefault(node.id(), List.of()));
      Gathering.Seeds all =
          Younger.among(node, new Gathering.Seeds(keys, own.values()), look.order());
      if (!all.isEmpty()) {
        seeds.put(node.id(), all);
      }
    }
    return seeds;
  }

  /** Two people behind one address are never taken for one. */
  private static void alone(String system, ErasureOrder order, Gathering gathering) {
    if (order.everyAccount()) {
      return;
    }
    gathering
        .people()
        .forEach(
            (place, people) -> {
              if (people > 1) {
                throw EngineProblem.AMBIGUOUS.because(
                    people + " rows of " + place + " in " + system + " match this person.",
                    "Name the one that is meant by its number, or say that all of them are.");
              }
            });
  }

  private static Map<String, Gathering.Seeds> exact(
      Map<String, Gathering.Seeds> seeds, Gathering gathering) {
    Map<String, Gathering.Seeds> exact = new LinkedHashMap<>();
    seeds.forEach(
        (place, seed) -> {
          List<Match> spelled = gathering.spelled().get(place);
          List<Match> values =
              spelled == null ? List.of() : spelled.subList(seed.keys().size(), spelled.size());
          exact.put(place, new Gathering.Seeds(seed.keys(), List.copyOf(values)));
        });
    return exact;
  }

  private Planned planned(
      Workspace workspace,
      Subject subject,
      ErasureOrder order,
      Drafts drafts,
      List<String> systems) {
    Plan bare =
        new Plan(
            "",
            workspace.charter().company(),
            hash.of(subject.canonical() + order.again().map(Again::canonical).orElse("")),
            order.ground(),
            Bindings.digest(workspace.map()),
            systems.stream()
                .flatMap(s -> Optional.ofNullable(drafts.systems.get(s)).stream())
                .toList(),
            List.copyOf(drafts.undecided),
            0);
    Plan plan = bare.sealed(0);
    for (int round = 1; isRemembered(workspace, plan); round++) {
      plan = bare.sealed(round);
    }
    return new Planned(
        plan, workspace, order, drafts.seeds, subject, drafts.numbers, drafts.partners);
  }

  /** Whether some system remembers an act of this plan, although there is something to do again. */
  private boolean isRemembered(Workspace workspace, Plan plan) {
    for (SystemPlan system : plan.systems()) {
      if (system.touched() > 0 && system.remembers() && system.partner().isEmpty()) {
        try (ActSession session = open.apply(Acting.entry(workspace, system.system()))) {
          String act = plan.act(system.system());
          if (session.inVain(() -> session.remembered(act)).isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Carries a plan out, system by system; one that is away delays only itself. What an earlier try
   * did already is not done again: the system remembers it.
   *
   * @param approved the plan that people saw; where part of it is done already, {@code planned}
   *     made anew holds the rest of it only
   * @param forgetful whether systems without a memory of acts are accepted
   * @throws ProblemException where something is undecided; then nothing is done
   */
  public Receipt act(Planned planned, Plan approved, boolean forgetful, Progress progress) {
    Plan plan = approved;
    if (!plan.map().equals(planned.plan().map())
        || !plan.person().equals(planned.plan().person())
        || plan.ground() != planned.plan().ground()) {
      throw EngineProblem.CHANGED.because(
          "The approved plan was made for another person or ground, or the data map has changed.",
          "Plan again and approve what it says then.");
    }
    if (!plan.undecided().isEmpty()) {
      throw EngineProblem.UNDECIDED.because(
          "Nothing is erased before somebody has decided: " + String.join("; ", plan.undecided()),
          "Decide for each activity whether it is kept or erased, and plan again.");
    }
    var known = Known.of(planned);
    guard.pass(known);
    Acting acting =
        new Acting(open, partnering, clock, manner.unless(() -> guard.pass(known)), guard);
    List<SystemReceipt> receipts = new ArrayList<>();
    long rows = 0;
    for (SystemPlan system : plan.systems()) {
      Acting.Heard heard = new Acting.Heard(progress, system.system(), rows, plan.touched());
      heard.reached(0);
      Approved part = new Approved(plan, system, plan.act(system.system()));
      SystemReceipt receipt = acting.act(planned, part, forgetful, heard);
      receipts.add(receipt);
      rows += receipt.isDone() ? system.touched() : 0;
    }
    progress.report("erasing", rows, plan.touched());
    return new Receipt(plan.digest(), plan.person(), receipts);
  }
}
