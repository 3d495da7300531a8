package dev.upheld.engine;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Recipient;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Remembered;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.CorrectionPlan.Part;
import dev.upheld.engine.CorrectionPlan.Stay;
import dev.upheld.engine.CorrectionPlan.Why;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans corrections and carries them out (GDPR Art. 16): exactly the approved values change, in
 * every system, in one transaction each that also remembers it. A system is changed only after
 * those whose rows are found through it.
 */
public final class Correcting {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Erasing finder;
  private final Function<SystemEntry, ActSession> open;
  private final InstantSource clock;
  private final KeyedHash hash;

  /**
   * @param finder finds a person's rows; a correction finds the same ones that an erasure would
   * @param open a line to a system that may change it
   * @param hash recognises people and values in plans without naming them
   */
  public Correcting(
      Erasing finder, Function<SystemEntry, ActSession> open, InstantSource clock, KeyedHash hash) {
    this.finder = finder;
    this.open = open;
    this.clock = clock;
    this.hash = hash;
  }

  /** What was asked, with what follows from the data map. */
  record Asked(
      Workspace workspace,
      Subject subject,
      Correction correction,
      Carriers carriers,
      Map<String, Set<String>> held) {

    /** With what the person's own rows hold in all systems, by word. */
    Asked holding(Map<String, Set<String>> all) {
      return new Asked(workspace, subject, correction, carriers, all);
    }
  }

  /**
   * Plans. Chooses in every system exactly as the act will, lets the database say whether it takes
   * the values, and rolls that back.
   *
   * @throws ProblemException where the map, the person or the databases leave no sound plan, or a
   *     system is away: a correction is planned whole or not at all
   */
  public CorrectionPlan plan(
      Workspace workspace, Subject subject, Correction correction, Progress progress) {
    Planned found = found(workspace, subject);
    Asked asked = held(asked(workspace, subject, correction), found);
    List<Part> parts = new ArrayList<>();
    for (SystemPlan system : found.plan().systems()) {
      progress.report("planning in " + system.system(), parts.size(), parts.size() + 1);
      if (system.unreachable().isEmpty()) {
        parts.add(
            system.partner().isPresent() ? partner(asked, system) : part(asked, found, system));
      }
    }
    CorrectionPlan bare =
        new CorrectionPlan(
            "",
            found.plan().company(),
            found.plan().person(),
            hash.of(correction.canonical()),
            found.plan().map(),
            parts,
            recipients(workspace, parts),
            0);
    CorrectionPlan plan = bare.sealed(0);
    for (int round = 1; isRemembered(workspace, plan); round++) {
      plan = bare.sealed(round);
    }
    return plan;
  }

  /** Data words of which something can be corrected: those of the data map that are no secrets. */
  public static List<String> words(Workspace workspace) {
    Set<String> mapped = new TreeSet<>();
    workspace.map().places().values().stream()
        .flatMap(p -> p.values().stream())
        .flatMap(p -> p.fields().values().stream())
        .forEach(f -> mapped.add(f.word()));
    Map<String, String> terms = workspace.terms();
    mapped.removeIf(w -> Exporting.SECRET.contains(terms.getOrDefault(w, "")));
    return List.copyOf(mapped);
  }

  private static Asked asked(Workspace workspace, Subject subject, Correction correction) {
    List<String> mapped = words(workspace);
    for (String word : correction.values().keySet()) {
      if (!mapped.contains(word)) {
        throw EngineProblem.CORRECTION.because(
            "No place of the data map holds " + word + " that could be corrected.",
            "Use one of " + String.join(", ", mapped) + ".");
      }
    }
    return new Asked(
        workspace,
        subject,
        correction,
        Carriers.of(workspace, correction.values().keySet()),
        Map.of());
  }

  /** What is wrong in one system may be what a row of another one says of the person. */
  private Asked held(Asked asked, Planned found) {
    Map<String, Set<String>> held = new TreeMap<>();
    for (SystemPlan system : found.plan().systems()) {
      if (system.unreachable().isEmpty() && system.partner().isEmpty()) {
        SystemEntry entry = entry(asked.workspace(), system.system());
        try (ActSession session = open.apply(entry)) {
          session.inVain(
              () -> {
                SystemWork gathered = finder.gathered(found, entry, session);
                new CorrectionWork(asked, entry.id(), gathered, reach(asked, entry))
                    .own()
                    .forEach(
                        (word, values) ->
                            held.computeIfAbsent(word, w -> new TreeSet<>()).addAll(values));
                return true;
              });
        }
      }
    }
    return asked.holding(held);
  }

  private Planned found(Workspace workspace, Subject subject) {
    Planned found = finder.find(workspace, subject, false);
    for (SystemPlan system : found.plan().systems()) {
      boolean byHand = ActConnector.isByHand(entry(workspace, system.system()));
      if (!system.unreachable().isEmpty() && !byHand) {
        throw EngineProblem.AWAY.because(
            "System " + system.system() + " was not reached: " + system.unreachable().getFirst(),
            "Plan again when it answers: what is corrected in one place only is wrong twice.");
      }
    }
    return found;
  }

  private static SystemEntry entry(Workspace workspace, String system) {
    return Optional.ofNullable(workspace.map().systems().get(system)).orElseThrow();
  }

  private Part part(Asked asked, Planned found, SystemPlan system) {
    SystemEntry entry = entry(asked.workspace(), system.system());
    try (ActSession session = open.apply(entry)) {
      boolean remembers = session.remembers();
      return session.inVain(
          () -> {
            SystemWork gathered = finder.gathered(found, entry, session);
            CorrectionWork work = chosen(asked, entry, gathered);
            CorrectionAct act = new CorrectionAct(work, gathered);
            Part part =
                new Part(system.system(), remembers, work.cells(), work.stays(), act.triggers());
            act.check();
            if (part.triggers().isEmpty()) {
              act.perform();
            }
            return part;
          });
    }
  }

  private static CorrectionWork chosen(Asked asked, SystemEntry entry, SystemWork gathered) {
    CorrectionWork work = new CorrectionWork(asked, entry.id(), gathered, reach(asked, entry));
    work.choose();
    return work;
  }

  private static Reach reach(Asked asked, SystemEntry entry) {
    return new Reach(
        asked.workspace().charter(),
        ErasureOrder.on(ErasureGround.PROMISE),
        asked.workspace().map().places().getOrDefault(entry.id(), Map.of()).values());
  }

  private static Part partner(Asked asked, SystemPlan system) {
    String words = String.join(", ", asked.correction().values().keySet());
    List<Stay> stays = new ArrayList<>();
    system
        .steps()
        .forEach(
            step ->
                stays.add(
                    new Stay(
                        step.place(),
                        step.place(),
                        words,
                        step.counts().touched() + step.kept().stream().mapToLong(Kept::rows).sum(),
                        Why.PARTNER,
                        system.partner().map(SystemPlan.Partner::title).orElse(""))));
    return new Part(system.system(), true, List.of(), stays, List.of());
  }

  /** Who is told by hand: recipients of the activities whose data changes. */
  private static List<CorrectionPlan.Recipient> recipients(Workspace workspace, List<Part> parts) {
    Set<CorrectionPlan.Recipient> tell = new LinkedHashSet<>();
    for (Part part : parts) {
      Map<String, Place> places = workspace.map().places().getOrDefault(part.system(), Map.of());
      for (CorrectionPlan.Cells cells : part.cells()) {
        Optional.ofNullable(places.get(cells.place())).stream()
            .flatMap(p -> p.activities().stream())
            .flatMap(a -> Optional.ofNullable(workspace.charter().activities().get(a)).stream())
            .filter(a -> a.data().words().words().contains(cells.word()))
            .forEach(a -> tell.addAll(recipients(workspace, a)));
      }
    }
    return List.copyOf(tell);
  }

  private static List<CorrectionPlan.Recipient> recipients(Workspace workspace, Activity activity) {
    return activity.recipients().value().stream()
        .flatMap(r -> r.uses().stream())
        .map(
            use ->
                new CorrectionPlan.Recipient(
                    Optional.ofNullable(workspace.charter().recipients().get(use.who()))
                        .map(Recipient::name)
                        .flatMap(n -> n.value())
                        .orElse(use.who()),
                    activity.title()))
        .toList();
  }

  /** Whether some system remembers an act of this plan, although there is something to do again. */
  private boolean isRemembered(Workspace workspace, CorrectionPlan plan) {
    for (Part part : plan.systems()) {
      if (part.changes() > 0 && part.remembers()) {
        try (ActSession session = open.apply(entry(workspace, part.system()))) {
          String act = plan.act(part.system());
          if (session.inVain(() -> session.remembered(act)).isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * What is carried out.
   *
   * @param approved the plan that people saw
   * @param forgetful whether systems without a memory of acts are accepted
   */
  public record Order(
      Workspace workspace,
      Subject subject,
      Correction correction,
      CorrectionPlan approved,
      boolean forgetful) {
    @Override
    public String toString() {
      return "Order[" + approved.digest() + "]";
    }
  }

  /**
   * Carries a plan out, system by system. What an earlier try did is not done again: the system
   * remembers it. Where one does not take its part, those after it wait, since its rows may be
   * found through theirs.
   *
   * @throws ProblemException where the plan was made for something else; then nothing is done
   */
  public Receipt act(Order order, Progress progress) {
    CorrectionPlan plan = order.approved();
    Planned found = found(order.workspace(), order.subject());
    Asked asked = held(asked(order.workspace(), order.subject(), order.correction()), found);
    if (!plan.map().equals(found.plan().map())
        || !plan.person().equals(found.plan().person())
        || !plan.change().equals(hash.of(order.correction().canonical()))) {
      throw EngineProblem.CHANGED.because(
          "The approved plan was made for another person or other values, or the data map has"
              + " changed.",
          "Plan again and approve what it says then.");
    }
    List<SystemReceipt> receipts = new ArrayList<>();
    boolean waits = false;
    for (Part part : plan.systems()) {
      progress.report("correcting in " + part.system(), receipts.size(), plan.systems().size());
      if (part.changes() == 0) {
        continue;
      }
      SystemReceipt receipt =
          waits
              ? not(plan, part, List.of("It waits for the systems before it."))
              : act(asked, found, order, part);
      receipts.add(receipt);
      waits = waits || !receipt.isDone();
    }
    return new Receipt(plan.digest(), plan.person(), receipts);
  }

  private static SystemReceipt not(CorrectionPlan plan, Part part, List<String> why) {
    return new SystemReceipt(part.system(), plan.act(part.system()), Optional.empty(), "", why);
  }

  private SystemReceipt act(Asked asked, Planned found, Order order, Part part) {
    CorrectionPlan plan = order.approved();
    String act = plan.act(part.system());
    SystemEntry entry = entry(asked.workspace(), part.system());
    try (ActSession session = open.apply(entry)) {
      if (!session.remembers() && !order.forgetful()) {
        throw EngineProblem.FORGETFUL.because(
            "System "
                + part.system()
                + " has no table in which it could remember what was done"
                + " there.",
            "Make it once:\n" + session.rememberingScript());
      }
      Optional<Remembered> before = session.inVain(() -> session.remembered(act));
      Remembered done =
          before.isPresent()
              ? before.get()
              : session.inOne(() -> doing(asked, found, new Doing(plan, part), session));
      return new SystemReceipt(
          part.system(), act, Optional.of(done.at()), done.figures(), List.of());
    } catch (ProblemException e) {
      return not(plan, part, e.problems().stream().map(p -> p.what() + " " + p.mend()).toList());
    }
  }

  /** The part of the approved plan that is done now. */
  private record Doing(CorrectionPlan plan, Part part) {}

  private Remembered doing(Asked asked, Planned found, Doing doing, ActSession session) {
    SystemEntry entry = entry(asked.workspace(), doing.part().system());
    SystemWork gathered = finder.gathered(found, entry, session);
    gathered.gathering().gathered().stream()
        .filter(Node::isPeople)
        .forEach(n -> session.lock(n.set()));
    CorrectionWork work = chosen(asked, entry, gathered);
    if (!work.cells().equals(doing.part().cells())) {
      throw EngineProblem.CHANGED.because(
          "Since the plan was made, the data in " + entry.id() + " has changed.",
          "Plan again and approve what it says then.");
    }
    CorrectionAct act = new CorrectionAct(work, gathered);
    act.check();
    act.perform();
    String figures = JSON.writeValueAsString(doing.part().cells());
    String name = doing.plan().act(entry.id());
    if (session.remembers()) {
      session.remember(name, doing.plan().digest(), figures);
      return session.remembered(name).orElseThrow();
    }
    Instant now = clock.instant();
    return new Remembered(name, doing.plan().digest(), figures, now);
  }
}
